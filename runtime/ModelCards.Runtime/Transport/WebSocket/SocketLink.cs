using ModelCards.Diagnostics;
using ModelCards.Errors;
using ModelCards.Transport.Retry;

namespace ModelCards.Transport.WebSocket;

/// <summary>
/// A lasting connection over one socket after another. It opens when somebody wants to send, and comes back by itself, with
/// growing pauses, for as long as answers are awaited. A refused key ends it for good.
/// </summary>
internal sealed class SocketLink(SocketSettings settings) : IAsyncDisposable
{
    private readonly object _lock = new();
    private readonly TaskDirectory _directory = new(settings.Logger);
    private readonly CancellationTokenSource _disposed = new();
    private readonly AsyncSignal _wanted = new();
    private TaskCompletionSource<SocketWire> _wire = New();
    private Task? _loop;
    private bool _isWanted;
    private Guid? _session;
    private SocketFailure? _end;

    public int Conversations => _directory.Count;

    public SocketConversation Open(IListener listener, IReadOnlyCollection<Guid> taskUuids)
    {
        var conversation = new SocketConversation(this, _directory, listener, taskUuids);
        _directory.Add(conversation);
        return conversation;
    }

    /// <summary>Gives the socket once it is open and the client is let in.</summary>
    /// <exception cref="SocketFailure">There is none to be had.</exception>
    public async Task<SocketWire> ConnectAsync(CancellationToken cancellationToken)
    {
        Task<SocketWire> wire;
        lock (_lock)
        {
            if (_end is not null)
                throw new SocketFailure(_end.Envelope, isFinal: true);
            wire = _wire.Task;
            if (wire.IsCompletedSuccessfully)
                return wire.Result;
            _isWanted = true;
            _loop ??= Task.Run(RunAsync, CancellationToken.None);
        }

        _wanted.Pulse();
        return await wire.WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Fails what is under way at once, and closes.</summary>
    public async ValueTask DisposeAsync()
    {
        End(new SocketFailure(Envelope.Failed(ClientErrors.Disconnected()), isFinal: true));
        await _disposed.CancelAsync().ConfigureAwait(false);
        if (_loop is not null)
            await _loop.ConfigureAwait(false);
        _disposed.Dispose();
    }

    private static void Fail(TaskCompletionSource<SocketWire> waiting, SocketFailure failure)
    {
        waiting.TrySetException(failure);
        // Nobody may be waiting any more, which is no unobserved exception.
        _ = waiting.Task.Exception;
    }

    private static TaskCompletionSource<SocketWire> New() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private async Task RunAsync()
    {
        int failures = 0;
        try
        {
            while (_end is null)
            {
                await WantedAsync().ConfigureAwait(false);
                if (failures > 1)
                    await Task.Delay(Backoff.Of(failures - 2), settings.Time, _disposed.Token).ConfigureAwait(false);
                failures = await ConnectAndReceiveAsync().ConfigureAwait(false) ? 0 : failures + 1;
            }
        }
        catch (OperationCanceledException) when (_disposed.IsCancellationRequested)
        {
            // The end that was asked for.
        }
        catch (Exception error)
        {
            // Nobody is to wait for a loop that is gone.
            End(new SocketFailure(Envelope.Failed(ClientErrors.ConnectionFailed($"The connection failed for good: {error.Message}"), cause: error), isFinal: true));
        }
    }

    /// <summary>Waits until somebody wants to send, or waits for an answer.</summary>
    private async Task WantedAsync()
    {
        while (true)
        {
            Task wanted = _wanted.Next;
            lock (_lock)
            {
                if (_isWanted || _directory.UnderWay.Any())
                    return;
            }

            await wanted.WaitAsync(_disposed.Token).ConfigureAwait(false);
        }
    }

    /// <summary>Lives through one socket; true when it was of use.</summary>
    private async Task<bool> ConnectAndReceiveAsync()
    {
        SocketWire wire;
        try
        {
            (wire, _session) = await SocketHandshake.OpenAsync(settings, _session, _directory.Dispatch, _disposed.Token).ConfigureAwait(false);
        }
        catch (SocketFailure failure)
        {
            settings.Logger.ConnectFailed(failure.Envelope.Errors[0].Code);
            if (failure.IsFinal)
                End(failure);
            else if (!_directory.UnderWay.Any())
                FailThoseWhoWait(failure);
            return false;
        }

        using (wire)
        {
            Telemetry.Connected();
            settings.Logger.Connected(settings.Endpoint.Host);
            Task keptAlive = wire.KeepAliveAsync();
            Publish(wire);
            bool wasOfUse = await ReceiveAsync(wire).ConfigureAwait(false);
            Replace();
            if (_disposed.IsCancellationRequested)
                await wire.CloseAsync().ConfigureAwait(false);
            wire.Abort();
            await keptAlive.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            settings.Logger.Disconnected(_directory.Count);
            return wasOfUse;
        }
    }

    private async Task<bool> ReceiveAsync(SocketWire wire)
    {
        bool wasOfUse = false;
        try
        {
            while (await wire.ReceiveAsync(_disposed.Token).ConfigureAwait(false) is { } message)
            {
                Telemetry.ReceivedBytes(message.Length);
                if (settings.Reader.TryRead(message, null, out Envelope? envelope, out string? problem))
                {
                    wasOfUse = true;
                    settings.Logger.ReceivedFrame(message.Length, envelope.Items.Count, envelope.Errors.Count);
                    _directory.Dispatch(envelope);
                }
                else
                {
                    settings.Logger.IgnoredFrame(message.Length, problem);
                }
            }
        }
        catch (InvalidDataException)
        {
            // It would come again after a resumption: those who wait are told instead.
            _directory.Broadcast(Envelope.Failed(ClientErrors.ResponseTooLarge(settings.SizeLimit)));
        }
        catch (Exception error) when (SocketWire.IsBroken(error))
        {
            // The next socket carries on.
        }

        return wasOfUse;
    }

    private void Publish(SocketWire wire)
    {
        SocketConversation[] interrupted = [.. _directory.UnderWay];
        lock (_lock)
        {
            _isWanted = false;
            _wire.TrySetResult(wire);
        }

        foreach (SocketConversation conversation in interrupted)
            conversation.Listener.Resumed();
    }

    /// <summary>From now on senders wait for the next socket.</summary>
    private void Replace()
    {
        lock (_lock)
        {
            if (_end is null)
                _wire = New();
        }
    }

    private void FailThoseWhoWait(SocketFailure failure)
    {
        TaskCompletionSource<SocketWire> waiting;
        lock (_lock)
        {
            waiting = _wire;
            _isWanted = false;
            if (_end is null)
                _wire = New();
        }

        Fail(waiting, failure);
    }

    private void End(SocketFailure failure)
    {
        TaskCompletionSource<SocketWire> waiting;
        lock (_lock)
        {
            if (_end is not null)
                return;
            _end = failure;
            waiting = _wire;
        }

        Fail(waiting, failure);
        _directory.Broadcast(failure.Envelope);
    }
}
