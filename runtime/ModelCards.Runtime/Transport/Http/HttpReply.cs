using System.Net;
using ModelCards.Errors;

namespace ModelCards.Transport.Http;

/// <summary>What an HTTP request gave: a body, or an error where there is none to be had.</summary>
internal sealed record HttpReply(HttpStatusCode? Status, string? Reason, ReadOnlyMemory<byte> Body, ServiceError? Error = null, Exception? Cause = null)
{
    /// <summary>How long the service asks to wait.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>The reply, where its body is yet to be read.</summary>
    public HttpResponseMessage? Open { get; init; }

    public bool IsSuccess => Error is null && Status is { } status && (int)status is >= 200 and < 300;

    public static HttpReply Failed(ServiceError error, HttpStatusCode? status, Exception? cause) => new(status, null, default, error, cause);
}
