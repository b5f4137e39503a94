using System.Text.Json;
using ModelCards.Cards;
using ModelCards.Emulator.Errors;
using ModelCards.Emulator.Judging;
using ModelCards.Emulator.Tasks;

namespace ModelCards.Emulator.Utilities;

/// <summary>Answers a task that makes nothing: reads its members, and answers when they are as they should be.</summary>
/// <param name="taskType">Its type.</param>
/// <param name="card">Judges the members before they are read; null where the handler does.</param>
/// <param name="memory">Where its UUID is taken; null for a mere question, which may be asked again.</param>
internal abstract class UtilityHandler(string taskType, ModelCard? card = null, TaskMemory? memory = null) : ITaskHandler
{
    public string TaskType => taskType;

    public Task<Reply> AnswerAsync(JsonElement task, CancellationToken cancellationToken)
    {
        if (!TaskIdentity.TryGetUuid(task, out Guid uuid, out ServiceError? error))
            return Task.FromResult(Reply.With(error));
        string taskUuid = TaskIdentity.Echo(task, "taskUUID")!;
        ServiceError[] errors = card is null ? [] : [.. card.Validate(task).Errors.Select(wrong => ServiceErrors.From(wrong, card, taskType, taskUuid))];
        if (errors.Length > 0)
            return Task.FromResult(Reply.With(errors));
        if (memory is not null && memory.TryGet(uuid, out _))
            return Task.FromResult(Reply.With(TaskIdentity.Conflict(taskType, taskUuid)));
        var fields = new TaskFields(task, taskType, taskUuid);
        IReadOnlyList<JsonItem> items = Answer(fields, taskUuid);
        if (fields.Errors.Count > 0)
            return Task.FromResult(new Reply([], fields.Errors));
        memory?.TryAccept(uuid, new AnsweredTask(items));
        return Task.FromResult(new Reply(items, []));
    }

    /// <summary>The items; they do not count when the fields have errors.</summary>
    protected abstract IReadOnlyList<JsonItem> Answer(TaskFields fields, string taskUuid);

    protected JsonItem Item(string taskUuid, Action<Utf8JsonWriter> members) => new(taskType, taskUuid, members);
}
