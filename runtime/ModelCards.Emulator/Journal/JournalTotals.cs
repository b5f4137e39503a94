namespace ModelCards.Emulator.Journal;

/// <summary>How much there was since the emulator started.</summary>
internal readonly record struct JournalTotals(long Connections, long Open, long Tasks, long Frames);
