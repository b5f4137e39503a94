using System.Net;
using System.Net.Http.Headers;
using ModelCards.Errors;

namespace ModelCards.Transport.Http;

/// <summary>Sends one HTTP request and reads the reply up to a limit.</summary>
internal sealed class HttpExchange(HttpClient http, int responseSizeLimit, TimeProvider time)
{
    /// <param name="request">What to send.</param>
    /// <param name="staysOpen">Which replies are not read to their end but left to the caller; none when null.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<HttpReply> SendAsync(
        HttpRequestMessage request, Predicate<HttpResponseMessage>? staysOpen, CancellationToken cancellationToken)
    {
        HttpStatusCode? status = null;
        HttpResponseMessage? read = null;
        try
        {
            HttpResponseMessage response =
                await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
            status = response.StatusCode;
            if (staysOpen?.Invoke(response) == true)
                return new HttpReply(status, response.ReasonPhrase, default) { Open = response };
            read = response;
            ReadOnlyMemory<byte>? body = await ReadAsync(response.Content, cancellationToken).ConfigureAwait(false);
            return body is { } bytes
                ? new HttpReply(status, response.ReasonPhrase, bytes) { RetryAfter = RetryAfter(response.Headers.RetryAfter, time) }
                : HttpReply.Failed(ClientErrors.ResponseTooLarge(responseSizeLimit), status, null);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception error) when (FailureOf(error, status) is { } failure)
        {
            return HttpReply.Failed(failure, status, error);
        }
        finally
        {
            read?.Dispose();
        }
    }

    /// <summary>What an exception says of the connection; null when it is about something else.</summary>
    public static ServiceError? FailureOf(Exception error, HttpStatusCode? status) => error switch
    {
        OperationCanceledException { InnerException: TimeoutException } => ClientErrors.Timeout(error.Message),
        // So the platform takes a redirection to file:.
        UriFormatException => ClientErrors.Unrecognized($"The reply redirects to what is no http or https URL: {error.Message}"),
        HttpRequestException or IOException or OperationCanceledException => ClientErrors.ConnectionFailed(Describe(error, status)),
        _ => null,
    };

    public static TimeSpan? RetryAfter(RetryConditionHeaderValue? header, TimeProvider time)
    {
        TimeSpan? delay = header?.Delta ?? (header?.Date - time.GetUtcNow());
        return delay > TimeSpan.Zero ? delay : null;
    }

    private async Task<ReadOnlyMemory<byte>?> ReadAsync(HttpContent content, CancellationToken cancellationToken)
    {
        if (content.Headers.ContentLength > responseSizeLimit)
            return null;
        Stream stream = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        await using (stream.ConfigureAwait(false))
        {
            return await BoundedBody.ReadAsync(stream, responseSizeLimit, cancellationToken).ConfigureAwait(false);
        }
    }

    private static string Describe(Exception error, HttpStatusCode? status)
    {
        if (status is not null)
            return $"The connection broke while the reply was read: {error.Message}";
        bool isUnsent = error is HttpRequestException
        {
            HttpRequestError: HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError
                or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError,
        };
        return isUnsent
            ? $"The service could not be reached, so that nothing was sent: {error.Message}"
            : $"The connection broke before the reply came: {error.Message}";
    }
}
