using System.Net;
using ModelCards.Errors;

namespace ModelCards.Transport.Retry;

/// <summary>
/// What may be sent again. The task UUID stays the same, so that the service itself tells whether it has the task:
/// then nothing is carried out twice, and nothing is charged twice.
/// </summary>
internal static class RetryRules
{
    /// <summary>The answer to a task UUID that the service has already.</summary>
    public const string ConflictCode = "conflictTaskUUID";

    /// <summary>Whether a task was turned away before it began, because there is too much to do.</summary>
    public static bool IsRefusal(ServiceError error) =>
        error.Code is "noAvailableServer" or "serviceUnavailable" or "serverUnavailable"
        || (error.Category == ErrorCategory.RateLimit && !error.Code.StartsWith("provider", StringComparison.Ordinal));

    /// <summary>Whether it was a question about a task that was turned away, which says nothing of the task.</summary>
    public static bool IsRefusedPoll(ServiceError error) =>
        error.TaskType == "getResponse" && (IsRefusal(error) || error.IsTransient);

    /// <summary>Whether a task was begun and went wrong, so that other results of it may succeed.</summary>
    public static bool IsOfExecution(ErrorCategory category) =>
        category is ErrorCategory.Provider or ErrorCategory.Safety or ErrorCategory.Server or ErrorCategory.Timeout or ErrorCategory.Unknown;

    /// <summary>Whether an HTTP reply is about the moment and not about the tasks.</summary>
    public static bool IsOfTheMoment(HttpStatusCode status) => (int)status is 408 or 429 or >= 500;

    /// <summary>Whether the same message may do better.</summary>
    public static bool MayRepeat(Envelope failure) => failure.Errors.TrueForAll(MayRepeat);

    // A reply that cannot be read stands for tasks that were most likely carried out: the same UUID finds their results.
    private static bool MayRepeat(ServiceError error) =>
        error.Code switch
        {
            "unrecognizedResponse" => true,
            "responseTooLarge" or "disconnected" => false,
            _ => IsRefusal(error) || error.Category is ErrorCategory.Connection or ErrorCategory.Timeout or ErrorCategory.Server or ErrorCategory.RateLimit,
        };
}
