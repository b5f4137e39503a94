using System.Text.Json;

namespace ModelCards.Results;

/// <summary>An image or a video that was made of another: larger, without its background, or as vectors.</summary>
public sealed class MediaResult : TaskResult, ITaskResult<MediaResult>
{
    /// <summary>Makes a result.</summary>
    /// <param name="members">Every member of the result as it came, by JSON name.</param>
    public MediaResult(IReadOnlyDictionary<string, JsonElement> members)
        : base(members)
    {
    }

    /// <summary>The image; null when it is a video.</summary>
    public MediaFile? Image => MediaFile.Of(Members, "image");

    /// <summary>UUID of the image, by which later requests can name it as an input.</summary>
    public Guid? ImageUuid => Members.Uuid("imageUUID");

    /// <summary>Where the image can be fetched, for as long as the request's <c>ttl</c> allows.</summary>
    public Uri? ImageUrl => Members.Url("imageURL");

    /// <summary>The video; null when it is an image.</summary>
    public MediaFile? Video => MediaFile.Of(Members, "video");

    /// <summary>UUID of the video, by which later requests can name it as an input.</summary>
    public Guid? VideoUuid => Members.Uuid("videoUUID");

    /// <summary>Where the video can be fetched, for as long as the request's <c>ttl</c> allows.</summary>
    public Uri? VideoUrl => Members.Url("videoURL");

    static MediaResult ITaskResult<MediaResult>.Create(IReadOnlyDictionary<string, JsonElement> members) => new(members);
}
