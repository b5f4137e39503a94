using System.Text.Json;

namespace ModelCards.Results;

/// <summary>A medium that was uploaded or deleted.</summary>
public sealed class MediaStorageResult : TaskResult, ITaskResult<MediaStorageResult>
{
    /// <summary>Makes a result.</summary>
    /// <param name="members">Every member of the result as it came, by JSON name.</param>
    public MediaStorageResult(IReadOnlyDictionary<string, JsonElement> members)
        : base(members)
    {
    }

    /// <summary>What was done: <c>upload</c> or <c>delete</c>; null when the service did not say.</summary>
    public string? Operation => Members.Text("operation");

    /// <summary>UUID of the medium, by which later requests can name it as an input.</summary>
    public Guid? MediaUuid => Members.Uuid("mediaUUID");

    /// <summary>Where the medium can be fetched; null when it was deleted.</summary>
    public Uri? MediaUrl => Members.Url("mediaURL");

    static MediaStorageResult ITaskResult<MediaStorageResult>.Create(IReadOnlyDictionary<string, JsonElement> members) => new(members);
}
