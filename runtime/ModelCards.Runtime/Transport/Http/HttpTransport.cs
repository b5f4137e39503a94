using System.Net.Http.Headers;
using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using System.Text;
using Microsoft.Extensions.Logging;
using ModelCards.Diagnostics;
using ModelCards.Errors;

namespace ModelCards.Transport.Http;

/// <summary>Sends tasks in one POST and takes the results from its reply.</summary>
/// <remarks>
/// A POST is never sent twice: the service may have carried out, and charged, one whose reply was lost.
/// </remarks>
internal sealed class HttpTransport(
    HttpExchange http, Uri endpoint, ApiKey key, string userAgent, EnvelopeReader reader, TimeProvider time, ILogger logger)
    : ITransport
{
    private const int QuotedBytes = 2000;

    public async IAsyncEnumerable<Envelope> SendAsync(
        IReadOnlyList<TransportTask> tasks, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var content = new TaskArrayContent(tasks);
        using var request = new HttpRequestMessage(HttpMethod.Post, endpoint) { Content = content };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key.Value);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        request.Headers.UserAgent.ParseAdd(userAgent);

        if (logger.IsEnabled(LogLevel.Debug))
            logger.Sending(tasks.Count, content.Headers.ContentLength, string.Join(", ", tasks.Select(task => task.Uuid)));
        long start = time.GetTimestamp();
        HttpReply reply = await http.SendAsync(request, cancellationToken).ConfigureAwait(false);
        if (reply.Error is not null && content.UnreadableMedia is { } mistake)
            ExceptionDispatchInfo.Throw(mistake);
        logger.Received((int?)reply.Status, reply.Body.Length, (long)time.GetElapsedTime(start).TotalMilliseconds, tasks.Count);
        yield return reply.Error is null ? Read(reply) : Envelope.Failed(reply.Error, reply.Status, reply.Cause);
    }

    /// <summary>Nothing: the HTTP client belongs to the one who made the transport.</summary>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private Envelope Read(HttpReply reply)
    {
        if (reader.TryRead(reply.Body, reply.Status, out Envelope? envelope, out string? problem))
        {
            if (!reply.IsSuccess && envelope.Errors.Count == 0)
                envelope.Errors.Add(ClientErrors.HttpStatus(reply.Status!.Value, reply.Reason, Quote(reply)));
            return envelope;
        }

        return Envelope.Failed(
            reply.IsSuccess
                ? ClientErrors.Unrecognized($"The reply {problem}. It starts with: {PlainText.OneLine(Quote(reply), 300)}")
                : ClientErrors.HttpStatus(reply.Status!.Value, reply.Reason, Quote(reply)),
            reply.Status);
    }

    private string Quote(HttpReply reply) => key.Mask(Encoding.UTF8.GetString(reply.Body.Span[..Math.Min(reply.Body.Length, QuotedBytes)]));
}
