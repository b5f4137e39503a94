using System.Text.Json;
using ModelCards.Emulator.Tasks;

namespace ModelCards.Emulator.WebSockets;

/// <summary>The answer to an authentication.</summary>
internal sealed class SessionItem(Guid uuid) : ResultItem
{
    public override ValueTask WriteAsync(Utf8JsonWriter writer, CancellationToken cancellationToken)
    {
        writer.WriteStartObject();
        writer.WriteString("taskType", "authentication");
        writer.WriteString("connectionSessionUUID", uuid);
        writer.WriteEndObject();
        return ValueTask.CompletedTask;
    }
}
