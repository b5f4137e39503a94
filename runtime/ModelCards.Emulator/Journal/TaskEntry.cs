using System.Text.Json;
using ModelCards.Emulator.Errors;
using ModelCards.Emulator.Journal.Hiding;
using ModelCards.Emulator.Tasks;

namespace ModelCards.Emulator.Journal;

/// <summary>A task that arrived, and what has become of it.</summary>
internal sealed record TaskEntry : IJournalEntry
{
    public required long Number { get; init; }

    public long Version { get; init; }

    public required string? Uuid { get; init; }

    public required string? TaskType { get; init; }

    public required string? Model { get; init; }

    public required string? Prompt { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>How often it was sent.</summary>
    public int Sent { get; init; } = 1;

    /// <summary>Its results, finished or not; none where it was refused.</summary>
    public IReadOnlyList<ResultItem> Results { get; init; } = [];

    /// <summary>Why it was refused, or some of the reasons.</summary>
    public IReadOnlyList<ServiceError> Errors { get; init; } = [];

    /// <summary>How many reasons there are.</summary>
    public int ErrorCount { get; init; }

    /// <summary>About how much memory it takes; the images share the prompt.</summary>
    public long Bytes => 2_000 + (Results.Count * 400L) + (Results.OfType<ImageItem>().FirstOrDefault()?.Recipe.Bytes ?? 0);

    public void WriteTo(Utf8JsonWriter writer, KnownKeys keys)
    {
        int finished = Results.Count(result => result.Finished.IsCompleted);
        ServiceError[] late = [.. Results.Where(result => result.Finished.IsCompleted).SelectMany(result => result.Errors)];
        writer.WriteStartObject();
        writer.WriteNumber("number", Number);
        WriteText(writer, "uuid", Uuid, keys);
        WriteText(writer, "taskType", TaskType, keys);
        WriteText(writer, "model", Model, keys);
        WriteText(writer, "prompt", Prompt, keys);
        writer.WriteString("at", At);
        writer.WriteNumber("sent", Sent);
        writer.WriteString("state", State(finished, late.Length));
        writer.WriteNumber("finished", finished);
        writer.WriteNumber("results", Results.Count);
        writer.WriteNumber("errorCount", ErrorCount + late.Length);
        writer.WriteStartArray("errors");
        foreach (ServiceError error in Errors.Concat(late).Take(JournalSize.MaxErrors))
            Write(writer, error, keys);
        writer.WriteEndArray();
        writer.WriteStartArray("pictures");
        foreach (ImageItem image in Results.OfType<ImageItem>().Where(image => image.IsThere).Take(JournalSize.MaxPictures))
            Write(writer, image);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private string State(int finished, int lateErrors)
    {
        if (Results.Count == 0 && ErrorCount > 0)
            return "refused";
        if (finished < Results.Count)
            return "working";
        if (lateErrors == 0)
            return "done";
        return Results.Any(result => result.HasResult) ? "partly failed" : "failed";
    }

    private static void Write(Utf8JsonWriter writer, ImageItem image)
    {
        writer.WriteStartObject();
        writer.WriteString("uuid", image.ImageUuid);
        writer.WriteNumber("width", image.Recipe.Width);
        writer.WriteNumber("height", image.Recipe.Height);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, ServiceError error, KnownKeys keys)
    {
        writer.WriteStartObject();
        WriteText(writer, "code", error.Code, keys);
        WriteText(writer, "message", error.Message, keys);
        WriteText(writer, "parameter", error.Parameters.Count > 0 ? string.Join(", ", error.Parameters) : null, keys);
        writer.WriteEndObject();
    }

    private static void WriteText(Utf8JsonWriter writer, string name, string? text, KnownKeys keys)
    {
        if (text is not null)
            writer.WriteString(name, keys.Hide(text));
    }
}
