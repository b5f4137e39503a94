using System.Text.Json;
using ModelCards.Emulator.Errors;
using ModelCards.Emulator.Tasks;

namespace ModelCards.Emulator.Utilities;

/// <summary><c>getTaskDetails</c>: the task as it was sent, and what was answered of it so far.</summary>
internal sealed class TaskDetailsHandler(TaskLog log, TaskMemory memory, TimeProvider clock) : ITaskHandler
{
    public string TaskType => "getTaskDetails";

    public Task<Reply> AnswerAsync(JsonElement task, CancellationToken cancellationToken)
    {
        if (!TaskIdentity.TryGetUuid(task, out Guid uuid, out ServiceError? error))
            return Task.FromResult(Reply.With(error));
        string taskUuid = TaskIdentity.Echo(task, "taskUUID")!;
        ReceivedTask[] sent = [.. log.ToList().Where(other => other.TaskUuid == taskUuid && other.TaskType is not ("getTaskDetails" or "getResponse"))];
        if (sent.Length == 0)
            return Task.FromResult(Reply.With(Unknown(taskUuid)));
        Reply answered = memory.TryGet(uuid, out IRememberedTask? known) ? known.Poll(clock.GetUtcNow()) : Reply.With(Array.Empty<ResultItem>());
        return Task.FromResult(Reply.With(new TaskDetailsItem(taskUuid, sent, answered)));
    }

    private ServiceError Unknown(string taskUuid) =>
        new(ErrorCodes.TaskFailedOrNotFound, "No task with this taskUUID arrived, or it is forgotten.")
        {
            Parameters = ["taskUUID"],
            TaskType = TaskType,
            TaskUuid = taskUuid,
            Documentation = DocumentationLinks.Models,
        };
}
