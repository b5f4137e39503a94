namespace ModelCards.Emulator.Faults;

/// <summary>Something that goes wrong with a message of a client.</summary>
/// <param name="Kind">What goes wrong.</param>
public sealed record Fault(FaultKind Kind)
{
    /// <summary>Only messages that hold a task of this type are hit.</summary>
    /// <value>null, which hits every message that is neither an authentication nor a ping, when not set.</value>
    public string? TaskType { get; init; }

    /// <summary>How many messages are let through first.</summary>
    public int Skip { get; init; }

    /// <summary>How many messages are hit; then the fault is over.</summary>
    /// <value>1 when not set.</value>
    public int Times { get; init; } = 1;

    /// <summary>How likely a message is hit.</summary>
    /// <value>From 0 to 1; 1 when not set.</value>
    public double Probability { get; init; } = 1;

    /// <summary>
    /// How late the reply is; for <see cref="FaultKind.TooManyRequests"/> and <see cref="FaultKind.Unavailable"/> what Retry-After says;
    /// for <see cref="FaultKind.StallStream"/> how long nothing comes.
    /// </summary>
    /// <value>Zero, which sends no Retry-After, when not set.</value>
    public TimeSpan Delay { get; init; }
}
