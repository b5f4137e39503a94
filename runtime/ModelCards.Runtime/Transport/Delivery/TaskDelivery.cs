using Polly;

namespace ModelCards.Transport.Delivery;

/// <summary>Brings a batch to its end: sends what has no answer, as often as the policy says, and asks for what is done later.</summary>
internal sealed class TaskDelivery(
    PendingBatch batch, ITransport transport, ResiliencePipeline<SendAttempt> policy, TimeSpan replyTimeout, TimeProvider time)
{
    private const int TasksPerPoll = 100;

    private Task? _polling;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using IConversation conversation = transport.Open(batch, [.. batch.Tasks.Select(task => task.Uuid)]);
        try
        {
            SendAttempt attempt = await policy.ExecuteAsync(
                static async (state, token) => await state.Self.AttemptAsync(state.Conversation, state.Stop, token).ConfigureAwait(false),
                (Self: this, Conversation: conversation, Stop: stop.Token),
                cancellationToken).ConfigureAwait(false);
            batch.GiveUp(attempt.Failure, TaskState.Unsent, TaskState.Sent, TaskState.Refused);
            PollIfAccepted(conversation, stop.Token);
        }
        catch
        {
            await stop.CancelAsync().ConfigureAwait(false);
            if (_polling is not null)
                await _polling.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            throw;
        }

        if (_polling is not null)
            await _polling.ConfigureAwait(false);
    }

    private async Task<SendAttempt> AttemptAsync(IConversation conversation, CancellationToken stop, CancellationToken cancellationToken)
    {
        while (batch.TakeUnanswered() is { Count: > 0 } tasks)
        {
            int resumed = batch.ResumedCount;
            Envelope? failure = await conversation.SendAsync(tasks, cancellationToken).ConfigureAwait(false);
            if (failure is not null)
                return SendAttempt.Failed(failure);
            if (transport.RepliesAreWhole)
                batch.EndReply(tasks);
            else
                await AnswerAsync(conversation, resumed, stop, cancellationToken).ConfigureAwait(false);
            PollIfAccepted(conversation, stop);
            if (batch.IsAnswered)
                break;
        }

        return SendAttempt.Refused(batch.Refusals());
    }

    /// <summary>Waits until each task has an answer, or there is reason to send again what has none: the connection broke, or nothing comes.</summary>
    private async Task AnswerAsync(IConversation conversation, int resumed, CancellationToken stop, CancellationToken cancellationToken)
    {
        while (true)
        {
            Task changed = batch.Changed;
            if (batch.IsAnswered || batch.ResumedCount != resumed)
                return;
            PollIfAccepted(conversation, stop);
            if (!await AsyncSignal.WaitAsync(changed, replyTimeout, time, cancellationToken).ConfigureAwait(false))
                return;
        }
    }

    private void PollIfAccepted(IConversation conversation, CancellationToken cancellationToken)
    {
        if (_polling is null && batch.HasAccepted)
            _polling = PollAsync(conversation, cancellationToken);
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
