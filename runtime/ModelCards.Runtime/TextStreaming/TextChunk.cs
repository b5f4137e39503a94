using System.Text.Json;
using ModelCards.Results;

namespace ModelCards.TextStreaming;

/// <summary>What came at once of a text: a few more words, or something about the whole.</summary>
/// <remarks>Chunks may end in the middle of a character, such as an emoji; together they are whole.</remarks>
public sealed class TextChunk
{
    internal TextChunk(IReadOnlyDictionary<string, JsonElement> members)
    {
        Members = members;
        // A text that came as a whole has no delta.
        JsonElement delta = members.Find("delta");
        Text = HalfPairs.Text(delta.Member("text")) ?? HalfPairs.Text(members.Find("text")) ?? "";
        Reasoning = HalfPairs.Text(delta.Member("reasoningContent")) ?? HalfPairs.Text(members.Find("reasoningContent")) ?? "";
    }

    /// <summary>The words that the text goes on with; empty in a chunk of something else.</summary>
    public string Text { get; }

    /// <summary>The words that the model's thoughts go on with; empty in a chunk of something else.</summary>
    public string Reasoning { get; }

    /// <summary>Why the text ends here; null while it goes on.</summary>
    public TextFinishReason? FinishReason => TextFinishReason.Of(Members);

    /// <summary>How many tokens it took; null unless this chunk tells it, which most often is the last.</summary>
    public TextUsage? Usage => TextUsage.Of(Members);

    /// <summary>What it cost, in US dollars; null unless this chunk tells it and the request asked for it (<c>includeCost</c>).</summary>
    public decimal? Cost => Members.Number("cost");

    /// <summary>Every member as it came, by JSON name: those that this type has a property for and those that it has none for.</summary>
    public IReadOnlyDictionary<string, JsonElement> Members { get; }

    /// <summary>The words of the text.</summary>
    public override string ToString() => Text;
}
