using System.Text.Json;

namespace ModelCards.Results;

/// <summary>A model that was trained; its files are in <see cref="TaskResult.Files"/>.</summary>
public sealed class TrainingResult : TaskResult, ITaskResult<TrainingResult>
{
    /// <summary>Makes a result.</summary>
    /// <param name="members">Every member of the result as it came, by JSON name.</param>
    public TrainingResult(IReadOnlyDictionary<string, JsonElement> members)
        : base(members)
    {
    }

    /// <summary>AIR of the model, by which requests name it; null when the service sent none.</summary>
    public string? Air => Members.Text("air");

    static TrainingResult ITaskResult<TrainingResult>.Create(IReadOnlyDictionary<string, JsonElement> members) => new(members);
}
