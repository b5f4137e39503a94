using System.Net.WebSockets;
using Microsoft.Extensions.Logging;

namespace ModelCards.Transport.WebSocket;

/// <summary>What every connection of a transport is made from.</summary>
internal sealed record SocketSettings(
    Uri Endpoint, ApiKey Key, string UserAgent, EnvelopeReader Reader, int SizeLimit, Action<ClientWebSocketOptions>? Configure, TimeProvider Time, ILogger Logger)
{
    /// <summary>How long connecting and authenticating may take.</summary>
    public TimeSpan ConnectTime { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>How often the service is pinged: well within the 120 seconds after which it closes.</summary>
    public TimeSpan PingInterval { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long after the last sign of life a connection is trusted without asking.</summary>
    public TimeSpan FreshTime { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long a ping may stay without any sign of life.</summary>
    public TimeSpan PongTime { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How long a message may take to come, once it has begun, and a piece of one to leave, besides a second for every 16 KB of it.</summary>
    public TimeSpan MessageTime { get; init; } = TimeSpan.FromSeconds(60);
}
