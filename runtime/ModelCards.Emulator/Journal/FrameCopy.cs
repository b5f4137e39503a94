using System.Buffers;
using System.IO.Pipelines;

namespace ModelCards.Emulator.Journal;

/// <summary>Passes on what is written, keeps the beginning of it and counts the rest.</summary>
internal sealed class FrameCopy(PipeWriter output) : PipeWriter, IDisposable
{
    private readonly byte[] _beginning = ArrayPool<byte>.Shared.Rent(JournalSize.FrameBytes);
    private Memory<byte> _memory;

    public long Length { get; private set; }

    public ReadOnlySpan<byte> Beginning => _beginning.AsSpan(0, (int)Math.Min(Length, JournalSize.FrameBytes));

    public override bool CanGetUnflushedBytes => output.CanGetUnflushedBytes;

    public override long UnflushedBytes => output.UnflushedBytes;

    public override Memory<byte> GetMemory(int sizeHint = 0) => _memory = output.GetMemory(sizeHint);

    public override Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

    public override void Advance(int bytes)
    {
        int kept = (int)Math.Min(bytes, JournalSize.FrameBytes - Math.Min(Length, JournalSize.FrameBytes));
        _memory.Span[..kept].CopyTo(_beginning.AsSpan((int)Math.Min(Length, JournalSize.FrameBytes)));
        Length += bytes;
        output.Advance(bytes);
    }

    public override ValueTask<FlushResult> FlushAsync(CancellationToken cancellationToken = default) => output.FlushAsync(cancellationToken);

    public override void CancelPendingFlush() => output.CancelPendingFlush();

    public override void Complete(Exception? exception = null) => output.Complete(exception);

    public override ValueTask CompleteAsync(Exception? exception = null) => output.CompleteAsync(exception);

    public void Dispose() => ArrayPool<byte>.Shared.Return(_beginning);
}
