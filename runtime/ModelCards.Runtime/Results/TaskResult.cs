using System.Text.Json;

namespace ModelCards.Results;

/// <summary>One result of a task.</summary>
public class TaskResult : ITaskResult<TaskResult>
{
    /// <summary>Makes a result.</summary>
    /// <param name="members">Every member of the result as it came, by JSON name.</param>
    public TaskResult(IReadOnlyDictionary<string, JsonElement> members)
    {
        ArgumentNullException.ThrowIfNull(members);
        Members = members;
    }

    /// <summary>Type of the task, such as <c>imageInference</c>; empty when the service did not say.</summary>
    public string TaskType => Members.Text("taskType") ?? "";

    /// <summary>UUID of the task that this is a result of; all zeros when the service did not say.</summary>
    public Guid TaskUuid => Members.Uuid("taskUUID") ?? default;

    /// <summary>What the result cost, in US dollars.</summary>
    /// <value>null unless the request asked for it (<c>includeCost</c>).</value>
    public decimal? Cost => Members.Number("cost");

    /// <summary>Every member as it came, by JSON name: those that this type has a property for and those that it has none for.</summary>
    public IReadOnlyDictionary<string, JsonElement> Members { get; }

    /// <summary>The files that came of it: none, such as of a text; one, such as of an image; or several, such as of a 3D model.</summary>
    public IReadOnlyList<MediaFile> Files => field ??= MediaFile.ListOf(Members);

    static TaskResult ITaskResult<TaskResult>.Create(IReadOnlyDictionary<string, JsonElement> members) => new(members);

    /// <summary>Type and UUID of the task.</summary>
    public override string ToString() => $"{TaskType} {TaskUuid}";
}
