using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using ModelCards.Errors;
using ModelCards.Results;

namespace ModelCards.Transport.Http;

/// <summary>One file on its way from its URL; an attempt that broke off is carried on by the next.</summary>
internal sealed class Download(
    HttpClient http,
    Uri url,
    string userAgent,
    byte[] chunk,
    Stream target,
    SizeLimit limit,
    IProgress<DownloadProgress>? progress,
    TimeSpan idleTime,
    TimeProvider time)
{
    private long _received;
    private long? _total;
    private EntityTagHeaderValue? _tag;

    // What the caller's stream throws is no broken connection.
    private bool _isWithCaller;

    /// <summary>What the server says that it is.</summary>
    public string? MediaType { get; private set; }

    public async Task<SendAttempt> AttemptAsync(CancellationToken cancellationToken)
    {
        HttpStatusCode? status = null;
        using var silence = new SilenceTimer("Nothing of the file came", idleTime, time, cancellationToken);
        silence.Start();
        try
        {
            using HttpRequestMessage request = NewRequest();
            using HttpResponseMessage response =
                await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, silence.Token).ConfigureAwait(false);
            status = response.StatusCode;
            if (FindProblem(response) is { } problem)
                return Failed(problem, response);
            Stream body = await response.Content.ReadAsStreamAsync(silence.Token).ConfigureAwait(false);
            await using (body.ConfigureAwait(false))
            {
                long skipped = status == HttpStatusCode.PartialContent ? 0 : _received;
                return await CopyAsync(body, skipped, response, silence, cancellationToken).ConfigureAwait(false);
            }
        }
        catch (Exception error) when (!_isWithCaller && FailureOf(error, status, silence) is { } failure)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return SendAttempt.Failed(Envelope.Failed(failure, status, error));
        }
    }

    private async Task<SendAttempt> CopyAsync(
        Stream body, long skipped, HttpResponseMessage response, SilenceTimer silence, CancellationToken cancellationToken)
    {
        while (true)
        {
            silence.Start();
            int read = await body.ReadAsync(chunk.AsMemory(0, Downloads.ChunkBytes), silence.Token).ConfigureAwait(false);
            // However long the target takes, the server is not to blame.
            silence.Stop();
            if (read == 0)
                break;
            int known = (int)Math.Min(skipped, read);
            skipped -= known;
            if (known < read && !await TryWriteAsync(chunk.AsMemory(known, read - known), cancellationToken).ConfigureAwait(false))
                return Failed(limit.Exceeded(), response);
        }

        return skipped > 0 || _received < _total
            ? Failed(
                ClientErrors.ConnectionFailed(string.Create(CultureInfo.InvariantCulture, $"The file broke off after {_received} of {_total ?? _received} bytes.")),
                response)
            : SendAttempt.Success;
    }

    private async ValueTask<bool> TryWriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        if (_received + bytes.Length > limit.Bytes)
            return false;
        _isWithCaller = true;
        await target.WriteAsync(bytes, cancellationToken).ConfigureAwait(false);
        _received += bytes.Length;
        progress?.Report(new DownloadProgress(_received, _total));
        _isWithCaller = false;
        return true;
    }

    private HttpRequestMessage NewRequest()
    {
        // Results lie on other hosts: the key stays here.
        var request = new HttpRequestMessage(HttpMethod.Get, url);
        request.Headers.UserAgent.ParseAdd(userAgent);
        if (_received > 0 && _tag is not null)
        {
            request.Headers.Range = new RangeHeaderValue(_received, null);
            request.Headers.IfRange = new RangeConditionHeaderValue(_tag);
        }

        return request;
    }

    /// <summary>What is wrong with the head of a reply; null when its body carries on what has come.</summary>
    private ServiceError? FindProblem(HttpResponseMessage response)
    {
        HttpContentHeaders headers = response.Content.Headers;
        bool isRest = response.StatusCode == HttpStatusCode.PartialContent && _received > 0;
        if (!response.IsSuccessStatusCode || (response.StatusCode == HttpStatusCode.PartialContent && !isRest))
            return Refused(response);
        if (isRest && headers.ContentRange?.From != _received)
        {
            // Next time all of it is asked for.
            _tag = null;
            return ClientErrors.Unrecognized("The server gave another part of the file than was asked for.");
        }

        long? total = isRest ? headers.ContentRange?.Length : headers.ContentLength;
        if (_received > 0 && total != _total)
            return new ServiceError("downloadFailed", "The file at the URL of the result changed while it was fetched.", ErrorCategory.InvalidResponse);
        _total = total;
        MediaType = headers.ContentType?.MediaType;
        _tag = total is not null && response.Headers.ETag is { IsWeak: false } tag ? tag : null;
        return total > limit.Bytes ? limit.Exceeded() : null;
    }

    private static ServiceError Refused(HttpResponseMessage response)
    {
        int status = (int)response.StatusCode;
        string answer = string.Create(CultureInfo.InvariantCulture, $"HTTP {status} {PlainText.OneLine(response.ReasonPhrase ?? "", 100)}");
        return new ServiceError(
            "downloadFailed",
            status is >= 300 and < 400
                ? $"The URL of the result gave {answer}, which leads to no http or https URL."
                : $"The URL of the result gave {answer}; such a URL works only as long as the ttl of the request said.",
            status switch
            {
                408 or 504 => ErrorCategory.Timeout,
                429 => ErrorCategory.RateLimit,
                >= 500 => ErrorCategory.Server,
                >= 400 => ErrorCategory.NotFound,
                _ => ErrorCategory.InvalidResponse,
            });
    }

    private SendAttempt Failed(ServiceError error, HttpResponseMessage response) => SendAttempt.Failed(
        Envelope.Failed(error, response.StatusCode, retryAfter: HttpExchange.RetryAfter(response.Headers.RetryAfter, time)));

    private static ServiceError? FailureOf(Exception error, HttpStatusCode? status, SilenceTimer silence) => silence.IsOver
        ? silence.Error
        : HttpExchange.FailureOf(error, status);
}
