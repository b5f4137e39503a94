using System.Text.Json;
using ModelCards.Emulator.Errors;
using ModelCards.Emulator.Tasks;

namespace ModelCards.Emulator.Utilities;

/// <summary>Answers a task that makes nothing and has no card: reads its members, and answers when they are as they should be.</summary>
internal abstract class UtilityHandler(string taskType) : ITaskHandler
{
    public string TaskType => taskType;

    public Task<Reply> AnswerAsync(JsonElement task, CancellationToken cancellationToken)
    {
        if (!TaskIdentity.TryGetUuid(task, out _, out ServiceError? error))
            return Task.FromResult(Reply.With(error));
        string taskUuid = TaskIdentity.Echo(task, "taskUUID")!;
        var fields = new TaskFields(task, taskType, taskUuid);
        IReadOnlyList<ResultItem> items = Answer(fields, taskUuid);
        return Task.FromResult(fields.Errors.Count > 0 ? new Reply([], fields.Errors) : new Reply(items, []));
    }

    /// <summary>The items; they do not count when the fields have errors.</summary>
    protected abstract IReadOnlyList<ResultItem> Answer(TaskFields fields, string taskUuid);

    protected JsonItem Item(string taskUuid, Action<Utf8JsonWriter> members) => new(taskType, taskUuid, members);
}
