using System.Text;
using ModelCards.Media;
using ModelCards.Writing;

namespace ModelCards.Transport.WebSocket;

/// <summary>What a connection begins with.</summary>
/// <param name="key">The API key.</param>
/// <param name="session">The session to resume, if any.</param>
internal sealed class AuthenticationTask(ApiKey key, Guid? session) : TransportTask(default)
{
    public override void WriteTo(JsonBuffer buffer, MediaSplices splices)
    {
        // A key has no letter that JSON escapes.
        buffer.Write(Encoding.ASCII.GetBytes($"{{\"taskType\":\"authentication\",\"apiKey\":\"{key.Value}\""));
        if (session is { } resumed)
        {
            buffer.Write(",\"connectionSessionUUID\":"u8);
            buffer.WriteUuid(resumed);
        }

        buffer.Write((byte)'}');
    }
}
