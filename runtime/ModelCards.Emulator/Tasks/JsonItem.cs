using System.Text.Json;

namespace ModelCards.Emulator.Tasks;

/// <summary>An item of a few members: the task's type and UUID, and what is written besides.</summary>
internal sealed class JsonItem(string taskType, string taskUuid, Action<Utf8JsonWriter> members) : ResultItem
{
    public override ValueTask WriteAsync(Utf8JsonWriter writer, CancellationToken cancellationToken)
    {
        writer.WriteStartObject();
        writer.WriteString("taskType", taskType);
        writer.WriteString("taskUUID", taskUuid);
        members(writer);
        writer.WriteEndObject();
        return ValueTask.CompletedTask;
    }
}
