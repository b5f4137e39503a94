using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text.Json;
using ModelCards.Diagnostics;
using ModelCards.Requests;
using ModelCards.Results;
using ModelCards.Transport;
using ModelCards.Transport.Delivery;
using ModelCards.Validation;

namespace ModelCards;

public sealed partial class RunwareClient
{
    private async IAsyncEnumerable<TResult> StreamAsync<TResult>(
        ModelRequest[] requests,
        Func<IReadOnlyDictionary<string, JsonElement>, TaskResult>? create,
        IProgress<TaskProgress>? progress,
        [EnumeratorCancellation] CancellationToken cancellationToken)
        where TResult : TaskResult
    {
        PendingBatch batch = NewBatch(requests, create, progress);
        await foreach ((_, TaskResult result) in ExchangeAsync(batch, cancellationToken).ConfigureAwait(false))
            yield return (TResult)result;
        batch.ThrowIfFailed();
    }

    private async Task<IReadOnlyList<TaskOutcome<TResult>>> CollectAsync<TResult>(
        ModelRequest[] requests,
        Func<IReadOnlyDictionary<string, JsonElement>, TaskResult>? create,
        CancellationToken cancellationToken)
        where TResult : TaskResult
    {
        PendingBatch batch = NewBatch(requests, create, null);
        var results = batch.Tasks.ToDictionary(task => task, _ => new List<TResult>());
        await foreach ((PendingTask task, TaskResult result) in ExchangeAsync(batch, cancellationToken).ConfigureAwait(false))
            results[task].Add((TResult)result);
        return [.. batch.Tasks.Select(task => new TaskOutcome<TResult>(task.Request, task.Uuid, results[task], batch.FailureOf(task)))];
    }

    private async IAsyncEnumerable<(PendingTask Task, TaskResult Result)> ExchangeAsync(
        PendingBatch batch, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(IsDisposed, this);
        cancellationToken.ThrowIfCancellationRequested();
        if (batch.HasEnded)
            yield break;
        long start = _time.GetTimestamp();
        var deadline = new Deadline(_timeout, _time, cancellationToken);
        Task delivering = DeliverAsync(batch, deadline);
        try
        {
            await foreach ((PendingTask, TaskResult) answer in batch.Results.ReadAllAsync(CancellationToken.None).ConfigureAwait(false))
                yield return answer;
        }
        finally
        {
            // Who stops early wants no more; a task that was sent is carried out all the same.
            if (!batch.HasEnded && !delivering.IsCompleted)
            {
                await deadline.GiveUpAsync().ConfigureAwait(false);
                await delivering.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }

        // Once every task has ended there is nothing to wait for: the delivery finds out by itself.
        if (!batch.HasEnded)
            await delivering.ConfigureAwait(false);
        batch.Report((long)_time.GetElapsedTime(start).TotalMilliseconds);
    }

    /// <summary>Delivers to the end. Whatever happens, those who read the results come to an end too.</summary>
    private async Task DeliverAsync(PendingBatch batch, Deadline deadline)
    {
        long start = _time.GetTimestamp();
        using Activity? activity = Telemetry.StartSending(batch);
        try
        {
            await new TaskDelivery(batch, _transport, _policy, _replyTimeout, _time).RunAsync(deadline.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException error) when (deadline.Token.IsCancellationRequested)
        {
            batch.GiveUp(
                Envelope.Failed(deadline.Passed(), cause: error), TaskState.Unsent, TaskState.Sent, TaskState.Accepted, TaskState.Refused);
        }
        finally
        {
            Telemetry.EndSending(activity, batch, _time.GetElapsedTime(start));
            batch.EndResults();
            deadline.Dispose();
        }
    }

    private PendingBatch NewBatch(
        ModelRequest[] requests, Func<IReadOnlyDictionary<string, JsonElement>, TaskResult>? create, IProgress<TaskProgress>? progress)
    {
        var counts = new StateCounts(requests.Length);
        SendingLog? log = _sendingLog.IsOn ? _sendingLog : null;
        return new PendingBatch(
            [.. requests.Select(request => new PendingTask(
                request,
                request.ExplicitTaskUuid ?? Guid.NewGuid(),
                create ?? ResultTypes.Of(request.SourceCard.TaskType)) 
                {
                    Counts = counts, IsPushed = !_transport.RepliesAreWhole, Log = log,
                })],
            counts,
            progress,
            _logger);
    }

    private ModelRequest[] Check(IEnumerable<ModelRequest> requests)
    {
        ArgumentNullException.ThrowIfNull(requests);
        ObjectDisposedException.ThrowIf(IsDisposed, this);
        ModelRequest[] all = [.. requests];
        if (Array.IndexOf(all, null) is >= 0 and var missing)
            throw new ArgumentException($"requests[{missing}] is null.", nameof(requests));
        var uuids = new Dictionary<Guid, int>();
        for (int i = 0; i < all.Length; i++)
        {
            if (all[i].ExplicitTaskUuid is { } uuid && !uuids.TryAdd(uuid, i))
            {
                throw new ArgumentException(
                    $"requests[{uuids[uuid]}] and requests[{i}] both have the task UUID {uuid}, so that their results could not be told apart. " +
                    "Leave the task UUID out to have a fresh one drawn for each.",
                    nameof(requests));
            }
        }

        if (!_sendUnchecked)
            ThrowIfInvalid(all);
        return all;
    }

    private static void ThrowIfInvalid(ModelRequest[] requests)
    {
        if (requests is [ModelRequest single])
        {
            single.Validate().ThrowIfInvalid();
            return;
        }

        ValidationError[] errors = [.. requests.SelectMany((request, index) => request.Validate().Errors.Select(error => error with
        {
            Pointer = $"/{index}{error.Pointer}",
            Message = $"requests[{index}] ({request.SourceCard.Slug}): {error.Message}",
        }))];
        new ValidationResult(errors).ThrowIfInvalid();
    }
}
