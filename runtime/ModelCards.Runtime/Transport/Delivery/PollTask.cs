using ModelCards.Media;
using ModelCards.Writing;

namespace ModelCards.Transport.Delivery;

/// <summary>Asks for what has become of a task.</summary>
internal sealed class PollTask(Guid uuid) : TransportTask(uuid)
{
    public override void WriteTo(JsonBuffer buffer, MediaSplices splices)
    {
        buffer.Write("{\"taskType\":\"getResponse\",\"taskUUID\":"u8);
        buffer.WriteUuid(Uuid);
        buffer.Write((byte)'}');
    }
}
