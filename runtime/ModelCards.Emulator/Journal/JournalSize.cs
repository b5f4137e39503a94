namespace ModelCards.Emulator.Journal;

/// <summary>How much the journal remembers; the oldest is forgotten first.</summary>
internal static class JournalSize
{
    public const int MaxConnections = 200;
    public const int MaxTasks = 500;
    public const int MaxFrames = 1_000;

    /// <summary>Most bytes that are kept of one frame.</summary>
    public const int FrameBytes = 8_192;

    /// <summary>About how many bytes all frames may take.</summary>
    public const long MaxFramesBytes = 4_000_000;

    /// <summary>About how many bytes all tasks may take.</summary>
    public const long MaxTasksBytes = 16_000_000;

    /// <summary>Most errors of one task that are kept.</summary>
    public const int MaxErrors = 10;

    /// <summary>Most pictures of one task that are told of.</summary>
    public const int MaxPictures = 20;

    /// <summary>Longest prompt and message that is kept, in characters.</summary>
    public const int LongestText = 500;
}
