using System.Text.Json;

namespace ModelCards.Results;

/// <summary>One 3D model; its files are in <see cref="TaskResult.Files"/>.</summary>
public sealed class ThreeDInferenceResult : TaskResult, ITaskResult<ThreeDInferenceResult>
{
    /// <summary>Makes a result.</summary>
    /// <param name="members">Every member of the result as it came, by JSON name.</param>
    public ThreeDInferenceResult(IReadOnlyDictionary<string, JsonElement> members)
        : base(members)
    {
    }

    /// <summary>The seed that the model was made from: the same seed and parameters give the same model.</summary>
    /// <value>null when not given, or beyond 63 bits; then the number stands in <see cref="TaskResult.Members"/>.</value>
    public long? Seed => Members.Whole("seed");

    static ThreeDInferenceResult ITaskResult<ThreeDInferenceResult>.Create(IReadOnlyDictionary<string, JsonElement> members) => new(members);
}
