using System.Net.WebSockets;
using Socket = System.Net.WebSockets.WebSocket;

namespace ModelCards.Transport.WebSocket;

/// <summary>One text message, written piece by piece: a fragment leaves whenever the buffer is full, so that no message stands in memory.</summary>
/// <param name="socket">Where it goes.</param>
/// <param name="watch">Is told of each piece; null when nobody watches.</param>
internal sealed class MessageStream(Socket socket, SendWatch? watch = null) : Stream
{
    private const int Size = 16 * 1024;

    /// <summary>Most bytes that leave at once, so that a peer that takes nothing in is told from much to send.</summary>
    public const int LargestPiece = 64 * 1024;

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
            await SendAsync(_buffer.AsMemory(0, _count), isLast: false, cancellationToken).ConfigureAwait(false);
            _count = 0;
        }

        for (; buffer.Length > Size; buffer = buffer[Math.Min(buffer.Length, LargestPiece)..])
            await SendAsync(buffer[..Math.Min(buffer.Length, LargestPiece)], isLast: false, cancellationToken).ConfigureAwait(false);

        buffer.CopyTo(_buffer.AsMemory(_count));
        _count += buffer.Length;
    }

    /// <summary>Sends the rest and ends the message. Without it the peer waits for more.</summary>
    public ValueTask CompleteAsync(CancellationToken cancellationToken) =>
        SendAsync(_buffer.AsMemory(0, _count), isLast: true, cancellationToken);

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

    private async ValueTask SendAsync(ReadOnlyMemory<byte> piece, bool isLast, CancellationToken cancellationToken)
    {
        watch?.Begin(piece.Length);
        await socket.SendAsync(piece, WebSocketMessageType.Text, isLast, cancellationToken).ConfigureAwait(false);
        watch?.End();
    }
}
