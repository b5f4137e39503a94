using System.Text.Json;
using ModelCards.Emulator.Journal.Hiding;

namespace ModelCards.Emulator.Journal;

/// <summary>What was written into a journal since somebody last looked.</summary>
/// <param name="IsAnew">Whether what that somebody knows is of no use: there was another journal.</param>
/// <param name="Version">Up to where this is all.</param>
/// <param name="Entries">The entries, oldest first.</param>
/// <param name="Totals">How much there was so far, with what is forgotten.</param>
internal sealed record JournalChanges(bool IsAnew, long Version, IReadOnlyList<IJournalEntry> Entries, JournalTotals Totals)
{
    public void WriteTo(Utf8JsonWriter writer, KnownKeys keys)
    {
        writer.WriteStartObject();
        writer.WriteBoolean("anew", IsAnew);
        Write<ConnectionEntry>(writer, "connections", keys);
        Write<TaskEntry>(writer, "tasks", keys);
        Write<FrameEntry>(writer, "frames", keys);
        writer.WriteStartObject("totals");
        writer.WriteNumber("connections", Totals.Connections);
        writer.WriteNumber("open", Totals.Open);
        writer.WriteNumber("tasks", Totals.Tasks);
        writer.WriteNumber("frames", Totals.Frames);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private void Write<T>(Utf8JsonWriter writer, string name, KnownKeys keys)
        where T : IJournalEntry
    {
        writer.WriteStartArray(name);
        foreach (T entry in Entries.OfType<T>())
            entry.WriteTo(writer, keys);
        writer.WriteEndArray();
    }
}
