using System.Text.Json;
using Microsoft.Extensions.Logging;
using ModelCards.Emulator.Errors;
using ModelCards.Emulator.Journal;

namespace ModelCards.Emulator.Tasks;

/// <summary>
/// The service itself: a task goes in, items and errors come out. It knows nothing of how the task travelled, nor who
/// sent it: transports authenticate and bound what they read.
/// </summary>
internal sealed partial class TaskService(IEnumerable<ITaskHandler> handlers, TaskLog log, EventJournal journal, ILogger<TaskService> logger)
{
    private readonly Dictionary<string, ITaskHandler> _handlers = handlers.ToDictionary(handler => handler.TaskType);

    /// <summary>Answers tasks one after the other; what takes time comes in the items that are not finished.</summary>
    public async Task<Reply> AnswerAsync(JsonElement[] tasks, CancellationToken cancellationToken)
    {
        var replies = new List<Reply>(tasks.Length);
        foreach (JsonElement task in tasks)
            replies.Add(await AnswerAsync(task, cancellationToken).ConfigureAwait(false));
        return Reply.Of(replies);
    }

    private async Task<Reply> AnswerAsync(JsonElement task, CancellationToken cancellationToken)
    {
        log.Add(task);
        string? taskType = TaskIdentity.Echo(task, "taskType");
        string? taskUuid = TaskIdentity.Echo(task, "taskUUID");
        Reply reply = taskType is not null && _handlers.TryGetValue(taskType, out ITaskHandler? handler)
            ? await handler.AnswerAsync(task, cancellationToken).ConfigureAwait(false)
            : Reply.With(UnknownType(task, taskType, taskUuid));
        journal.AddTask(task, reply);
        LogAnswer(taskType, taskUuid, reply.Items.Count, reply.Errors.Count);
        return reply;
    }

    private ServiceError UnknownType(JsonElement task, string? taskType, string? taskUuid)
    {
        bool isMissing = !task.TryGetProperty("taskType", out _);
        string message = isMissing ? "taskType is required."
            : taskType == "authentication" ? "An authentication must be the first element."
            : "The emulator does not know this taskType.";
        return new ServiceError(isMissing ? ErrorCodes.MissingParameter : ErrorCodes.UnsupportedTaskType, message)
        {
            Parameters = ["taskType"],
            Type = "string",
            TaskType = taskType,
            TaskUuid = taskUuid,
            Documentation = DocumentationLinks.Errors,
            AllowedValues = [.. _handlers.Keys.Order(StringComparer.Ordinal).Select(known => JsonSerializer.SerializeToElement(known))],
        };
    }

    [LoggerMessage(EventId = 1, Level = LogLevel.Information, Message = "{TaskType} {TaskUuid}: {Items} items, {Errors} errors")]
    private partial void LogAnswer(string? taskType, string? taskUuid, int items, int errors);
}
