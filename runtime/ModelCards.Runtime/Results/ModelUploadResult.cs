using System.Text.Json;

namespace ModelCards.Results;

/// <summary>How far the upload of a model is.</summary>
public sealed class ModelUploadResult : TaskResult, ITaskResult<ModelUploadResult>
{
    /// <summary>Makes a result.</summary>
    /// <param name="members">Every member of the result as it came, by JSON name.</param>
    public ModelUploadResult(IReadOnlyDictionary<string, JsonElement> members)
        : base(members)
    {
    }

    /// <summary>The stage.</summary>
    public ModelUploadStatus Status => new(Members.Text("status") ?? "");

    /// <summary>What the service says about it, such as why the upload failed.</summary>
    public string? Message => Members.Text("message");

    /// <summary>AIR of the model, by which requests name it; null while the service has not said it.</summary>
    public string? Air => Members.Text("air");

    /// <summary>Stage, and UUID of the task.</summary>
    public override string ToString() => $"{Status}: {TaskType} {TaskUuid}";

    static ModelUploadResult ITaskResult<ModelUploadResult>.Create(IReadOnlyDictionary<string, JsonElement> members) => new(members);
}
