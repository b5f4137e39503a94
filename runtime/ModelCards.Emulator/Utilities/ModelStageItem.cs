using System.Text.Json;
using ModelCards.Emulator.Tasks;

namespace ModelCards.Emulator.Utilities;

/// <summary>A stage of an upload. Over a WebSocket each has its frame; the reply over HTTP waits for none, the others are polled.</summary>
internal sealed class ModelStageItem(string taskUuid, string status, string air, Task reached) : ResultItem
{
    public override Task Finished => reached;

    public override bool IsPushed => true;

    public override bool IsAwaited => false;

    public override ValueTask WriteAsync(Utf8JsonWriter writer, CancellationToken cancellationToken)
    {
        writer.WriteStartObject();
        writer.WriteString("taskType", "modelUpload");
        writer.WriteString("taskUUID", taskUuid);
        writer.WriteString("status", status);
        writer.WriteString("message", status == "failed" ? "A fault of the switchboard made this upload fail." : $"The model is {status}.");
        if (status != "failed")
            writer.WriteString("air", air);
        writer.WriteEndObject();
        return ValueTask.CompletedTask;
    }
}
