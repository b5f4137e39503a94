namespace ModelCards.Runtime.Tests.Media;

/// <summary>Gives bytes in portions and cannot go back, as a socket.</summary>
internal sealed class PipeStream(byte[] bytes, int portion) : MemoryStream(bytes)
{
    public override bool CanSeek => false;

    public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(portion, buffer.Length)]);

    public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(portion, count));

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        base.ReadAsync(buffer[..Math.Min(portion, buffer.Length)], cancellationToken);
}
