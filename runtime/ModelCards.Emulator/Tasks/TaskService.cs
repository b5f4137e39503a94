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
    /// <param name="tasks">The tasks.</param>
    /// <param name="canStream">Whether who asks can take a stream of events in answer.</param>
    /// <param name="cancellationToken">Gives it up.</param>
    public async Task<Reply> AnswerAsync(JsonElement[] tasks, bool canStream, CancellationToken cancellationToken)
    {
        var replies = new List<Reply>(tasks.Length);
        foreach (JsonElement task in tasks)
            replies.Add(await AnswerAsync(task, canStream, cancellationToken).ConfigureAwait(false));
        return Reply.Of(replies);
    }

    private async Task<Reply> AnswerAsync(JsonElement task, bool canStream, CancellationToken cancellationToken)
    {
        log.Add(task);
        string? taskType = TaskIdentity.Echo(task, "taskType");
        string? taskUuid = TaskIdentity.Echo(task, "taskUUID");
        ITaskHandler? handler = taskType is null ? null : _handlers.GetValueOrDefault(taskType);
        bool asksInVain = !canStream && handler is { Streams: true } && TaskIdentity.Echo(task, "deliveryMethod") == "stream";
        Reply reply = handler is null ? Reply.With(UnknownType(task, taskType, taskUuid))
            : asksInVain ? Reply.With(NoStream(taskType, taskUuid))
            : await handler.AnswerAsync(task, cancellationToken).ConfigureAwait(false);
        journal.AddTask(task, reply);
        LogAnswer(taskType, taskUuid, reply.Items.Count, reply.Errors.Count);
        return reply;
    }

    private static ServiceError NoStream(string? taskType, string? taskUuid) =>
        new(ErrorCodes.InvalidParameter, "deliveryMethod stream is for one task alone, over HTTP.")
        {
            Parameters = ["deliveryMethod"],
            Type = "string",
            TaskType = taskType,
            TaskUuid = taskUuid,
            Documentation = DocumentationLinks.Models,
            AllowedValues = [JsonSerializer.SerializeToElement("sync"), JsonSerializer.SerializeToElement("async")],
        };

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
