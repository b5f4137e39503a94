namespace ModelCards.Transport.WebSocket;

/// <summary>Notices a peer that takes in nothing of what is sent, which blocks everyone who waits for a turn.</summary>
internal sealed class SendWatch(TimeProvider time, TimeSpan patience)
{
    /// <summary>What a peer takes in at least, besides the patience for each piece.</summary>
    public const int SlowestBytesPerSecond = 16 * 1024;

    private const long Never = long.MaxValue;

    private long _due = Never;

    /// <summary>Whether a piece is under way for longer than it may be.</summary>
    public bool IsStalled => time.GetTimestamp() > Volatile.Read(ref _due);

    /// <summary>How long a message of some bytes may take.</summary>
    public static TimeSpan TimeOf(int bytes, TimeSpan patience) => patience + TimeSpan.FromSeconds((double)bytes / SlowestBytesPerSecond);

    /// <summary>A piece is sent.</summary>
    public void Begin(int bytes) =>
        Volatile.Write(ref _due, time.GetTimestamp() + (long)(TimeOf(bytes, patience).TotalSeconds * time.TimestampFrequency));

    /// <summary>It has left.</summary>
    public void End() => Volatile.Write(ref _due, Never);
}
