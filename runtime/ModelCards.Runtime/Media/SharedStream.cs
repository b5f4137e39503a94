namespace ModelCards.Media;

/// <summary>A caller's stream that is read from the same place for each sending and never closed.</summary>
internal sealed class SharedStream(Stream stream)
{
    private readonly long _start = stream.CanSeek ? stream.Position : 0;
    private bool _used;

    public Stream Open()
    {
        if (stream.CanSeek)
            stream.Position = _start;
        else if (_used)
            throw new InvalidOperationException("The stream of a media input was sent already and cannot be rewound. Use a file, bytes or a stream that can seek.");
        _used = true;
        return new Unclosed(stream);
    }

    private sealed class Unclosed(Stream inner) : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => inner.Length;

        public override long Position
        {
            get => inner.Position;
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count) => inner.Read(buffer, offset, count);

        public override int Read(Span<byte> buffer) => inner.Read(buffer);

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            inner.ReadAsync(buffer, cancellationToken);

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
