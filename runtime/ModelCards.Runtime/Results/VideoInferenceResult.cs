using System.Text.Json;

namespace ModelCards.Results;

/// <summary>One video.</summary>
public sealed class VideoInferenceResult : TaskResult, ITaskResult<VideoInferenceResult>
{
    /// <summary>Makes a result.</summary>
    /// <param name="members">Every member of the result as it came, by JSON name.</param>
    public VideoInferenceResult(IReadOnlyDictionary<string, JsonElement> members)
        : base(members)
    {
    }

    /// <summary>The file; null when it did not come, as when it was uploaded elsewhere.</summary>
    public MediaFile? Video => MediaFile.Of(Members, "video");

    /// <summary>UUID of the video, by which later requests can name it as an input.</summary>
    public Guid? VideoUuid => Members.Uuid("videoUUID");

    /// <summary>Where the video can be fetched, for as long as the request's <c>ttl</c> allows.</summary>
    public Uri? VideoUrl => Members.Url("videoURL");

    /// <summary>The seed that the video was made from: the same seed and parameters give the same video.</summary>
    /// <value>null when not given, or beyond 63 bits; then the number stands in <see cref="TaskResult.Members"/>.</value>
    public long? Seed => Members.Whole("seed");

    /// <summary>Whether the content check found the video unfit for work.</summary>
    /// <value>null unless the request asked for the check.</value>
    public bool? NsfwContent => Members.Flag("NSFWContent");

    static VideoInferenceResult ITaskResult<VideoInferenceResult>.Create(IReadOnlyDictionary<string, JsonElement> members) => new(members);
}
