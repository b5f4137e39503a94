using System.Net.WebSockets;
using Socket = System.Net.WebSockets.WebSocket;

namespace ModelCards.Transport.WebSocket;

/// <summary>One text message, written piece by piece: a fragment leaves whenever the buffer is full, so that no message stands in memory.</summary>
internal sealed class MessageStream(Socket socket) : Stream
{
    private const int Size = 16 * 1024;

    private readonly byte[] _buffer = new byte[Size];
    private int _count;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (buffer.Length > Size - _count && _count > 0)
        {
            await socket.SendAsync(_buffer.AsMemory(0, _count), WebSocketMessageType.Text, endOfMessage: false, cancellationToken).ConfigureAwait(false);
            _count = 0;
        }

        if (buffer.Length > Size)
        {
            await socket.SendAsync(buffer, WebSocketMessageType.Text, endOfMessage: false, cancellationToken).ConfigureAwait(false);
            return;
        }

        buffer.CopyTo(_buffer.AsMemory(_count));
        _count += buffer.Length;
    }

    /// <summary>Sends the rest and ends the message. Without it the peer waits for more.</summary>
    public ValueTask CompleteAsync(CancellationToken cancellationToken) =>
        socket.SendAsync(_buffer.AsMemory(0, _count), WebSocketMessageType.Text, endOfMessage: true, cancellationToken);

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public override void Flush()
    {
    }

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
