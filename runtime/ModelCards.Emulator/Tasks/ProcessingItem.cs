using System.Text.Json;

namespace ModelCards.Emulator.Tasks;

/// <summary>What <c>getResponse</c> tells of a result that is not finished.</summary>
internal sealed class ProcessingItem(string taskType, string taskUuid, TimeSpan elapsed, TimeSpan duration) : ResultItem
{
    private int Percent => duration > TimeSpan.Zero ? (int)Math.Clamp(elapsed / duration * 100, 0, 99) : 99;

    public override ValueTask WriteAsync(Utf8JsonWriter writer, CancellationToken cancellationToken)
    {
        writer.WriteStartObject();
        writer.WriteString("taskType", taskType);
        writer.WriteString("taskUUID", taskUuid);
        writer.WriteString("status", "processing");
        writer.WriteNumber("progress", Percent);
        writer.WriteEndObject();
        return ValueTask.CompletedTask;
    }
}
