using System.Text.Json;
using ModelCards.Emulator.Errors;

namespace ModelCards.Emulator.Incoming;

/// <summary>What a client sent at once: a JSON array of objects, or the error that it is none.</summary>
internal sealed class TaskArray : IDisposable
{
    private readonly JsonDocument? _document;

    private TaskArray(JsonDocument? document, string? problem)
    {
        _document = document;
        Elements = document is null ? [] : [.. document.RootElement.EnumerateArray()];
        if (problem is not null)
            Error = new ServiceError(ErrorCodes.InvalidRequestBody, problem) { Documentation = DocumentationLinks.Errors };
    }

    public ServiceError? Error { get; }

    /// <summary>The objects, an authentication included; none when there is an error.</summary>
    public JsonElement[] Elements { get; }

    public static TaskArray Wrong(string problem) => new(null, problem);

    public static TaskArray Parse(ReadOnlyMemory<byte> text, EmulatorLimits limits)
    {
        if (JsonGuard.FindProblem(text.Span, limits) is { } problem)
            return Wrong(problem);
        JsonDocument document;
        try
        {
            var options = new JsonDocumentOptions { MaxDepth = limits.MaxJsonDepth, AllowDuplicateProperties = false };
            document = JsonDocument.Parse(text, options);
        }
        catch (JsonException exception)
        {
            return Wrong($"The body is not valid JSON: {exception.Message}");
        }

        if (FindProblem(document.RootElement) is not { } wrong)
            return new TaskArray(document, null);
        document.Dispose();
        return Wrong(wrong);
    }

    /// <summary>What is wrong with the number of tasks; null when nothing is.</summary>
    public static ServiceError? FindProblem(int tasks, EmulatorLimits limits)
    {
        if (tasks == 0)
            return new ServiceError(ErrorCodes.InvalidRequestBody, "The body holds no task.") { Documentation = DocumentationLinks.Errors };
        return tasks <= limits.MaxTasks
            ? null
            : new ServiceError(ErrorCodes.MaxTasksExceeded, $"The body holds {tasks} tasks; at most {limits.MaxTasks} are taken.") { Documentation = DocumentationLinks.Errors };
    }

    public void Dispose() => _document?.Dispose();

    private static string? FindProblem(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Array)
            return "The body must be a JSON array of task objects, even for one task.";
        return root.EnumerateArray().All(element => element.ValueKind == JsonValueKind.Object)
            ? null
            : "Every element of the body must be an object.";
    }
}
