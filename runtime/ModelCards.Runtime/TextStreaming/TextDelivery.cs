using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using ModelCards.Diagnostics;
using ModelCards.Errors;
using ModelCards.Transport;
using ModelCards.Transport.Delivery;

namespace ModelCards.TextStreaming;

/// <summary>
/// Brings one text to its end, chunk by chunk: sends its task, reads the events, and asks for the text where its stream was lost.
/// </summary>
internal sealed class TextDelivery(PendingBatch batch, TextParts parts, TextTransport transport)
{
    private static readonly TaskState[] Unended = [TaskState.Unsent, TaskState.Sent, TaskState.Accepted, TaskState.Refused];

    private readonly PendingTask _task = batch.Tasks[0];
    private EventReader? _events;
    private TextChunks? _chunks;
    private bool _isSent;

    public async IAsyncEnumerable<TextChunk> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(transport.Closing.IsCancellationRequested, typeof(RunwareClient));
        cancellationToken.ThrowIfCancellationRequested();
        long start = transport.Time.GetTimestamp();
        using Activity? activity = Telemetry.StartSending(batch);
        using var deadline = new Deadline(transport.Timeout, transport.Time, cancellationToken);
        using var running = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, transport.Closing);
        try
        {
            while (await NextAsync(deadline, running.Token).ConfigureAwait(false) is { } chunk)
            {
                parts.Add(chunk);
                yield return chunk;
            }
        }
        finally
        {
            await CloseAsync().ConfigureAwait(false);
            batch.GiveUp(Envelope.Failed(ClientErrors.GivenUp()), Unended);
            TimeSpan elapsed = transport.Time.GetElapsedTime(start);
            Telemetry.EndSending(activity, batch, elapsed);
            batch.Report((long)elapsed.TotalMilliseconds);
        }

        string? what = parts.Length == 0
            ? null
            : string.Create(CultureInfo.InvariantCulture, $"The text of task {_task.Uuid} failed after its first {parts.Length} characters");
        if (batch.FailureOf(_task, what) is { } failure)
            throw failure;
    }

    /// <summary>The next chunk; null when the task has ended, well or not.</summary>
    private async Task<TextChunk?> NextAsync(Deadline deadline, CancellationToken cancellationToken)
    {
        try
        {
            if (!_isSent)
                await SendAsync(cancellationToken).ConfigureAwait(false);
            if (_events is not null)
            {
                if (await _chunks!.NextAsync().ConfigureAwait(false) is { } chunk)
                    return chunk;
                await EndAsync().ConfigureAwait(false);
                if (_task.HasEnded)
                    return null;
            }

            if (batch.HasAccepted)
                await transport.PollAsync(batch, cancellationToken).ConfigureAwait(false);
            return batch.Results.TryRead(out var whole) ? new TextChunk(whole.Result.Members) : null;
        }
        catch (OperationCanceledException error) when (cancellationToken.IsCancellationRequested)
        {
            ServiceError failure = deadline.Token.IsCancellationRequested ? deadline.Passed() : ClientErrors.Disconnected();
            batch.GiveUp(Envelope.Failed(failure, cause: error), Unended);
        }
        catch (EventStreamException error)
            when (parts.HasFinishReason && error.Error.Category is ErrorCategory.Connection or ErrorCategory.Timeout)
        {
            // The text is whole. What is lost is at most what it took.
            Complete();
        }
        catch (EventStreamException error)
        {
            batch.GiveUp(Envelope.Failed(error.Error, _events?.Status, error.InnerException), Unended);
        }

        return null;
    }

    private async Task SendAsync(CancellationToken cancellationToken)
    {
        _isSent = true;
        _events = await transport.SendAsync(batch, cancellationToken).ConfigureAwait(false);
        if (_events is not null)
            _chunks = new TextChunks(_events, batch, transport);
    }

    /// <summary>The stream came to its end, or to an error of the task.</summary>
    private async Task EndAsync()
    {
        if (_task.State == TaskState.Sent)
        {
            if (_chunks!.IsDone ? _chunks.HasAny : parts.HasFinishReason)
                Complete();
            else
                batch.EndReply([_task], _chunks.IsDone ? null : ClientErrors.StreamBrokenOff(_task.Uuid, parts.Length));
        }

        // What was turned away within a stream is not sent again: it may have begun.
        batch.GiveUp(null, TaskState.Refused);
        await CloseAsync().ConfigureAwait(false);
    }

    private void Complete() => batch.Accept(new Envelope { Items = { (_task.Uuid, parts.ToResult().Members) } });

    private async ValueTask CloseAsync()
    {
        if (_events is not { } events)
            return;
        _events = null;
        Telemetry.ReceivedBytes((int)Math.Min(events.Bytes, int.MaxValue));
        transport.Logger.StreamEnded(_task.Uuid, events.Count, events.Bytes);
        await events.DisposeAsync().ConfigureAwait(false);
    }
}
