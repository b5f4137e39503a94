using Microsoft.Extensions.Logging;
using ModelCards.Transport;
using ModelCards.Transport.Delivery;
using ModelCards.Transport.Http;
using ModelCards.Transport.Retry;

namespace ModelCards.TextStreaming;

/// <summary>What all texts of a client share: the way to the service, which is always HTTP, and how long to wait.</summary>
internal sealed class TextTransport(
    HttpTransport http,
    EnvelopeReader reader,
    RetryPolicy policy,
    SizeLimit limit,
    TimeSpan timeout,
    TimeSpan replyTimeout,
    TimeProvider time,
    ILogger logger,
    CancellationToken closing)
{
    public HttpTransport Http => http;

    public EnvelopeReader Reader => reader;

    public TimeSpan Timeout => timeout;

    public TimeProvider Time => time;

    public ILogger Logger => logger;

    /// <summary>Ends every stream.</summary>
    public CancellationToken Closing => closing;

    /// <summary>Sends the task of a batch, as often as the policy says and until an answer begins.</summary>
    /// <returns>The events; null when the answer came as a whole, the service has the task from before, or nothing more is tried.</returns>
    public async Task<EventReader?> SendAsync(PendingBatch batch, CancellationToken cancellationToken)
    {
        EventReader? events = null;
        SendAttempt attempt = await policy.Pipeline.ExecuteAsync(
            async token =>
            {
                if (events is not null)
                    return SendAttempt.Success;
                (events, Envelope? failure) = await AttemptAsync(batch, token).ConfigureAwait(false);
                return failure is null ? SendAttempt.Refused(batch.Refusals()) : SendAttempt.Failed(failure);
            },
            cancellationToken).ConfigureAwait(false);
        if (events is null)
            batch.GiveUp(attempt.Failure, TaskState.Unsent, TaskState.Sent, TaskState.Refused);
        return events;
    }

    /// <summary>Asks for a text that the service has already, until it is there.</summary>
    public Task PollAsync(PendingBatch batch, CancellationToken cancellationToken) =>
        new TaskDelivery(batch, http, policy, replyTimeout, time).RunAsync(cancellationToken);

    private async Task<(EventReader? Events, Envelope? Failure)> AttemptAsync(PendingBatch batch, CancellationToken cancellationToken)
    {
        if (batch.TakeUnanswered() is not [PendingTask task])
            return (null, null);
        var silence = new SilenceTimer("Nothing came of the text", replyTimeout, time, cancellationToken);
        try
        {
            silence.Start();
            (HttpResponseMessage? response, Envelope? failure) = await http.OpenAsync(task, batch, silence.Token).ConfigureAwait(false);
            silence.Stop();
            if (response is not null)
            {
                var events = new EventReader(response, silence, limit);
                silence = null;
                return (events, null);
            }

            if (failure is null)
                batch.EndReply([task]);
            return (null, failure);
        }
        catch (OperationCanceledException error) when (silence!.IsOver && !cancellationToken.IsCancellationRequested)
        {
            return (null, Envelope.Failed(silence.Error, cause: error));
        }
        finally
        {
            silence?.Dispose();
        }
    }
}
