using ModelCards.Media;
using ModelCards.Writing;

namespace ModelCards.Transport.WebSocket;

/// <summary>Asks whether anybody is there.</summary>
internal sealed class PingTask() : TransportTask(default)
{
    public override void WriteTo(JsonBuffer buffer, MediaSplices splices) => buffer.Write("{\"taskType\":\"ping\",\"ping\":true}"u8);
}
