namespace ModelCards.Webhooks;

/// <summary>Sees to it that what is delivered several times, also at the same time, is handled once.</summary>
/// <remarks>
/// It remembers keys in this process only. Where several processes share the deliveries, or where a restart must not lead to a second
/// handling, keep <see cref="WebhookDelivery.Key"/> with what the handler stores, in a unique column.
/// </remarks>
public sealed class WebhookDeduplicator
{
    private readonly object _lock = new();
    private readonly Dictionary<string, Task> _known = new(StringComparer.Ordinal);
    private readonly Queue<(string Key, long HandledAt)> _handled = new();
    private readonly int _capacity;
    private readonly TimeSpan _memory;
    private readonly TimeProvider _time;

    /// <summary>Makes one that knows nothing yet.</summary>
    /// <param name="capacity">How many handled keys are remembered; the oldest are forgotten first. 10,000 take about 2.5 MB.</param>
    /// <param name="memory">How long a handled key is remembered; an hour when not given. The service pauses 8 seconds at most between
    /// tries.</param>
    /// <param name="time">The clock; the system's when not given.</param>
    /// <exception cref="ArgumentOutOfRangeException">The capacity or the time is not positive.</exception>
    public WebhookDeduplicator(int capacity = 10_000, TimeSpan? memory = null, TimeProvider? time = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(capacity);
        _capacity = capacity;
        _memory = memory ?? TimeSpan.FromHours(1);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(_memory, TimeSpan.Zero, nameof(memory));
        _time = time ?? TimeProvider.System;
    }

    /// <summary>How many keys are remembered or being handled.</summary>
    public int Count
    {
        get
        {
            lock (_lock)
                return _known.Count;
        }
    }

    /// <summary>
    /// Handles a delivery unless it was handled before. While another call handles it, waits for that one and shares how it ends. A
    /// handler that throws leaves the key unknown, so that the next delivery is handled.
    /// </summary>
    /// <param name="key">What is equal for the same delivery: <see cref="WebhookDelivery.Key"/>.</param>
    /// <param name="handler">What is to be done once.</param>
    /// <param name="cancellationToken">Ends the waiting for another call; the handler is not cancelled by it.</param>
    /// <returns>Whether the handler ran; false for a delivery that was handled before or by another call.</returns>
    public async Task<bool> HandleOnceAsync(string key, Func<Task> handler, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(handler);
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Task? other;
        lock (_lock)
        {
            Forget(handledAt => _time.GetElapsedTime(handledAt) >= _memory);
            if (!_known.TryGetValue(key, out other))
                _known.Add(key, done.Task);
        }

        if (other is not null)
        {
            await other.WaitAsync(cancellationToken).ConfigureAwait(false);
            return false;
        }

        try
        {
            await handler().ConfigureAwait(false);
        }
        catch (Exception error)
        {
            lock (_lock)
                _known.Remove(key);
            done.SetException(error);
            // Whether anybody waits is not known, and nobody has to.
            _ = done.Task.Exception;
            throw;
        }

        lock (_lock)
        {
            _known[key] = Task.CompletedTask;
            _handled.Enqueue((key, _time.GetTimestamp()));
            Forget(_ => _handled.Count > _capacity);
        }

        done.SetResult();
        return true;
    }

    private void Forget(Predicate<long> isOld)
    {
        while (_handled.TryPeek(out (string Key, long HandledAt) oldest) && isOld(oldest.HandledAt))
        {
            _handled.Dequeue();
            _known.Remove(oldest.Key);
        }
    }
}
