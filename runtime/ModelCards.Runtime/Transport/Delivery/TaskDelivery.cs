using ModelCards.Transport.Retry;

namespace ModelCards.Transport.Delivery;

/// <summary>Brings a batch to its end: sends what has no answer, as often as the policy says, and asks for what is done later.</summary>
internal sealed class TaskDelivery(
    PendingBatch batch, ITransport transport, RetryPolicy policy, TimeSpan replyTimeout, TimeProvider time)
{
    private const int TasksPerPoll = 100;

    private Task? _polling;
    private CancellationTokenSource? _stop;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using IConversation conversation = transport.Open(batch, Array.ConvertAll(batch.Tasks, static task => task.Uuid));
        try
        {
            SendAttempt? attempt = policy.IsDefault ? await AttemptAsync(conversation, cancellationToken, cancellationToken).ConfigureAwait(false) : null;
            if (attempt is not { MayRepeat: false })
                attempt = await RepeatAsync(attempt, conversation, cancellationToken).ConfigureAwait(false);
            batch.GiveUp(attempt.Failure, TaskState.Unsent, TaskState.Sent, TaskState.Refused);
            PollIfAccepted(conversation, cancellationToken);
            if (_polling is not null)
                await _polling.ConfigureAwait(false);
        }
        finally
        {
            await StopPollingAsync().ConfigureAwait(false);
        }
    }

    // Our own policy has no say before an attempt went wrong, and is spared when none does: it takes that attempt for its first.
    private async Task<SendAttempt> RepeatAsync(SendAttempt? made, IConversation conversation, CancellationToken whole) =>
        await policy.Pipeline.ExecuteAsync(
            async token => Interlocked.Exchange(ref made, null) ?? await AttemptAsync(conversation, whole, token).ConfigureAwait(false),
            whole).ConfigureAwait(false);

    // There is something to stop only where a policy or a cancellation ended the sending.
    private async ValueTask StopPollingAsync()
    {
        if (_stop is null)
            return;
        await _stop.CancelAsync().ConfigureAwait(false);
        await _polling!.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
    }

    /// <param name="conversation">Where to send.</param>
    /// <param name="whole">Ends the sending as a whole, and polling with it.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    private async Task<SendAttempt> AttemptAsync(IConversation conversation, CancellationToken whole, CancellationToken cancellationToken)
    {
        while (batch.TakeUnanswered() is { Length: > 0 } tasks)
        {
            int resumed = batch.ResumedCount;
            Envelope? failure = await conversation.SendAsync(tasks, cancellationToken).ConfigureAwait(false);
            if (failure is not null)
                return SendAttempt.Failed(failure);
            if (transport.RepliesAreWhole)
                batch.EndReply(tasks);
            else
                await AnswerAsync(conversation, resumed, whole, cancellationToken).ConfigureAwait(false);
            PollIfAccepted(conversation, whole);
            if (batch.IsAnswered)
                break;
        }

        return SendAttempt.Refused(batch.Refusals());
    }

    /// <summary>Waits until each task has an answer, or there is reason to send again what has none: the connection broke, or nothing comes.</summary>
    private async Task AnswerAsync(IConversation conversation, int resumed, CancellationToken whole, CancellationToken cancellationToken)
    {
        while (true)
        {
            Task changed = batch.Changed;
            if (batch.IsAnswered || batch.ResumedCount != resumed)
                return;
            PollIfAccepted(conversation, whole);
            await changed.WaitAsync(replyTimeout, time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (changed.IsCompleted)
                continue;
            cancellationToken.ThrowIfCancellationRequested();
            return;
        }
    }

    private void PollIfAccepted(IConversation conversation, CancellationToken whole)
    {
        if (_polling is not null || !batch.HasAccepted)
            return;
        _stop = CancellationTokenSource.CreateLinkedTokenSource(whole);
        _polling = PollAsync(conversation, _stop.Token);
    }

    private async Task PollAsync(IConversation conversation, CancellationToken cancellationToken)
    {
        var pace = new Pace();
        long start = time.GetTimestamp();
        while (true)
        {
            Task changed = batch.Changed;
            if (batch.HasEnded)
                return;
            (Guid[] accepted, int progress) = batch.Accepted();
            if (accepted.Length == 0)
            {
                await changed.WaitAsync(cancellationToken).ConfigureAwait(false);
                continue;
            }

            if (await EndsWithinAsync(pace.Next(time.GetElapsedTime(start), progress), cancellationToken).ConfigureAwait(false))
                return;
            foreach (Guid[] some in batch.Accepted().Uuids.Chunk(TasksPerPoll))
                await PollAsync(conversation, some, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<bool> EndsWithinAsync(TimeSpan delay, CancellationToken cancellationToken)
    {
        long start = time.GetTimestamp();
        while (true)
        {
            Task changed = batch.Changed;
            if (batch.HasEnded)
                return true;
            TimeSpan left = delay - time.GetElapsedTime(start);
            if (left <= TimeSpan.Zero || !await AsyncSignal.WaitAsync(changed, left, time, cancellationToken).ConfigureAwait(false))
                return false;
        }
    }

    /// <summary>A poll that fails for the moment is made again in its time; one that fails for good ends the tasks.</summary>
    private async Task PollAsync(IConversation conversation, Guid[] uuids, CancellationToken cancellationToken)
    {
        Envelope? failure = await conversation.SendAsync([.. uuids.Select(uuid => new PollTask(uuid))], cancellationToken).ConfigureAwait(false);
        if (failure is not null && !SendAttempt.Failed(failure).MayRepeat)
            batch.GiveUp(failure, TaskState.Accepted);
    }
}
