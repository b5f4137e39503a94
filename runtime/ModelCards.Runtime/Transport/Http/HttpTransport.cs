using System.Net.Http.Headers;
using System.Runtime.ExceptionServices;
using System.Text;
using Microsoft.Extensions.Logging;
using ModelCards.Diagnostics;
using ModelCards.Errors;
using ModelCards.Transport.Retry;

namespace ModelCards.Transport.Http;

/// <summary>Sends each message in one POST and takes the answers from its reply.</summary>
internal sealed class HttpTransport(
    HttpExchange http, Uri endpoint, ApiKey key, string userAgent, EnvelopeReader reader, TimeProvider time, ILogger logger)
    : ITransport
{
    private const int QuotedBytes = 2000;

    private static readonly MediaTypeWithQualityHeaderValue Json = new("application/json");

    private readonly AuthenticationHeaderValue _authorization = new("Bearer", key.Value);

    public bool RepliesAreWhole => true;

    public IConversation Open(IListener listener, Guid[] taskUuids) => new Conversation(this, listener);

    /// <summary>Nothing: the HTTP client belongs to the one who made the transport.</summary>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private async Task<Envelope> PostAsync(IReadOnlyList<TransportTask> tasks, CancellationToken cancellationToken)
    {
        using var content = new TaskArrayContent(tasks);
        using var request = new HttpRequestMessage(HttpMethod.Post, endpoint) { Content = content };
        request.Headers.Authorization = _authorization;
        request.Headers.Accept.Add(Json);
        // It was judged when the client was made.
        request.Headers.TryAddWithoutValidation("User-Agent", userAgent);

        if (logger.IsEnabled(LogLevel.Debug))
            logger.Sending(tasks.Count, content.Headers.ContentLength, string.Join(", ", tasks.Select(task => task.Uuid)));
        long start = time.GetTimestamp();
        HttpReply reply = await http.SendAsync(request, cancellationToken).ConfigureAwait(false);
        if (reply.Error is not null && content.UnreadableMedia is { } mistake)
            ExceptionDispatchInfo.Throw(mistake);
        Telemetry.ReceivedBytes(reply.Body.Length);
        logger.Received((int?)reply.Status, reply.Body.Length, (long)time.GetElapsedTime(start).TotalMilliseconds, tasks.Count);
        return reply.Error is null ? Read(reply) : Envelope.Failed(reply.Error, reply.Status, reply.Cause);
    }

    private Envelope Read(HttpReply reply)
    {
        if (reader.TryRead(reply.Body, reply.Status, out Envelope? envelope, out string? problem, reply.RetryAfter))
        {
            if (!reply.IsSuccess && envelope.Errors.Count == 0)
                envelope.Errors.Add(ClientErrors.HttpStatus(reply.Status!.Value, reply.Reason, Quote(reply)));
            return envelope;
        }

        return Envelope.Failed(
            reply.IsSuccess
                ? ClientErrors.Unrecognized($"The reply {problem}. It starts with: {PlainText.OneLine(Quote(reply), 300)}")
                : ClientErrors.HttpStatus(reply.Status!.Value, reply.Reason, Quote(reply)),
            reply.Status,
            retryAfter: reply.RetryAfter);
    }

    private string Quote(HttpReply reply) => key.Mask(Encoding.UTF8.GetString(reply.Body.Span[..Math.Min(reply.Body.Length, QuotedBytes)]));

    private sealed class Conversation(HttpTransport transport, IListener listener) : IConversation
    {
        public async Task<Envelope?> SendAsync(IReadOnlyList<TransportTask> tasks, CancellationToken cancellationToken)
        {
            Envelope envelope = await transport.PostAsync(tasks, cancellationToken).ConfigureAwait(false);
            bool isLost = envelope.Items.Count == 0 && envelope.Errors.Exists(error => !error.IsFromService);
            bool isOfTheMoment = envelope.Items.Count == 0 && envelope.Status is { } status && RetryRules.IsOfTheMoment(status);
            if (isLost || isOfTheMoment)
                return envelope;
            listener.Accept(envelope);
            return null;
        }

        public void Dispose()
        {
        }
    }
}
