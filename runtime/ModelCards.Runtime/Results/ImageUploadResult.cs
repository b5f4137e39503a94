using System.Text.Json;

namespace ModelCards.Results;

/// <summary>An image that was uploaded.</summary>
public sealed class ImageUploadResult : TaskResult, ITaskResult<ImageUploadResult>
{
    /// <summary>Makes a result.</summary>
    /// <param name="members">Every member of the result as it came, by JSON name.</param>
    public ImageUploadResult(IReadOnlyDictionary<string, JsonElement> members)
        : base(members)
    {
    }

    /// <summary>UUID of the image, by which later requests can name it as an input.</summary>
    public Guid? ImageUuid => Members.Uuid("imageUUID");

    /// <summary>Where the image can be fetched.</summary>
    public Uri? ImageUrl => Members.Url("imageURL");

    static ImageUploadResult ITaskResult<ImageUploadResult>.Create(IReadOnlyDictionary<string, JsonElement> members) => new(members);
}
