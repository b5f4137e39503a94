using System.Text.Json;
using ModelCards.Errors;
using ModelCards.Results;

namespace ModelCards.Transport.Delivery;

/// <summary>The stages of a model's upload: one task, of which each stage is a result until a last one comes.</summary>
internal sealed class ModelStages
{
    public const string TaskType = "modelUpload";

    /// <summary>How many there are when all goes well: validated, downloaded, optimized, stored, ready.</summary>
    public const int Count = 5;

    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);

    /// <summary>Takes a stage in; false where it came before, or is a mere sign of life.</summary>
    public bool TryAdd(string? status) => status is not (null or "" or "processing") && _seen.Add(status);

    // A poll may call it success, as it does for other tasks.
    public static bool IsLast(string? status) => status is "ready" or "failed" or "success";

    /// <summary>Why the upload failed; null when it did not.</summary>
    public static ServiceError? FailureOf(IReadOnlyDictionary<string, JsonElement> members, Guid task) => members.Text("status") != "failed"
        ? null
        : new ServiceError("modelUploadFailed", members.Text("message") ?? "The service did not say why.", ErrorCategory.Unknown)
        {
            TaskType = TaskType,
            TaskUuid = task,
            Members = members,
        };

    /// <summary>Whether a poll was in vain because the service does not remember uploads.</summary>
    public static bool IsUnknownPoll(ServiceError error) => error is { TaskType: "getResponse", Category: ErrorCategory.NotFound };
}
