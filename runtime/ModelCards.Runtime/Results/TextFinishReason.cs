using System.Text.Json;

namespace ModelCards.Results;

/// <summary>Why a text ends where it does. A reason that is not known here keeps its text.</summary>
/// <param name="Text">The service's own word.</param>
public readonly record struct TextFinishReason(string Text)
{
    /// <summary>The model had no more to say, or came to a stop sequence.</summary>
    public static TextFinishReason Stop { get; } = new("stop");

    /// <summary>The text is as long as it may be: there would be more.</summary>
    public static TextFinishReason Length { get; } = new("length");

    /// <summary>The content check cut the text off.</summary>
    public static TextFinishReason ContentFilter { get; } = new("content_filter");

    /// <summary>The model calls tools.</summary>
    public static TextFinishReason ToolCalls { get; } = new("tool_calls");

    /// <summary>The model calls a tool, in the word of some models.</summary>
    public static TextFinishReason ToolUse { get; } = new("tool_use");

    /// <summary>The service does not know.</summary>
    public static TextFinishReason Unknown { get; } = new("unknown");

    internal static TextFinishReason? Of(IReadOnlyDictionary<string, JsonElement> members) =>
        members.Text("finishReason") is { Length: > 0 } text ? new TextFinishReason(text) : null;

    /// <summary>The service's own word.</summary>
    public override string ToString() => Text ?? "";
}
