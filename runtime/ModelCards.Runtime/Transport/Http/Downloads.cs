using System.Globalization;
using ModelCards.Errors;
using ModelCards.Results;
using ModelCards.Transport.Delivery;

namespace ModelCards.Transport.Http;

/// <summary>Fetches results from their URLs.</summary>
internal sealed class Downloads(HttpExchange http, string userAgent)
{
    public async Task<byte[]> FetchAsync(TaskResult result, Uri? url, Deadline deadline)
    {
        if (url?.Scheme is not ("https" or "http"))
            throw Failure(result, ClientErrors.Unrecognized("The result has neither its bytes nor an http or https URL."), null);
        // Results lie on other hosts: the key stays here.
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        request.Headers.UserAgent.ParseAdd(userAgent);
        try
        {
            HttpReply reply = await http.SendAsync(request, deadline.Token).ConfigureAwait(false);
            return reply.IsSuccess ? reply.Body.ToArray() : throw Failure(result, reply.Error ?? Refused(reply), reply);
        }
        catch (OperationCanceledException error) when (deadline.Token.IsCancellationRequested)
        {
            throw Failure(result, deadline.Passed(), HttpReply.Failed(deadline.Passed(), null, error));
        }
    }

    private static ServiceError Refused(HttpReply reply)
    {
        string status = string.Create(CultureInfo.InvariantCulture, $"HTTP {(int)reply.Status!} {PlainText.OneLine(reply.Reason ?? "", 100)}");
        return new ServiceError(
            "downloadFailed",
            $"The URL of the result gave {status}; such a URL works only as long as the ttl of the request said.",
            (int)reply.Status >= 500 ? ErrorCategory.Server : ErrorCategory.NotFound);
    }

    private static RunwareException Failure(TaskResult result, ServiceError error, HttpReply? reply) => new(
        FailureText.Heading($"The result of task {result.TaskUuid} cannot be fetched", reply?.Status),
        [result.TaskUuid],
        [error],
        reply?.Status,
        reply?.Cause);
}
