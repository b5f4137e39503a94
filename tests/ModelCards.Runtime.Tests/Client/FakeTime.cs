namespace ModelCards.Runtime.Tests.Client;

/// <summary>A clock that stands still until it is told to run.</summary>
internal sealed class FakeTime : TimeProvider
{
    private readonly List<Timer> _timers = [];
    private TimeSpan _now;

    public int Pending => _timers.Count;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => _now.Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(this, () => callback(state), dueTime);
        _timers.Add(timer);
        return timer;
    }

    public void Advance(TimeSpan time)
    {
        _now += time;
        foreach (Timer timer in _timers.Where(timer => timer.Due <= _now).ToArray())
        {
            timer.Dispose();
            timer.Fire();
        }
    }

    private sealed class Timer(FakeTime clock, Action fire, TimeSpan dueTime) : ITimer
    {
        public Action Fire => fire;

        public TimeSpan Due { get; private set; } = clock._now + dueTime;

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            Due = clock._now + dueTime;
            return true;
        }

        public void Dispose() => clock._timers.Remove(this);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return default;
        }
    }
}
