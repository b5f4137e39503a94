using System.Text.Json;

namespace ModelCards.Results;

/// <summary>How many tokens a text took. A count is null where the service did not tell it.</summary>
/// <param name="PromptTokens">Tokens of what was sent.</param>
/// <param name="CompletionTokens">Tokens of what came.</param>
/// <param name="TotalTokens">Both together.</param>
/// <param name="ThinkingTokens">Tokens of what the model thought.</param>
public sealed record TextUsage(long? PromptTokens, long? CompletionTokens, long? TotalTokens, long? ThinkingTokens)
{
    internal static TextUsage? Of(IReadOnlyDictionary<string, JsonElement> members)
    {
        IReadOnlyDictionary<string, JsonElement> usage = members.Find("usage").Members();
        if (usage.Count == 0)
            return null;
        return new TextUsage(
            usage.Whole("promptTokens"), usage.Whole("completionTokens"), usage.Whole("totalTokens"), usage.Whole("thinkingTokens"));
    }
}
