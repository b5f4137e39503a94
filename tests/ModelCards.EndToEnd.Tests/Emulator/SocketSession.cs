using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using ModelCards.Emulator;

namespace ModelCards.EndToEnd.Tests.Emulator;

/// <summary>A plain WebSocket to an emulator.</summary>
internal sealed class SocketSession : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public ClientWebSocket Socket { get; } = new();

    public static async Task<SocketSession> OpenAsync(RunwareEmulator emulator, string? origin = null)
    {
        var session = new SocketSession();
        if (origin is not null)
            session.Socket.Options.SetRequestHeader("Origin", origin);
        await session.Socket.ConnectAsync(emulator.WebSocketEndpoint, CancellationToken.None);
        return session;
    }

    /// <summary>Opens and authenticates; gives the session UUID too.</summary>
    public static async Task<(SocketSession Session, Guid Uuid)> AuthenticateAsync(RunwareEmulator emulator, Guid? resumed = null)
    {
        SocketSession session = await OpenAsync(emulator);
        await session.SendAsync(Authentication(resumed));
        JsonElement item = Assert.Single((await session.ReadAsync()).Data);
        Assert.Equal("authentication", item.GetProperty("taskType").GetString());
        return (session, item.GetProperty("connectionSessionUUID").GetGuid());
    }

    public static string Authentication(Guid? resumed = null) => resumed is null
        ? """{"taskType":"authentication","apiKey":"some-key"}"""
        : $$"""{"taskType":"authentication","apiKey":"some-key","connectionSessionUUID":"{{resumed}}"}""";

    public Task SendAsync(params string[] tasks) => SendTextAsync($"[{string.Join(',', tasks)}]");

    public Task SendTextAsync(string text) =>
        Socket.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);

    /// <summary>The next frame.</summary>
    public async Task<Answer> ReadAsync()
    {
        using var document = JsonDocument.Parse(await ReadBytesAsync());
        return new Answer(default, document.RootElement.Clone());
    }

    public async Task<byte[]> ReadBytesAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        using var frame = new MemoryStream();
        byte[] chunk = new byte[4096];
        while (true)
        {
            WebSocketReceiveResult part = await Socket.ReceiveAsync(chunk, patience.Token);
            Assert.Equal(WebSocketMessageType.Text, part.MessageType);
            frame.Write(chunk, 0, part.Count);
            if (part.EndOfMessage)
                return frame.ToArray();
        }
    }

    /// <summary>Waits until the server closes; null when it cut the connection instead.</summary>
    public async Task<WebSocketCloseStatus?> CloseAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            WebSocketReceiveResult part = await Socket.ReceiveAsync(new byte[4096], patience.Token);
            Assert.Equal(WebSocketMessageType.Close, part.MessageType);
            return part.CloseStatus;
        }
        catch (WebSocketException)
        {
            return null;
        }
    }

    public void Dispose() => Socket.Dispose();
}
