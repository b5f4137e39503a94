using System.Text.Json;

namespace ModelCards.Results;

/// <summary>A mask of what was detected in an image.</summary>
public sealed class ImageMaskingResult : TaskResult, ITaskResult<ImageMaskingResult>
{
    /// <summary>Makes a result.</summary>
    /// <param name="members">Every member of the result as it came, by JSON name.</param>
    public ImageMaskingResult(IReadOnlyDictionary<string, JsonElement> members)
        : base(members)
    {
    }

    /// <summary>The mask.</summary>
    public MediaFile? MaskImage => MediaFile.Of(Members, "maskImage");

    /// <summary>UUID of the mask, by which later requests can name it as an input.</summary>
    public Guid? MaskImageUuid => Members.Uuid("maskImageUUID");

    /// <summary>Where the mask can be fetched, for as long as the request's <c>ttl</c> allows.</summary>
    public Uri? MaskImageUrl => Members.Url("maskImageURL");

    /// <summary>UUID of the image that was looked at.</summary>
    public Guid? InputImageUuid => Members.Uuid("inputImageUUID");

    /// <summary>Where something was detected; a box with a side that is no number is left out.</summary>
    public IReadOnlyList<DetectionBox> Detections =>
        [.. Members.Find("detections").Items().Select(DetectionBox.Of).OfType<DetectionBox>()];

    static ImageMaskingResult ITaskResult<ImageMaskingResult>.Create(IReadOnlyDictionary<string, JsonElement> members) => new(members);
}
