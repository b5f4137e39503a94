using ModelCards.Media;
using ModelCards.Writing;

namespace ModelCards.Transport;

/// <summary>Asks whether anybody is there. On the wire it has no UUID.</summary>
internal sealed class PingTask() : TransportTask(Guid.Empty)
{
    public override void WriteTo(JsonBuffer buffer, MediaSplices splices) => buffer.Write("{\"taskType\":\"ping\",\"ping\":true}"u8);
}
