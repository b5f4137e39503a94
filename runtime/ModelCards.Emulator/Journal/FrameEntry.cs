using System.Text.Json;
using ModelCards.Emulator.Journal.Hiding;

namespace ModelCards.Emulator.Journal;

/// <summary>A frame that a client sent or was sent, or a fault that was made to happen in the place of one.</summary>
internal sealed record FrameEntry : IJournalEntry
{
    public required long Number { get; init; }

    public long Version { get; init; }

    public required long Connection { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary><c>in</c>, <c>out</c>, or <c>fault</c>.</summary>
    public required string Direction { get; init; }

    /// <summary>How long the frame is, in bytes; the text may be less.</summary>
    public required long Length { get; init; }

    /// <summary>The status where it is a reply over HTTP.</summary>
    public int? Status { get; init; }

    /// <summary>What is shown of it, made when it is first looked at: mostly nobody looks.</summary>
    public required Lazy<FrameText> Content { get; init; }

    public void WriteTo(Utf8JsonWriter writer, KnownKeys keys)
    {
        FrameText content = Content.Value;
        writer.WriteStartObject();
        writer.WriteNumber("number", Number);
        writer.WriteNumber("connection", Connection);
        writer.WriteString("at", At);
        writer.WriteString("direction", Direction);
        writer.WriteNumber("length", Length);
        if (Status is { } status)
            writer.WriteNumber("status", status);
        // A key may have become known since.
        writer.WriteString("text", keys.Hide(content.Text));
        writer.WriteBoolean("cut", content.IsCut);
        Write(writer, "taskTypes", content.TaskTypes, keys);
        Write(writer, "codes", content.Codes, keys);
        Write(writer, "tasks", content.TaskUuids.Select(uuid => uuid.ToString("D")), keys);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, string name, IEnumerable<string> texts, KnownKeys keys)
    {
        writer.WriteStartArray(name);
        foreach (string text in texts)
            writer.WriteStringValue(keys.Hide(text));
        writer.WriteEndArray();
    }
}
