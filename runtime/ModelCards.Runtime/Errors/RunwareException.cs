using System.Net;

namespace ModelCards.Errors;

/// <summary>Tasks that were sent and did not succeed, or not in full.</summary>
/// <remarks>The message lists every error with the service's own code, the parameters and what to do. It never holds the API key.</remarks>
public sealed class RunwareException : Exception
{
    internal RunwareException(
        string heading,
        IReadOnlyList<Guid> taskUuids,
        IReadOnlyList<ServiceError> errors,
        HttpStatusCode? statusCode = null,
        Exception? cause = null)
        : base(FailureText.Of(heading, taskUuids, errors), cause)
    {
        TaskUuids = taskUuids;
        Errors = errors;
        StatusCode = statusCode;
    }

    /// <summary>The tasks that failed.</summary>
    public IReadOnlyList<Guid> TaskUuids { get; }

    /// <summary>Every error of those tasks; at least one.</summary>
    public IReadOnlyList<ServiceError> Errors { get; }

    /// <summary>HTTP status of the reply; null when there was none. One reply may hold results and errors, so it can be 200.</summary>
    public HttpStatusCode? StatusCode { get; }

    /// <summary>Kind of the first error.</summary>
    public ErrorCategory Category => Errors[0].Category;

    /// <summary>Whether trying again later may help with all of the errors.</summary>
    /// <remarks>
    /// A task that timed out or lost its connection may have been carried out and charged; sending it again may charge it again.
    /// </remarks>
    public bool IsTransient => Errors.All(error => error.IsTransient);
}
