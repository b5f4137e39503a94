using System.Text.Json;
using ModelCards.Errors;

namespace ModelCards.Results;

/// <summary>What was sent under a task UUID, and what was answered.</summary>
public sealed class TaskDetailsResult : TaskResult, ITaskResult<TaskDetailsResult>
{
    /// <summary>Makes a result.</summary>
    /// <param name="members">Every member of the result as it came, by JSON name.</param>
    public TaskDetailsResult(IReadOnlyDictionary<string, JsonElement> members)
        : base(members)
    {
    }

    /// <summary>The tasks as they were sent.</summary>
    public IReadOnlyList<JsonElement> Request => [.. Members.Find("request").Items()];

    /// <summary>The results that were answered, each of the type of its task.</summary>
    public IReadOnlyList<TaskResult> Results => field ??=
        [.. Members.Find("response").Member("data").Objects().Select(item => ResultTypes.Of(item.Text("taskType"))(item))];

    /// <summary>The errors that were answered.</summary>
    public IReadOnlyList<ServiceError> Errors => field ??=
        [.. Members.Find("response").Member("errors").Items().Select(error => ServiceErrorReader.Read(error, error, status: null))];

    static TaskDetailsResult ITaskResult<TaskDetailsResult>.Create(IReadOnlyDictionary<string, JsonElement> members) => new(members);
}
