using System.Text.Json;

namespace ModelCards.Results;

/// <summary>A guide image for ControlNet, made of another image.</summary>
public sealed class ControlNetPreprocessResult : TaskResult, ITaskResult<ControlNetPreprocessResult>
{
    /// <summary>Makes a result.</summary>
    /// <param name="members">Every member of the result as it came, by JSON name.</param>
    public ControlNetPreprocessResult(IReadOnlyDictionary<string, JsonElement> members)
        : base(members)
    {
    }

    /// <summary>The guide image.</summary>
    public MediaFile? GuideImage => MediaFile.Of(Members, "guideImage");

    /// <summary>UUID of the guide image, by which later requests can name it as an input.</summary>
    public Guid? GuideImageUuid => Members.Uuid("guideImageUUID");

    /// <summary>Where the guide image can be fetched, for as long as the request's <c>ttl</c> allows.</summary>
    public Uri? GuideImageUrl => Members.Url("guideImageURL");

    /// <summary>UUID of the image that it was made of.</summary>
    public Guid? InputImageUuid => Members.Uuid("inputImageUUID");

    static ControlNetPreprocessResult ITaskResult<ControlNetPreprocessResult>.Create(IReadOnlyDictionary<string, JsonElement> members) => new(members);
}
