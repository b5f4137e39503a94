using System.Net.WebSockets;
using ModelCards.Media;

namespace ModelCards.Transport.WebSocket;

/// <summary>One socket, from its opening to its end: one loop receives, one lane sends.</summary>
/// <remarks>Sends and receipts take no token, which would cost each of them a registration: <see cref="Abort"/> ends them.</remarks>
internal sealed class SocketWire(ClientWebSocket socket, SocketSettings settings) : IDisposable
{
    private const int FirstBuffer = 16 * 1024;

    private static readonly TransportTask[] Ping = [new PingTask()];

    private readonly SemaphoreSlim _lane = new(1);
    private readonly CancellationTokenSource _end = new();
    private readonly AsyncSignal _heard = new();
    private readonly SendWatch _watch = new(settings.Time, settings.MessageTime);
    private readonly TimeProvider _time = settings.Time;
    private MediaSplices? _text;
    private byte[] _buffer = new byte[FirstBuffer];
    private long _lastHeard = settings.Time.GetTimestamp();
    private Task<bool>? _probe;

    /// <summary>Sends tasks in one message, unless it is cancelled before its turn. After that a cancellation ends the waiting alone, as half a message
    /// would end the connection for everyone.</summary>
    /// <returns>Whether all of it left.</returns>
    public async Task<bool> SendAsync(IReadOnlyList<TransportTask> tasks, CancellationToken cancellationToken)
    {
        if (!IsFresh && !await ProbeAsync().WaitAsync(cancellationToken).ConfigureAwait(false))
            return false;
        await _lane.WaitAsync(cancellationToken).ConfigureAwait(false);
        // Waiting takes a registration, which one that left at once does not need.
        Task<bool> sending = SendInLaneAsync(tasks);
        return await (sending.IsCompleted ? sending : sending.WaitAsync(cancellationToken)).ConfigureAwait(false);
    }

    /// <summary>Reads the next message into memory that holds until the next call; null when the connection is at its end.</summary>
    /// <exception cref="InvalidDataException">The message is longer than the limit.</exception>
    /// <exception cref="IOException">The message comes so slowly that it would hold up everyone else's.</exception>
    public async ValueTask<ReadOnlyMemory<byte>?> ReceiveAsync()
    {
        if (_buffer.Length > 4 * FirstBuffer)
            _buffer = new byte[FirstBuffer];
        long? begun = null;
        for (int count = 0; ;)
        {
            if (count == _buffer.Length)
                Array.Resize(ref _buffer, (int)Math.Min((long)count * 2, settings.SizeLimit + 1L));
            ValueWebSocketReceiveResult part = await socket.ReceiveAsync(_buffer.AsMemory(count), CancellationToken.None).ConfigureAwait(false);
            Volatile.Write(ref _lastHeard, _time.GetTimestamp());
            _heard.Pulse();
            if (part.MessageType == WebSocketMessageType.Close)
                return null;
            count += part.Count;
            if (count > settings.SizeLimit)
                throw new InvalidDataException();
            if (part.EndOfMessage)
                return part.MessageType == WebSocketMessageType.Text ? _buffer.AsMemory(0, count) : ReadOnlyMemory<byte>.Empty;
            begun ??= _lastHeard;
            if (_time.GetElapsedTime(begun.Value) > SendWatch.TimeOf(count, settings.MessageTime))
                throw new IOException("A message drips in too slowly.");
        }
    }

    /// <summary>Pings now and then, so that the service does not close, and a connection that is dead or takes nothing in is found without being used.</summary>
    public async Task KeepAliveAsync()
    {
        using var timer = new PeriodicTimer(settings.PingInterval, _time);
        while (await timer.WaitForNextTickAsync(_end.Token).ConfigureAwait(false))
        {
            if (_watch.IsStalled)
                Abort();
            else
                // Not waited for: it may stand behind a message that does not get away. When it fails, this ends.
                _ = ProbeAsync();
        }
    }

    /// <summary>Ends it without ado.</summary>
    public void Abort()
    {
        socket.Abort();
        _end.Cancel();
    }

    /// <summary>Says good-bye, and does not wait long for an answer.</summary>
    public async Task CloseAsync()
    {
        try
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(1));
            if (socket.State == WebSocketState.Open)
                await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, patience.Token).ConfigureAwait(false);
        }
        catch (Exception error) when (IsBroken(error))
        {
            // It is at its end in any case.
        }

        Abort();
    }

    public void Dispose()
    {
        Abort();
        socket.Dispose();
    }

    /// <summary>Whether an exception means that the connection is at its end.</summary>
    public static bool IsBroken(Exception error) =>
        error is WebSocketException or OperationCanceledException or IOException or ObjectDisposedException;

    // The text is written in the memory of the one before, which nobody reads any more who has left the lane.
    private async Task<bool> SendInLaneAsync(IReadOnlyList<TransportTask> tasks)
    {
        MediaSplices text = _text ?? TaskArray.NewText();
        try
        {
            TaskArray.Write(tasks, text);
            return await SendAsync(text).ConfigureAwait(false);
        }
        finally
        {
            _text = text.Emptied();
            _lane.Release();
        }
    }

    private async Task<bool> SendAsync(MediaSplices text)
    {
        try
        {
            if (text.Plain is { Length: <= MessageStream.LargestPiece } plain)
            {
                _watch.Begin(plain.Length);
                await socket.SendAsync(plain, WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None).ConfigureAwait(false);
                _watch.End();
                return true;
            }

            var message = new MessageStream(socket, _watch);
            await using (message.ConfigureAwait(false))
            {
                await text.CopyToAsync(message, _end.Token).ConfigureAwait(false);
                await message.CompleteAsync(_end.Token).ConfigureAwait(false);
            }

            return true;
        }
        catch (Exception error)
        {
            // Half a message stands on the wire, whoever is at fault.
            Abort();
            if (TaskArray.IsUnreadableMedia(error))
                throw;
            return false;
        }
    }

    // Whether somebody is at the other end: a half-open connection takes everything and answers nothing.
    private bool IsFresh => _time.GetElapsedTime(Volatile.Read(ref _lastHeard)) < settings.FreshTime;

    private Task<bool> ProbeAsync()
    {
        lock (_lane)
            return _probe is { IsCompleted: false } running ? running : _probe = PingAsync();
    }

    private async Task<bool> PingAsync()
    {
        Task heard = _heard.Next;
        await _lane.WaitAsync().ConfigureAwait(false);
        if (await SendInLaneAsync(Ping).ConfigureAwait(false)
            && await AsyncSignal.WaitAsync(heard, settings.PongTime, _time, CancellationToken.None).ConfigureAwait(false)
            && !_end.IsCancellationRequested)
            return true;
        Abort();
        return false;
    }
}
