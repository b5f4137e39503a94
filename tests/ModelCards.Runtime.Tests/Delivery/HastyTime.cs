namespace ModelCards.Runtime.Tests.Delivery;

/// <summary>A clock that jumps over every wait up to a limit and never comes to the end of a longer one.</summary>
internal sealed class HastyTime(TimeSpan limit) : TimeProvider
{
    private readonly List<TimeSpan> _waits = [];
    private readonly List<(Timer Timer, Action End)> _longer = [];
    private long _now;

    /// <summary>The waits so far that were jumped over.</summary>
    public IReadOnlyList<TimeSpan> Waits
    {
        get
        {
            lock (_waits)
                return [.. _waits];
        }
    }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => Interlocked.Read(ref _now);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer();
        if (dueTime < TimeSpan.Zero || dueTime > limit)
        {
            lock (_waits)
                _longer.Add((timer, () => callback(state)));
            return timer;
        }

        ThreadPool.QueueUserWorkItem(_ =>
        {
            // A wait that something else ended takes no time.
            if (timer.IsDisposed)
                return;
            lock (_waits)
                _waits.Add(dueTime);
            Interlocked.Add(ref _now, dueTime.Ticks);
            callback(state);
        });
        return timer;
    }

    /// <summary>Comes to the end of the longer waits after all.</summary>
    public void EndLongerWaits()
    {
        (Timer Timer, Action End)[] longer;
        lock (_waits)
            longer = [.. _longer];
        foreach ((Timer timer, Action end) in longer)
        {
            if (!timer.IsDisposed)
                end();
        }
    }

    private sealed class Timer : ITimer
    {
        public bool IsDisposed { get; private set; }

        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose() => IsDisposed = true;

        public ValueTask DisposeAsync()
        {
            Dispose();
            return default;
        }
    }
}
