using System.Text.Json;

namespace ModelCards.Results;

/// <summary>One piece of audio: speech, music or a sound.</summary>
public sealed class AudioInferenceResult : TaskResult, ITaskResult<AudioInferenceResult>
{
    /// <summary>Makes a result.</summary>
    /// <param name="members">Every member of the result as it came, by JSON name.</param>
    public AudioInferenceResult(IReadOnlyDictionary<string, JsonElement> members)
        : base(members)
    {
    }

    /// <summary>The file; null when it did not come, as when it was uploaded elsewhere.</summary>
    public MediaFile? Audio => MediaFile.Of(Members, "audio");

    /// <summary>UUID of the audio, by which later requests can name it as an input.</summary>
    public Guid? AudioUuid => Members.Uuid("audioUUID");

    /// <summary>Where the audio can be fetched, for as long as the request's <c>ttl</c> allows.</summary>
    public Uri? AudioUrl => Members.Url("audioURL");

    /// <summary>The seed that the audio was made from: the same seed and parameters give the same audio.</summary>
    /// <value>null when not given, or beyond 63 bits; then the number stands in <see cref="TaskResult.Members"/>.</value>
    public long? Seed => Members.Whole("seed");

    static AudioInferenceResult ITaskResult<AudioInferenceResult>.Create(IReadOnlyDictionary<string, JsonElement> members) => new(members);
}
