namespace ModelCards.Transport;

/// <summary>Wakes whoever waits. Take <see cref="Next"/> before looking at what it is about, so that no change is missed.</summary>
internal sealed class AsyncSignal
{
    private TaskCompletionSource? _next;

    public Task Next
    {
        get
        {
            TaskCompletionSource? next = Volatile.Read(ref _next);
            if (next is not null)
                return next.Task;
            var fresh = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return (Interlocked.CompareExchange(ref _next, fresh, null) ?? fresh).Task;
        }
    }

    public void Pulse() => Interlocked.Exchange(ref _next, null)?.TrySetResult();

    /// <summary>Waits for a signal, or until the time is over; true when there was a signal.</summary>
    public static async Task<bool> WaitAsync(Task signal, TimeSpan time, TimeProvider clock, CancellationToken cancellationToken)
    {
        try
        {
            await signal.WaitAsync(time, clock, cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }
}
