using System.Text.Json;
using ModelCards.Emulator.Errors;
using ModelCards.Emulator.Tasks;

namespace ModelCards.Emulator.Judging;

/// <summary>Says what is wrong with a task to a model: what its card says, and what is needed to tell tasks apart.</summary>
internal sealed class TaskJudge(CardJudge cards)
{
    /// <summary>Every error; none where the task is sound, and then it has a UUID.</summary>
    public ServiceError[] Judge(string taskType, JsonElement task, out Guid taskUuid)
    {
        ServiceError[] errors = [.. Judge(taskType, task)];
        // A card that knows taskUUID has said already that it is missing or malformed.
        return TaskIdentity.TryGetUuid(task, out taskUuid, out ServiceError? error) || errors.Any(known => known.Parameters is ["taskUUID"])
            ? errors
            : [error, .. errors];
    }

    private IEnumerable<ServiceError> Judge(string taskType, JsonElement task)
    {
        string? taskUuid = TaskIdentity.Echo(task, "taskUUID");
        if (cards.Judge(taskType, task) is { } verdict)
            return verdict.Errors.Select(error => ServiceErrors.From(error, verdict.Card, taskType, taskUuid));
        return [new ServiceError(ErrorCodes.InvalidModel, "The emulator has no card for this model, and none for any model.")
        {
            Parameters = ["model"],
            Type = "string",
            TaskType = taskType,
            TaskUuid = taskUuid,
            Documentation = DocumentationLinks.Models,
            AllowedValues = [.. cards.Models(taskType).Select(model => JsonSerializer.SerializeToElement(model))],
        }];
    }
}
