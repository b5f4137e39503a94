using System.Buffers;
using System.Net.WebSockets;

namespace ModelCards.Emulator.WebSockets;

/// <summary>Assembles the messages of a client, up to a limit.</summary>
internal sealed class MessageReader(WebSocket socket, int maxBytes)
{
    /// <summary>Reads a message; null when the client closes, or sends what is too long or no text.</summary>
    public async Task<ReadOnlyMemory<byte>?> ReadAsync(CancellationToken cancellationToken)
    {
        var message = new ArrayBufferWriter<byte>(4096);
        while (true)
        {
            ValueWebSocketReceiveResult part = await socket.ReceiveAsync(message.GetMemory(4096), cancellationToken).ConfigureAwait(false);
            if (part.MessageType == WebSocketMessageType.Close)
                return null;
            message.Advance(part.Count);
            if (part.MessageType == WebSocketMessageType.Binary)
                return await RefuseAsync(WebSocketCloseStatus.InvalidMessageType, "Only text is taken.").ConfigureAwait(false);
            if (message.WrittenCount > maxBytes)
                return await RefuseAsync(WebSocketCloseStatus.MessageTooBig, $"The message is longer than {maxBytes} bytes.").ConfigureAwait(false);
            if (part.EndOfMessage)
                return message.WrittenMemory;
        }

        async Task<ReadOnlyMemory<byte>?> RefuseAsync(WebSocketCloseStatus status, string reason)
        {
            await socket.CloseOutputAsync(status, reason, cancellationToken).ConfigureAwait(false);
            return null;
        }
    }
}
