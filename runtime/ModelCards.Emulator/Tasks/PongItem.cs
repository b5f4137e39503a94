using System.Text.Json;

namespace ModelCards.Emulator.Tasks;

internal sealed class PongItem : ResultItem
{
    public static readonly PongItem Instance = new();

    public override ValueTask WriteAsync(Utf8JsonWriter writer, CancellationToken cancellationToken)
    {
        writer.WriteStartObject();
        writer.WriteString("taskType", "ping");
        writer.WriteBoolean("pong", true);
        writer.WriteEndObject();
        return ValueTask.CompletedTask;
    }
}
