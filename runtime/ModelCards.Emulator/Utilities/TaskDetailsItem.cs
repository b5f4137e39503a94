using System.Text.Json;
using ModelCards.Emulator.Errors;
using ModelCards.Emulator.Tasks;

namespace ModelCards.Emulator.Utilities;

/// <summary>What was sent under a task UUID, and what was answered.</summary>
internal sealed class TaskDetailsItem(string taskUuid, IReadOnlyList<ReceivedTask> sent, Reply answered) : ResultItem
{
    public override async ValueTask WriteAsync(Utf8JsonWriter writer, CancellationToken cancellationToken)
    {
        writer.WriteStartObject();
        writer.WriteString("taskType", "getTaskDetails");
        writer.WriteString("taskUUID", taskUuid);
        writer.WriteStartArray("request");
        foreach (ReceivedTask task in sent)
            task.Json.WriteTo(writer);
        writer.WriteEndArray();
        writer.WriteStartObject("response");
        writer.WriteStartArray("data");
        foreach (ResultItem item in answered.Items)
            await item.WriteAsync(writer, cancellationToken).ConfigureAwait(false);
        writer.WriteEndArray();
        if (answered.Errors.Count > 0)
        {
            writer.WriteStartArray("errors");
            foreach (ServiceError error in answered.Errors)
                error.WriteTo(writer);
            writer.WriteEndArray();
        }

        writer.WriteEndObject();
        writer.WriteEndObject();
    }
}
