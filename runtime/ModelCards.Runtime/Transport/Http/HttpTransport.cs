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
    private static readonly MediaTypeWithQualityHeaderValue EventStream = new("text/event-stream");

    public bool RepliesAreWhole => true;

    public IConversation Open(IListener listener, Guid[] taskUuids) => new Conversation(this, listener);

    /// <summary>Nothing: the HTTP client belongs to the one who made the transport.</summary>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    /// <summary>Sends a task whose answer is to come as a stream of events.</summary>
    /// <returns>The stream, to be disposed of; where the answer is another, what <see cref="IConversation.SendAsync"/> returns.</returns>
    public async Task<(HttpResponseMessage? Events, Envelope? Failure)> OpenAsync(
        TransportTask task, IListener listener, CancellationToken cancellationToken)
    {
        HttpReply reply = await PostAsync([task], EventStream, IsEventStream, cancellationToken).ConfigureAwait(false);
        return reply.Open is null ? (null, Take(reply, listener)) : (reply.Open, null);
    }

    /// <summary>The beginning of what the service sent, fit to be told.</summary>
    public string Quote(ReadOnlyMemory<byte> text) => text.Length <= QuotedBytes
        ? key.Mask(Encoding.UTF8.GetString(text.Span))
        : key.MaskCut(Encoding.UTF8.GetString(text.Span[..QuotedBytes]));

    // Servers and proxies that do not know the type of events are taken at their bytes; JSON and web pages are read as a whole.
    private static bool IsEventStream(HttpResponseMessage response) =>
        response.IsSuccessStatusCode
        && response.Content.Headers.ContentType?.MediaType is "text/event-stream" or "text/plain" or "application/octet-stream";

    private async Task<HttpReply> PostAsync(
        IReadOnlyList<TransportTask> tasks, MediaTypeWithQualityHeaderValue accept, Predicate<HttpResponseMessage>? staysOpen, CancellationToken cancellationToken)
    {
        using var content = new TaskArrayContent(tasks);
        using var request = new HttpRequestMessage(HttpMethod.Post, endpoint) { Content = content };
        // Made anew each time: one that is kept prints the key.
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key.Value);
        request.Headers.Accept.Add(accept);
        // It was judged when the client was made.
        request.Headers.TryAddWithoutValidation("User-Agent", userAgent);

        long start = time.GetTimestamp();
        HttpReply reply = await http.SendAsync(request, staysOpen, cancellationToken).ConfigureAwait(false);
        if (reply.Error is not null && content.UnreadableMedia is { } mistake)
            ExceptionDispatchInfo.Throw(mistake);
        Telemetry.ReceivedBytes(reply.Body.Length);
        logger.Received((int?)reply.Status, reply.Body.Length, (long)time.GetElapsedTime(start).TotalMilliseconds, tasks.Count);
        return reply;
    }

    /// <summary>Tells the listener what a reply says of the tasks; gives it back where it is about the sending, or lost.</summary>
    private Envelope? Take(HttpReply reply, IListener listener)
    {
        Envelope envelope = reply.Error is null ? Read(reply) : Envelope.Failed(reply.Error, reply.Status, reply.Cause);
        bool isLost = envelope.Items.Count == 0 && envelope.Errors.Exists(error => !error.IsFromService);
        bool isOfTheMoment = envelope.Items.Count == 0 && envelope.Status is { } status && RetryRules.IsOfTheMoment(status);
        if (isLost || isOfTheMoment)
            return envelope;
        listener.Accept(envelope);
        return null;
    }

    private Envelope Read(HttpReply reply)
    {
        if (reader.TryRead(reply.Body, reply.Status, out Envelope? envelope, out string? problem, reply.RetryAfter))
        {
            if (!reply.IsSuccess && envelope.Errors.Count == 0)
                envelope.Errors.Add(ClientErrors.HttpStatus(reply.Status!.Value, reply.Reason, Quote(reply.Body)));
            return envelope;
        }

        return Envelope.Failed(
            reply.IsSuccess
                ? ClientErrors.Unrecognized($"The reply {problem}. It starts with: {PlainText.OneLine(Quote(reply.Body), 300)}")
                : ClientErrors.HttpStatus(reply.Status!.Value, reply.Reason, Quote(reply.Body)),
            reply.Status,
            retryAfter: reply.RetryAfter);
    }

    private sealed class Conversation(HttpTransport transport, IListener listener) : IConversation
    {
        public async Task<Envelope?> SendAsync(IReadOnlyList<TransportTask> tasks, CancellationToken cancellationToken)
        {
            HttpReply reply = await transport.PostAsync(tasks, Json, null, cancellationToken).ConfigureAwait(false);
            return transport.Take(reply, listener);
        }

        public void Dispose()
        {
        }
    }
}
