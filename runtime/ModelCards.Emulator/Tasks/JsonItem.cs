using System.Text.Json;

namespace ModelCards.Emulator.Tasks;

/// <summary>An item of a few members: the task's type and UUID, and what is written besides.</summary>
internal sealed class JsonItem(string taskType, string taskUuid, Action<Utf8JsonWriter> members, string? status = null) : ResultItem
{
    /// <summary>The same as <c>getResponse</c> delivers it.</summary>
    public JsonItem With(string polledStatus) => new(taskType, taskUuid, members, polledStatus);

    public override ValueTask WriteAsync(Utf8JsonWriter writer, CancellationToken cancellationToken)
    {
        writer.WriteStartObject();
        writer.WriteString("taskType", taskType);
        writer.WriteString("taskUUID", taskUuid);
        if (status is not null)
            writer.WriteString("status", status);
        members(writer);
        writer.WriteEndObject();
        return ValueTask.CompletedTask;
    }
}
