using System.Net;
using ModelCards.Errors;
using ModelCards.Transport;
using ModelCards.Transport.Retry;

namespace ModelCards;

/// <summary>
/// What came of sending tasks once, or of one attempt at a download: what a policy of <see cref="RunwareClientOptions.RetryPolicy"/> decides
/// by.
/// </summary>
/// <remarks>
/// An attempt is over when the service has answered for each task: with results, with an acknowledgement, with an error, or by
/// turning it away. When a policy repeats it, only the tasks that are still without an answer are sent, under the same task UUID.
/// </remarks>
public sealed class SendAttempt
{
    internal static readonly SendAttempt Success = new([], null, null, false);

    private SendAttempt(IReadOnlyList<ServiceError> errors, HttpStatusCode? status, TimeSpan? retryAfter, bool mayRepeat)
    {
        Errors = errors;
        StatusCode = status;
        RetryAfter = retryAfter;
        MayRepeat = mayRepeat;
    }

    /// <summary>Why tasks are without an answer; empty when all have one.</summary>
    public IReadOnlyList<ServiceError> Errors { get; }

    /// <summary>HTTP status of the reply; null when there was none.</summary>
    public HttpStatusCode? StatusCode { get; }

    /// <summary>How long the service asks to wait; null when it does not.</summary>
    public TimeSpan? RetryAfter { get; }

    /// <summary>Whether sending again may help. It is never charged twice, because the task UUID stays the same.</summary>
    public bool MayRepeat { get; }

    internal Envelope? Failure { get; private init; }

    internal static SendAttempt Failed(Envelope failure) =>
        new(failure.Errors, failure.Status, failure.RetryAfter, RetryRules.MayRepeat(failure)) { Failure = failure };

    internal static SendAttempt Refused(IReadOnlyList<ServiceError> refusals) =>
        refusals.Count == 0 ? Success : new SendAttempt(refusals, null, null, true);
}
