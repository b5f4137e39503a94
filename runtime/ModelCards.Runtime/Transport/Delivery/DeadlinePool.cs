using System.Collections.Concurrent;

namespace ModelCards.Transport.Delivery;

/// <summary>The deadlines of the sendings of a client.</summary>
internal sealed class DeadlinePool(TimeSpan timeout, TimeProvider time)
{
    private const int MostKept = 64;

    private readonly ConcurrentQueue<Deadline> _idle = new();

    public Deadline Begin(CancellationToken user)
    {
        if (!_idle.TryDequeue(out Deadline? deadline))
            deadline = new Deadline(timeout, time, nameof(RunwareClientOptions.Timeout), this);
        deadline.Begin(user);
        return deadline;
    }

    /// <summary>Keeps a deadline that came to nothing. Another clock's timers are not kept, so that it can tell when nothing is waited for.</summary>
    public bool TryReturn(Deadline deadline)
    {
        if (time != TimeProvider.System || _idle.Count >= MostKept)
            return false;
        _idle.Enqueue(deadline);
        return true;
    }
}
