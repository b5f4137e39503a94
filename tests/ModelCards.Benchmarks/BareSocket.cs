using System.Net.WebSockets;
using System.Text;

namespace ModelCards.Benchmarks;

/// <summary>A <see cref="ClientWebSocket"/> used by hand, by one caller at a time.</summary>
internal sealed class BareSocket : IDisposable
{
    private readonly ClientWebSocket _socket = new();
    private readonly BareMessage _message = new();
    private readonly byte[] _buffer = new byte[16 * 1024];

    public async Task ConnectAsync(Uri endpoint)
    {
        _socket.Options.KeepAliveInterval = TimeSpan.Zero;
        await _socket.ConnectAsync(endpoint, CancellationToken.None);
        await SendAsync(Encoding.UTF8.GetBytes($$"""[{"taskType":"authentication","apiKey":"{{BareMessage.Key}}"}]"""));
        await ReceiveAsync();
    }

    public async Task ExchangeAsync()
    {
        await SendAsync(_message.Write());
        _message.Read(await ReceiveAsync());
    }

    public void Dispose()
    {
        _socket.Dispose();
        _message.Dispose();
    }

    private ValueTask SendAsync(ReadOnlyMemory<byte> text) =>
        _socket.SendAsync(text, WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);

    private async ValueTask<ReadOnlyMemory<byte>> ReceiveAsync()
    {
        for (int count = 0; ;)
        {
            ValueWebSocketReceiveResult part = await _socket.ReceiveAsync(_buffer.AsMemory(count), CancellationToken.None);
            count += part.Count;
            if (part.EndOfMessage)
                return _buffer.AsMemory(0, count);
        }
    }
}
