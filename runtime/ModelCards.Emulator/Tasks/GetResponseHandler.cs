using System.Text.Json;
using ModelCards.Emulator.Errors;

namespace ModelCards.Emulator.Tasks;

/// <summary>Delivers what is finished of an accepted task, as often as it is asked, whether it was sent synchronously or not.</summary>
internal sealed class GetResponseHandler(TaskMemory memory, TimeProvider clock) : ITaskHandler
{
    public string TaskType => "getResponse";

    public Task<Reply> AnswerAsync(JsonElement task, CancellationToken cancellationToken)
    {
        if (!TaskIdentity.TryGetUuid(task, out Guid taskUuid, out ServiceError? error))
            return Task.FromResult(Reply.With(error));
        if (memory.TryGet(taskUuid, out IRememberedTask? accepted))
            return Task.FromResult(accepted.Poll(clock.GetUtcNow()));
        return Task.FromResult(Reply.With(Unknown(task)));
    }

    private ServiceError Unknown(JsonElement task) =>
        new(ErrorCodes.TaskFailedOrNotFound, "No task with this taskUUID was accepted, or it is forgotten.")
        {
            Parameters = ["taskUUID"],
            Type = "string",
            TaskType = TaskType,
            TaskUuid = TaskIdentity.Echo(task, "taskUUID"),
            Documentation = DocumentationLinks.Polling,
        };
}
