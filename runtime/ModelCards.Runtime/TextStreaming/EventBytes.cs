using ModelCards.Transport.Http;

namespace ModelCards.TextStreaming;

/// <summary>The bytes of a stream of events: within bounds, and as long as they keep coming.</summary>
internal sealed class EventBytes(Stream body, EventBounds bounds, SilenceTimer silence) : Stream
{
    private static readonly byte[] EndOfEvent = "\n\n"u8.ToArray();

    private int _ending;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        silence.Token.ThrowIfCancellationRequested();
        silence.Start();
        int read = await body.ReadAsync(buffer, silence.Token).ConfigureAwait(false);
        // However long the caller takes over what came, the server is not to blame.
        silence.Stop();
        bounds.Pass(buffer.Span[..read]);
        return read > 0 || buffer.Length == 0 ? read : End(buffer.Span);
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    // A last event counts also where no empty line follows it.
    private int End(Span<byte> buffer)
    {
        ReadOnlySpan<byte> rest = EndOfEvent.AsSpan(_ending);
        rest = rest[..Math.Min(rest.Length, buffer.Length)];
        rest.CopyTo(buffer);
        _ending += rest.Length;
        return rest.Length;
    }
}
