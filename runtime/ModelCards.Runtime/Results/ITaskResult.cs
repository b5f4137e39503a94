using System.Text.Json;

namespace ModelCards.Results;

/// <summary>Makes results of one type from JSON, without reflection.</summary>
/// <typeparam name="TSelf">Type of the result.</typeparam>
public interface ITaskResult<TSelf>
    where TSelf : TaskResult, ITaskResult<TSelf>
{
    /// <summary>Makes a result.</summary>
    /// <param name="members">Every member of the result as it came, by JSON name.</param>
    static abstract TSelf Create(IReadOnlyDictionary<string, JsonElement> members);
}
