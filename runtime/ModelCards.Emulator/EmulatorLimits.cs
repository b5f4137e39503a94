namespace ModelCards.Emulator;

/// <summary>
/// Bounds that keep hostile input harmless. The service documents none of them; the defaults are far above what a client needs.
/// </summary>
public sealed class EmulatorLimits
{
    /// <summary>Longest request body, in bytes.</summary>
    public int MaxBodyBytes { get; init; } = 100_000_000;

    /// <summary>Deepest nesting of a body; its outer array is the first level.</summary>
    public int MaxJsonDepth { get; init; } = 64;

    /// <summary>Most JSON tokens in a body, which also bounds the number of errors in a reply.</summary>
    public int MaxJsonTokens { get; init; } = 20_000;

    /// <summary>Most tasks in one request, the authentication not counted.</summary>
    public int MaxTasks { get; init; } = 100;

    /// <summary>Longest side of a picture in pixels, for cards that set no bound of their own.</summary>
    public int MaxPictureSide { get; init; } = 4096;

    /// <summary>Most results of one task, for cards that set no bound of their own.</summary>
    public int MaxResults { get; init; } = 100;

    /// <summary>How many accepted tasks, pictures and received tasks are remembered, each; the oldest are forgotten first.</summary>
    public int MaxRemembered { get; init; } = 10_000;

    /// <summary>About how many bytes each of these memories may take.</summary>
    public long MaxRememberedBytes { get; init; } = 64_000_000;
}
