namespace ModelCards.Transport.Delivery;

/// <summary>How long to wait before the next poll: longer each time, and no longer than the progress lets expect.</summary>
internal sealed class Pace
{
    public static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1);
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    private TimeSpan _delay = Shortest / 1.5;

    /// <param name="elapsed">How long the tasks have been under way.</param>
    /// <param name="progress">How far the most advanced of them is, in percent; 0 when not known.</param>
    public TimeSpan Next(TimeSpan elapsed, int progress)
    {
        _delay = TimeSpan.FromTicks(Math.Min((_delay * 1.5).Ticks, Longest.Ticks));
        if (progress is <= 0 or > 100)
            return _delay;
        TimeSpan left = elapsed * ((100.0 - progress) / progress);
        return TimeSpan.FromTicks(Math.Clamp(left.Ticks, Shortest.Ticks, _delay.Ticks));
    }
}
