using System.Text.Json;

namespace ModelCards.Results;

/// <summary>A text: a caption, or an enhanced prompt.</summary>
public sealed class TextResult : TaskResult, ITaskResult<TextResult>
{
    /// <summary>Makes a result.</summary>
    /// <param name="members">Every member of the result as it came, by JSON name.</param>
    public TextResult(IReadOnlyDictionary<string, JsonElement> members)
        : base(members)
    {
    }

    /// <summary>The text; empty when the service sent none.</summary>
    public string Text => Members.Text("text") ?? "";

    static TextResult ITaskResult<TextResult>.Create(IReadOnlyDictionary<string, JsonElement> members) => new(members);
}
