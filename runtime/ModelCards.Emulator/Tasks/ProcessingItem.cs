using System.Text.Json;

namespace ModelCards.Emulator.Tasks;

/// <summary>What <c>getResponse</c> tells of a result that is not finished.</summary>
internal sealed class ProcessingItem(string taskType, string taskUuid, int progress) : ResultItem
{
    public override ValueTask WriteAsync(Utf8JsonWriter writer, CancellationToken cancellationToken)
    {
        writer.WriteStartObject();
        writer.WriteString("taskType", taskType);
        writer.WriteString("taskUUID", taskUuid);
        writer.WriteString("status", "processing");
        writer.WriteNumber("progress", progress);
        writer.WriteEndObject();
        return ValueTask.CompletedTask;
    }
}
