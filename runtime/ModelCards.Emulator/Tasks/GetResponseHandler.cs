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
        if (memory.TryGet(taskUuid, out AcceptedTask? accepted))
            return Task.FromResult(Progress(accepted));
        return Task.FromResult(Reply.With(Unknown(task)));
    }

    private Reply Progress(AcceptedTask accepted)
    {
        ImageItem[] finished = [.. accepted.Images.Where(image => image.Finished.IsCompleted)];
        IEnumerable<ResultItem> unfinished = finished.Length == accepted.Images.Count
            ? []
            : [new ProcessingItem(ImageTask.TaskType, accepted.Task.TaskUuid, accepted.Progress(clock.GetUtcNow()))];
        return new Reply(
            [.. finished.Where(image => image.HasResult).Select(image => new PolledImageItem(image)), .. unfinished],
            [.. finished.SelectMany(image => image.Errors)]);
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
