using System.IO.Pipelines;
using System.Net.WebSockets;
using ModelCards.Emulator.Errors;
using ModelCards.Emulator.Faults;
using ModelCards.Emulator.Incoming;
using ModelCards.Emulator.Journal;
using ModelCards.Emulator.Tasks;
using ModelCards.Transport.WebSocket;

namespace ModelCards.Emulator.WebSockets;

/// <summary>
/// One socket: authenticates first, then takes messages in and sends what its session has, until one side closes or
/// nothing was exchanged for 120 seconds.
/// </summary>
internal sealed class SocketConnection(
    WebSocket socket,
    TaskService service,
    KeyCheck keys,
    Sessions sessions,
    FaultSwitchboard faults,
    ConnectionRecorder recorder,
    EmulatorOptions options,
    Action cut) : IDisposable
{
    private static readonly TimeSpan IdleTime = TimeSpan.FromSeconds(120);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly MessageReader _reader = new(socket, options.Limits.MaxBodyBytes);
    private readonly CancellationTokenSource _idle = new(IdleTime, options.TimeProvider);
    private readonly CancellationTokenSource _end = new();
    private volatile bool _isDumb;
    private volatile bool _isDisposed;

    public void Dispose()
    {
        _isDisposed = true;
        _idle.Dispose();
        _end.Dispose();
    }

    public async Task RunAsync(CancellationToken stop)
    {
        using var running = CancellationTokenSource.CreateLinkedTokenSource(stop, _end.Token);
        using CancellationTokenRegistration idle = _idle.Token.Register(() => _ = CloseAsync());
        if (await AuthenticateAsync(running.Token).ConfigureAwait(false) is not { } session)
            return;
        session.Attach(_end);
        Task sending = SendLoopAsync(session, running.Token);
        try
        {
            while (await ReadAsync(running.Token).ConfigureAwait(false) is { } message)
                await TakeAsync(message, session, running.Token).ConfigureAwait(false);
        }
        finally
        {
            session.Detach(_end);
            await _end.CancelAsync().ConfigureAwait(false);
            await sending.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        await CloseAsync().ConfigureAwait(false);
    }

    /// <summary>Tells the client that this is the end; a client that does not agree in time is cut off.</summary>
    private async Task CloseAsync()
    {
        try
        {
            using var patience = new CancellationTokenSource(Patience);
            if (socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
                await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, patience.Token).ConfigureAwait(false);
            if (!_isDisposed)
                _end.CancelAfter(Patience);
        }
        catch (Exception exception) when (exception is WebSocketException or OperationCanceledException or ObjectDisposedException)
        {
            // It is gone already.
        }
    }

    private async Task<Session?> AuthenticateAsync(CancellationToken cancellationToken)
    {
        if (await ReadAsync(cancellationToken).ConfigureAwait(false) is not { } message)
            return null;
        using (message)
        {
            ServiceError? refusal = message.Error ?? (message.Elements is [var first, ..] && KeyCheck.IsAuthentication(first)
                ? message.Elements.Length > 1 ? KeyCheck.NotAlone() : keys.CheckTask(first)
                : KeyCheck.Missing());
            if (refusal is not null)
            {
                await SendAsync(Frame.Of(Reply.With(refusal)), cancellationToken).ConfigureAwait(false);
                await socket.CloseOutputAsync(WebSocketCloseStatus.PolicyViolation, refusal.Code, cancellationToken).ConfigureAwait(false);
                return null;
            }

            Guid? resumed = Guid.TryParse(TaskIdentity.Echo(message.Elements[0], "connectionSessionUUID"), out Guid old) ? old : null;
            (Guid uuid, Session session, bool isResumed) = sessions.Open(resumed);
            recorder.Authenticated(uuid, isResumed);
            await SendAsync(Frame.Of(Reply.With(new SessionItem(uuid))), cancellationToken).ConfigureAwait(false);
            return session;
        }
    }

    private async Task<TaskArray?> ReadAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            if (await _reader.ReadAsync(cancellationToken).ConfigureAwait(false) is not { } bytes)
                return null;
            recorder.Received(bytes.Span);
            if (_isDumb)
                continue;
            _idle.CancelAfter(IdleTime);
            return TaskArray.Parse(bytes, options.Limits);
        }
    }

    private async Task SendLoopAsync(Session session, CancellationToken cancellationToken)
    {
        try
        {
            while (true)
                await session.SendNextAsync(frame => SendAsync(frame, cancellationToken), cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            // What cannot be sent waits for the client to come back; the receiving side ends too.
            await _end.CancelAsync().ConfigureAwait(false);
            throw;
        }
    }

    private async Task SendAsync(Frame frame, CancellationToken cancellationToken)
    {
        if (_isDumb)
            return;
        var message = new MessageStream(socket);
        await using (message.ConfigureAwait(false))
        {
            using var output = new FrameCopy(PipeWriter.Create(message, new StreamPipeWriterOptions(leaveOpen: true)));
            await frame.WriteAsync(output, cancellationToken).ConfigureAwait(false);
            await output.CompleteAsync().ConfigureAwait(false);
            recorder.Sent(output);
            await message.CompleteAsync(cancellationToken).ConfigureAwait(false);
        }

        _idle.CancelAfter(IdleTime);
    }

    private async Task TakeAsync(TaskArray message, Session session, CancellationToken cancellationToken)
    {
        using TaskArray owned = message;
        Fault? fault = faults.Take(message.Elements.Select(task => TaskIdentity.Echo(task, "taskType")));
        recorder.Struck(fault);
        switch (fault?.Kind)
        {
            case FaultKind.Drop:
                cut();
                return;
            case FaultKind.Silence:
                _isDumb = true;
                return;
            case FaultKind.TooManyRequests or FaultKind.Unavailable:
                session.Post(Frame.Of(Reply.With([.. message.Elements.Select(task => FaultErrors.Of(fault.Kind, task))])));
                return;
            default:
                var dispatcher = new ReplyDispatcher(session, fault, options.TimeProvider);
                await dispatcher.AnswerAsync(service, message, options.Limits, cancellationToken).ConfigureAwait(false);
                if (fault?.Kind == FaultKind.DropAfter)
                    cut();
                return;
        }
    }
}
