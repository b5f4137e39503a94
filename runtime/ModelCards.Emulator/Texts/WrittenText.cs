using System.Text.Json;

namespace ModelCards.Emulator.Texts;

/// <summary>A text in the pieces that it is streamed in; each word counts as a token.</summary>
internal sealed record WrittenText(IReadOnlyList<string> Pieces, IReadOnlyList<string> Reasoning, string FinishReason, int PromptTokens)
{
    // US dollars, of the order that the service charges for small models.
    private const decimal CostOfToken = 0.0000005m;

    public string Text => string.Concat(Pieces);

    private int Tokens => Pieces.Count + Reasoning.Count;

    /// <summary>Cuts a text before each word, so that nothing of it is lost.</summary>
    public static IReadOnlyList<string> Split(string text)
    {
        var pieces = new List<string>();
        int start = 0;
        for (int i = 1; i < text.Length; i++)
        {
            if (!char.IsWhiteSpace(text[i]) || char.IsWhiteSpace(text[i - 1]))
                continue;
            pieces.Add(text[start..i]);
            start = i;
        }

        if (start < text.Length)
            pieces.Add(text[start..]);
        return pieces;
    }

    public static int CountTokens(string text) => Split(text).Count;

    /// <summary>Writes what is known when the text has ended.</summary>
    public void WriteUsage(Utf8JsonWriter writer, bool includesCost)
    {
        writer.WriteStartObject("usage");
        writer.WriteNumber("promptTokens", PromptTokens);
        writer.WriteNumber("completionTokens", Tokens);
        writer.WriteNumber("totalTokens", PromptTokens + Tokens);
        if (Reasoning.Count > 0)
            writer.WriteNumber("thinkingTokens", Reasoning.Count);
        writer.WriteEndObject();
        if (includesCost)
            writer.WriteNumber("cost", CostOfToken * (PromptTokens + Tokens));
    }
}
