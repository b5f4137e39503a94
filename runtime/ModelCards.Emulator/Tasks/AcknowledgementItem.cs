using System.Text.Json;

namespace ModelCards.Emulator.Tasks;

/// <summary>The one item that answers an asynchronous task, however many results it will have.</summary>
internal sealed class AcknowledgementItem(string taskType, string taskUuid, IReadOnlyList<ResultItem> results) : ResultItem
{
    public override IReadOnlyList<ResultItem> Announced => results;

    public override ValueTask WriteAsync(Utf8JsonWriter writer, CancellationToken cancellationToken)
    {
        writer.WriteStartObject();
        writer.WriteString("taskType", taskType);
        writer.WriteString("taskUUID", taskUuid);
        writer.WriteEndObject();
        return ValueTask.CompletedTask;
    }
}
