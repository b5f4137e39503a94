using ModelCards.Media;
using ModelCards.Writing;

namespace ModelCards.Transport;

/// <summary>One task on its way to the service.</summary>
internal abstract class TransportTask(Guid uuid)
{
    public Guid Uuid => uuid;

    public abstract void WriteTo(JsonBuffer buffer, MediaSplices splices);
}
