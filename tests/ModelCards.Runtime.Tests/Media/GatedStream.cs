namespace ModelCards.Runtime.Tests.Media;

/// <summary>Three bytes that come when the gate opens, and once only.</summary>
internal sealed class GatedStream : MemoryStream
{
    private readonly TaskCompletionSource _reading = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _gate = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public GatedStream()
        : base([1, 2, 3])
    {
    }

    public override bool CanSeek => false;

    /// <summary>Completes when somebody wants to read.</summary>
    public Task Reading => _reading.Task;

    public void Open() => _gate.SetResult();

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        _reading.TrySetResult();
        await _gate.Task.WaitAsync(cancellationToken);
        return await base.ReadAsync(buffer, cancellationToken);
    }
}
