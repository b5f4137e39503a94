using ModelCards.Emulator.Errors;
using ModelCards.Emulator.Tasks;

namespace ModelCards.Emulator.Utilities;

/// <summary><c>getTaskDetails</c>: the task as it was sent.</summary>
internal sealed class TaskDetailsHandler(TaskLog log) : UtilityHandler("getTaskDetails")
{
    protected override IReadOnlyList<ResultItem> Answer(TaskFields fields, string taskUuid)
    {
        ReceivedTask[] sent = [.. log.ToList().Where(task => task.TaskUuid == taskUuid && task.TaskType is not ("getTaskDetails" or "getResponse"))];
        if (sent.Length == 0)
            fields.Fail(ErrorCodes.TaskFailedOrNotFound, "taskUUID", "No task with this taskUUID arrived, or it is forgotten.");
        return [Item(taskUuid, writer =>
        {
            writer.WriteStartArray("request");
            foreach (ReceivedTask task in sent)
                task.Json.WriteTo(writer);
            writer.WriteEndArray();
        })];
    }
}
