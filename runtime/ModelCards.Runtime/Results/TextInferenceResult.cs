using System.Text.Json;

namespace ModelCards.Results;

/// <summary>A text that a model wrote.</summary>
public sealed class TextInferenceResult : TaskResult, ITaskResult<TextInferenceResult>
{
    /// <summary>Makes a result.</summary>
    /// <param name="members">Every member of the result as it came, by JSON name.</param>
    public TextInferenceResult(IReadOnlyDictionary<string, JsonElement> members)
        : base(members)
    {
    }

    /// <summary>The text; empty when the service sent none.</summary>
    public string Text => Members.Text("text") ?? "";

    /// <summary>What the model thought before it wrote; empty when the service sent nothing of it.</summary>
    public string Reasoning => Members.Text("reasoningContent") ?? "";

    /// <summary>Why the text ends where it does; null when the service did not say.</summary>
    public TextFinishReason? FinishReason => TextFinishReason.Of(Members);

    /// <summary>How many tokens it took; null when the service did not say.</summary>
    public TextUsage? Usage => TextUsage.Of(Members);

    static TextInferenceResult ITaskResult<TextInferenceResult>.Create(IReadOnlyDictionary<string, JsonElement> members) => new(members);
}
