using System.Text.Encodings.Web;
using ModelCards.Media;
using ModelCards.Requests;
using ModelCards.Writing;

namespace ModelCards.Transport;

/// <summary>One task on its way to the service.</summary>
internal class TransportTask(ModelRequest request, Guid uuid)
{
    public ModelRequest Request => request;

    public Guid Uuid => uuid;

    public int ExpectedResults { get; } = request.ExpectedResults;

    public void WriteTo(JsonBuffer buffer, MediaSplices splices) =>
        new RequestWriter(buffer, uuid, JavaScriptEncoder.UnsafeRelaxedJsonEscaping, splices).Write(request);
}
