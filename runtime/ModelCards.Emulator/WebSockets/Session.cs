using System.Diagnostics.CodeAnalysis;
using System.Threading.Channels;

namespace ModelCards.Emulator.WebSockets;

/// <summary>What is to be sent to one client. It outlives a connection for a while, so that a client who comes back misses nothing.</summary>
internal sealed class Session(TimeProvider clock, int maxFrames)
{
    /// <summary>How long undelivered frames are kept.</summary>
    public static readonly TimeSpan BufferTime = TimeSpan.FromSeconds(120);

    private readonly Lock _lock = new();
    private readonly LinkedList<(Frame Frame, DateTimeOffset At)> _frames = new();
    private readonly Channel<bool> _available = Channel.CreateUnbounded<bool>();
    private CancellationTokenSource? _connection;

    /// <summary>When its connection was lost; null while there is one.</summary>
    public DateTimeOffset? LostAt { get; private set; }

    public bool IsExpired => clock.GetUtcNow() - LostAt > BufferTime;

    /// <summary>Binds the session to a connection; one that it was bound to is ended.</summary>
    public void Attach(CancellationTokenSource connection)
    {
        CancellationTokenSource? previous;
        lock (_lock)
        {
            previous = _connection;
            _connection = connection;
            LostAt = null;
        }

        previous?.Cancel();
    }

    public void Detach(CancellationTokenSource connection)
    {
        lock (_lock)
        {
            if (_connection != connection)
                return;
            _connection = null;
            LostAt = clock.GetUtcNow();
        }
    }

    public void Post(Frame frame)
    {
        lock (_lock)
        {
            if (_frames.Count == maxFrames)
                _frames.RemoveFirst();
            else
                _available.Writer.TryWrite(true);
            _frames.AddLast((frame, clock.GetUtcNow()));
        }
    }

    /// <summary>Sends the next frame, and keeps it when that fails.</summary>
    public async Task SendNextAsync(Func<Frame, Task> sendAsync, CancellationToken cancellationToken)
    {
        await _available.Reader.ReadAsync(cancellationToken).ConfigureAwait(false);
        if (!TryTake(out Frame? frame, out DateTimeOffset at))
            return;
        try
        {
            await sendAsync(frame).ConfigureAwait(false);
        }
        catch
        {
            lock (_lock)
                _frames.AddFirst((frame, at));
            _available.Writer.TryWrite(true);
            throw;
        }
    }

    private bool TryTake([NotNullWhen(true)] out Frame? frame, out DateTimeOffset at)
    {
        lock (_lock)
        {
            (frame, at) = _frames.First!.Value;
            _frames.RemoveFirst();
            return clock.GetUtcNow() - at <= BufferTime;
        }
    }
}
