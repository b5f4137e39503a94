using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using ModelCards.Emulator.Errors;

namespace ModelCards.Emulator.Tasks;

/// <summary>What every task says of itself, read without trust.</summary>
internal static class TaskIdentity
{
    private const int LongestEcho = 100;

    /// <summary>A text member to repeat in a reply; null when it is none, or too long to be what it should be.</summary>
    public static string? Echo(JsonElement task, string name) =>
        task.TryGetProperty(name, out JsonElement value)
        && value.ValueKind == JsonValueKind.String
        && value.GetString() is { Length: <= LongestEcho } text
            ? text
            : null;

    /// <summary>The error of a UUID that an earlier task has.</summary>
    public static ServiceError Conflict(string taskType, string taskUuid) =>
        new(ErrorCodes.ConflictTaskUuid, "A task with this taskUUID was accepted already: getResponse fetches its results.")
        {
            Parameters = ["taskUUID"],
            Type = "string",
            TaskType = taskType,
            TaskUuid = taskUuid,
            Documentation = DocumentationLinks.Errors,
        };

    public static bool TryGetUuid(JsonElement task, out Guid uuid, [NotNullWhen(false)] out ServiceError? error)
    {
        error = null;
        string? text = Echo(task, "taskUUID");
        if (Guid.TryParseExact(text, "D", out uuid))
            return true;
        bool isMissing = !task.TryGetProperty("taskUUID", out _);
        error = new ServiceError(
            isMissing ? ErrorCodes.MissingParameter : ErrorCodes.InvalidParameter,
            isMissing ? "taskUUID is required." : "taskUUID must be a UUID.")
        {
            Parameters = ["taskUUID"],
            Type = "string",
            TaskType = Echo(task, "taskType"),
            TaskUuid = text,
            Documentation = DocumentationLinks.Errors,
        };
        return false;
    }
}
