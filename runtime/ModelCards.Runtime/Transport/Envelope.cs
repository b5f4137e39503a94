using System.Net;
using System.Text.Json;
using ModelCards.Errors;

namespace ModelCards.Transport;

/// <summary>One reply, or one frame of a reply: results and errors of any of the tasks that were sent.</summary>
internal sealed class Envelope
{
    /// <summary>Members of each result and the task that it names.</summary>
    public List<(Guid? TaskUuid, IReadOnlyDictionary<string, JsonElement> Members)> Items { get; } = new(1);

    /// <summary>The errors; one without a task UUID is an error of every task that is under way.</summary>
    public List<ServiceError> Errors { get; } = [];

    public HttpStatusCode? Status { get; init; }

    /// <summary>How long the service asks to wait.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>The exception behind an error, such as that of a broken connection.</summary>
    public Exception? Cause { get; init; }

    public static Envelope Failed(ServiceError error, HttpStatusCode? status = null, Exception? cause = null, TimeSpan? retryAfter = null) =>
        new() { Status = status, Cause = cause, RetryAfter = retryAfter, Errors = { error } };
}
