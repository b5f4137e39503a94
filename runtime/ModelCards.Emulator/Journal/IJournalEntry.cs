using System.Text.Json;
using ModelCards.Emulator.Journal.Hiding;

namespace ModelCards.Emulator.Journal;

/// <summary>Something that happened. It does not change: what comes later takes its place.</summary>
internal interface IJournalEntry
{
    /// <summary>Its number among its kind, counted from 1.</summary>
    long Number { get; }

    /// <summary>When it was written, on the journal's own count.</summary>
    long Version { get; }

    void WriteTo(Utf8JsonWriter writer, KnownKeys keys);
}
