using System.Net.WebSockets;
using ModelCards.Media;

namespace ModelCards.Transport.WebSocket;

/// <summary>One socket, from its opening to its end: one loop receives, one lane sends.</summary>
internal sealed class SocketWire(ClientWebSocket socket, SocketSettings settings) : IDisposable
{
    private const int FirstBuffer = 16 * 1024;
    private const int SlowestBytesPerSecond = 16 * 1024;

    private readonly SemaphoreSlim _lane = new(1);
    private readonly CancellationTokenSource _end = new();
    private readonly AsyncSignal _heard = new();
    private readonly TimeProvider _time = settings.Time;
    private byte[] _buffer = new byte[FirstBuffer];
    private long _lastHeard = settings.Time.GetTimestamp();
    private Task<bool>? _probe;

    /// <summary>Sends one message. A cancellation does not break it off, as half a message would end the connection for everyone.</summary>
    /// <returns>Whether all of it left.</returns>
    public async Task<bool> SendAsync(MediaSplices text, CancellationToken cancellationToken)
    {
        if (!await IsAliveAsync().WaitAsync(cancellationToken).ConfigureAwait(false))
            return false;
        Task<bool> sending = SendAsync(text);
        return await (sending.IsCompleted ? sending : sending.WaitAsync(cancellationToken)).ConfigureAwait(false);
    }

    /// <summary>Reads the next message into memory that holds until the next call; null when the connection is at its end.</summary>
    /// <exception cref="InvalidDataException">The message is longer than the limit.</exception>
    /// <exception cref="IOException">The message comes so slowly that it would hold up everyone else's.</exception>
    public async ValueTask<ReadOnlyMemory<byte>?> ReceiveAsync(CancellationToken cancellationToken)
    {
        if (_buffer.Length > 4 * FirstBuffer)
            _buffer = new byte[FirstBuffer];
        long? begun = null;
        for (int count = 0; ;)
        {
            if (count == _buffer.Length)
                Array.Resize(ref _buffer, (int)Math.Min((long)count * 2, settings.SizeLimit + 1L));
            ValueWebSocketReceiveResult part = await socket.ReceiveAsync(_buffer.AsMemory(count), cancellationToken).ConfigureAwait(false);
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
            if (_time.GetElapsedTime(begun.Value) > settings.MessageTime + TimeSpan.FromSeconds((double)count / SlowestBytesPerSecond))
                throw new IOException("A message drips in too slowly.");
        }
    }

    /// <summary>Pings now and then, so that the service does not close, and a dead connection is found without being used.</summary>
    public async Task KeepAliveAsync()
    {
        using var timer = new PeriodicTimer(settings.PingInterval, _time);
        while (await timer.WaitForNextTickAsync(_end.Token).ConfigureAwait(false))
        {
            if (!await ProbeAsync().ConfigureAwait(false))
                return;
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

    private async Task<bool> SendAsync(MediaSplices text)
    {
        await _lane.WaitAsync().ConfigureAwait(false);
        try
        {
            if (text.Plain is { } plain)
            {
                await socket.SendAsync(plain, WebSocketMessageType.Text, endOfMessage: true, _end.Token).ConfigureAwait(false);
                return true;
            }

            var message = new MessageStream(socket);
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
        finally
        {
            _lane.Release();
        }
    }

    /// <summary>Whether somebody is at the other end: a half-open connection takes everything and answers nothing.</summary>
    private Task<bool> IsAliveAsync() =>
        _time.GetElapsedTime(Volatile.Read(ref _lastHeard)) < settings.FreshTime ? Task.FromResult(!_end.IsCancellationRequested) : ProbeAsync();

    private Task<bool> ProbeAsync()
    {
        lock (_lane)
            return _probe is { IsCompleted: false } running ? running : _probe = PingAsync();
    }

    private async Task<bool> PingAsync()
    {
        Task heard = _heard.Next;
        if (await SendAsync(TaskArray.Write([new PingTask()])).ConfigureAwait(false)
            && await AsyncSignal.WaitAsync(heard, settings.PongTime, _time, CancellationToken.None).ConfigureAwait(false)
            && !_end.IsCancellationRequested)
            return true;
        Abort();
        return false;
    }
}
