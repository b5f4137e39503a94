using System.Threading.Tasks.Sources;
using ModelCards.Errors;

namespace ModelCards.Transport.Delivery;

/// <summary>
/// Ends waiting when the user cancels or when the time is over, and knows which of the two it was. Meanwhile one at a time may
/// wait for something that is not sure to come. Token, timer and wait are dear, and are used again by one sending after another.
/// </summary>
internal sealed class Deadline : IValueTaskSource<bool>, IDisposable
{
    private const int Idle = 0;
    private const int Waiting = 1;
    private const int Woken = 2;

    private readonly TimeSpan _timeout;
    private readonly TimeProvider _time;
    private readonly string _option;
    private readonly DeadlinePool? _pool;
    private readonly CancellationTokenSource _source = new();
    private readonly ITimer _timer;
    private readonly object _lock = new();
    private ManualResetValueTaskSourceCore<bool> _core = new() { RunContinuationsAsynchronously = true };
    private CancellationToken _user;
    private CancellationTokenRegistration _registration;
    private int _state;
    // Timestamps: when the time is over, when the wait is, and for when the timer is set.
    private long _end = long.MaxValue;
    private long _alarm = long.MaxValue;
    private long _set = long.MaxValue;

    public Deadline(TimeSpan timeout, TimeProvider time, CancellationToken user, string option = nameof(RunwareClientOptions.Timeout))
        : this(timeout, time, option, null) => Begin(user);

    internal Deadline(TimeSpan timeout, TimeProvider time, string option, DeadlinePool? pool)
    {
        _timeout = timeout;
        _time = time;
        _option = option;
        _pool = pool;
        _timer = NewTimer();
    }

    public CancellationToken Token => _source.Token;

    /// <summary>Starts to count, for the first time or for another sending.</summary>
    public void Begin(CancellationToken user)
    {
        _user = user;
        _state = Idle;
        lock (_lock)
        {
            _end = _timeout == Timeout.InfiniteTimeSpan ? long.MaxValue : After(_timeout);
            SetTimer();
        }

        _registration = user.UnsafeRegister(static deadline => ((Deadline)deadline!).GiveUp(), this);
    }

    /// <summary>Waits until it is woken, at most for so long; true when it was woken, be it in vain, or the waiting is over for good.</summary>
    public ValueTask<bool> WaitAsync(TimeSpan time)
    {
        _core.Reset();
        if (Interlocked.CompareExchange(ref _state, Waiting, Idle) == Woken)
        {
            _state = Idle;
            return new ValueTask<bool>(true);
        }

        lock (_lock)
        {
            _alarm = After(time);
            SetTimer();
        }

        return new ValueTask<bool>(this, _core.Version);
    }

    public void Wake()
    {
        if (Interlocked.Exchange(ref _state, Woken) == Waiting)
            _core.SetResult(true);
    }

    /// <summary>The error of a time-out.</summary>
    /// <exception cref="OperationCanceledException">It was the user who cancelled.</exception>
    public ServiceError Passed()
    {
        _user.ThrowIfCancellationRequested();
        return ClientErrors.Timeout($"Not everything came within the {_timeout:c} of RunwareClientOptions.{_option}.");
    }

    /// <summary>Ends the waiting before its time.</summary>
    public void GiveUp()
    {
        // Those who wait go on elsewhere: whoever gives up may be the loop that receives for everyone.
        _ = _source.CancelAsync();
        Wake();
    }

    public void Dispose()
    {
        // Waits for a cancellation that is being told.
        _registration.Dispose();
        lock (_lock)
        {
            _end = _alarm = long.MaxValue;
            if (!_source.IsCancellationRequested && _pool?.TryReturn(this) == true)
                return;
        }

        _timer.Dispose();
    }

    bool IValueTaskSource<bool>.GetResult(short token) => _core.GetResult(token);

    ValueTaskSourceStatus IValueTaskSource<bool>.GetStatus(short token) => _core.GetStatus(token);

    void IValueTaskSource<bool>.OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
        _core.OnCompleted(continuation, state, token, flags);

    private void OnTimer()
    {
        bool isSilent;
        lock (_lock)
        {
            long now = _time.GetTimestamp();
            _set = long.MaxValue;
            if (now >= _end)
                GiveUp();
            isSilent = now >= _alarm;
            if (isSilent)
                _alarm = long.MaxValue;
            SetTimer();
        }

        if (isSilent && Interlocked.CompareExchange(ref _state, Idle, Waiting) == Waiting)
            _core.SetResult(false);
    }

    // A timer that is set for too early finds nothing to do and is set anew; it is not set back each time that an answer comes.
    private void SetTimer()
    {
        long due = Math.Min(_end, _alarm);
        if (due >= _set || _source.IsCancellationRequested)
            return;
        _set = due;
        double milliseconds = Math.Ceiling(_time.GetElapsedTime(_time.GetTimestamp(), due).TotalMilliseconds);
        _timer.Change(TimeSpan.FromMilliseconds(Math.Max(milliseconds, 0)), Timeout.InfiniteTimeSpan);
    }

    private long After(TimeSpan time) => _time.GetTimestamp() + (long)(time.TotalSeconds * _time.TimestampFrequency);

    // Its callback needs nothing of the one who happens to be the first to wait.
    private ITimer NewTimer()
    {
        bool flows = !ExecutionContext.IsFlowSuppressed();
        if (flows)
            ExecutionContext.SuppressFlow();
        try
        {
            return _time.CreateTimer(static deadline => ((Deadline)deadline!).OnTimer(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }
        finally
        {
            if (flows)
                ExecutionContext.RestoreFlow();
        }
    }
}
