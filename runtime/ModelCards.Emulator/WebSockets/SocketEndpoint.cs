using System.Net.WebSockets;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using ModelCards.Emulator.Faults;
using ModelCards.Emulator.Incoming;
using ModelCards.Emulator.Journal;
using ModelCards.Emulator.Tasks;

namespace ModelCards.Emulator.WebSockets;

/// <summary><c>GET /v1</c> as a WebSocket.</summary>
internal sealed partial class SocketEndpoint(
    TaskService service,
    KeyCheck keys,
    Sessions sessions,
    FaultSwitchboard faults,
    EventJournal journal,
    EmulatorOptions options,
    ILogger<SocketEndpoint> logger)
{
    private int _open;

    /// <summary>How many sockets are open.</summary>
    public int Open => Volatile.Read(ref _open);

    public async Task HandleAsync(HttpContext context, IHostApplicationLifetime lifetime)
    {
        // A web page may open a socket to this machine without asking first; its browser says where it comes from.
        bool isForeign = context.Request.Headers.Origin is [{ } origin, ..] && !(Uri.TryCreate(origin, UriKind.Absolute, out Uri? page) && page.IsLoopback);
        if (isForeign || !context.WebSockets.IsWebSocketRequest)
        {
            context.Response.StatusCode = isForeign ? StatusCodes.Status403Forbidden : StatusCodes.Status405MethodNotAllowed;
            return;
        }

        using WebSocket socket = await context.WebSockets.AcceptWebSocketAsync().ConfigureAwait(false);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, lifetime.ApplicationStopping);
        ConnectionRecorder recorder = journal.Open("WebSocket");
        using var connection = new SocketConnection(socket, service, keys, sessions, faults, recorder, options, context.Abort);
        Interlocked.Increment(ref _open);
        try
        {
            await connection.RunAsync(stop.Token).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is WebSocketException or OperationCanceledException or IOException)
        {
            LogEnd(exception.Message);
        }
        finally
        {
            Interlocked.Decrement(ref _open);
            recorder.Closed();
        }
    }

    [LoggerMessage(EventId = 3, Level = LogLevel.Debug, Message = "A WebSocket ended: {Reason}")]
    private partial void LogEnd(string reason);
}
