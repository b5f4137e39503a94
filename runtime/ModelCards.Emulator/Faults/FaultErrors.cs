using System.Text.Json;
using ModelCards.Emulator.Errors;
using ModelCards.Emulator.Tasks;

namespace ModelCards.Emulator.Faults;

/// <summary>The errors that the switchboard makes.</summary>
internal static class FaultErrors
{
    /// <summary>The refusal of a whole message.</summary>
    public static ServiceError Of(FaultKind kind) => kind == FaultKind.TooManyRequests
        ? new ServiceError(ErrorCodes.RateLimitExceeded, "Too many requests: a fault of the switchboard.") { Documentation = DocumentationLinks.Errors }
        : new ServiceError(ErrorCodes.NoAvailableServer, "No capacity: a fault of the switchboard.") { Documentation = DocumentationLinks.Errors };

    /// <summary>The refusal of one task.</summary>
    public static ServiceError Of(FaultKind kind, JsonElement task) => Of(kind) with
    {
        TaskType = TaskIdentity.Echo(task, "taskType"),
        TaskUuid = TaskIdentity.Echo(task, "taskUUID"),
    };

    /// <summary>The failure of one result of a task.</summary>
    /// <param name="taskType">The task's type.</param>
    /// <param name="taskUuid">The task's UUID.</param>
    /// <param name="what">What the result would have been, such as <c>image</c>.</param>
    public static ServiceError Inference(string taskType, string taskUuid, string what) =>
        new(ErrorCodes.InferenceError, $"A fault of the switchboard made this {what} fail.")
        {
            TaskType = taskType,
            TaskUuid = taskUuid,
            Documentation = DocumentationLinks.Errors,
        };
}
