using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Net.WebSockets;
using ModelCards.Errors;
using ModelCards.Results;

namespace ModelCards.Transport.WebSocket;

/// <summary>Opens a socket and authenticates; nothing else is sent before the answer to that.</summary>
internal static class SocketHandshake
{
    /// <param name="settings">Where, and with which key.</param>
    /// <param name="session">The session to resume, if any.</param>
    /// <param name="others">Takes what comes before the answer and is none: results of the resumed session.</param>
    /// <param name="cancellationToken">Gives it up.</param>
    /// <returns>The socket, and the session that it has now.</returns>
    /// <exception cref="SocketFailure">There is no connection, or the key is refused.</exception>
    public static async Task<(SocketWire Wire, Guid? Session)> OpenAsync(
        SocketSettings settings, Guid? session, Action<Envelope> others, CancellationToken cancellationToken)
    {
        using var timer = new CancellationTokenSource(settings.ConnectTime, settings.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, cancellationToken);
        var socket = new ClientWebSocket();
        var wire = new SocketWire(socket, settings);
        try
        {
            await ConnectAsync(socket, settings, either.Token).ConfigureAwait(false);
            using CancellationTokenRegistration ending = either.Token.UnsafeRegister(static wire => ((SocketWire)wire!).Abort(), wire);
            await wire.SendAsync([new AuthenticationTask(settings.Key, session)], either.Token).ConfigureAwait(false);
            return (wire, await ReadSessionAsync(wire, settings, others).ConfigureAwait(false));
        }
        catch (Exception error)
        {
            wire.Dispose();
            cancellationToken.ThrowIfCancellationRequested();
            if (!SocketWire.IsBroken(error) && error is not InvalidDataException)
                throw;
            throw Failed(
                timer.IsCancellationRequested
                    ? $"The service did not let the client in within {settings.ConnectTime.TotalSeconds:0} seconds."
                    : $"The connection broke before the service let the client in: {error.Message}",
                error);
        }
    }

    private static async Task ConnectAsync(ClientWebSocket socket, SocketSettings settings, CancellationToken cancellationToken)
    {
        // The ping of the contract is JSON; the protocol's own would only hide a service that is gone.
        socket.Options.KeepAliveInterval = TimeSpan.Zero;
        socket.Options.CollectHttpResponseDetails = true;
        socket.Options.SetRequestHeader("User-Agent", settings.UserAgent);
        settings.Configure?.Invoke(socket.Options);
        try
        {
            await socket.ConnectAsync(settings.Endpoint, cancellationToken).ConfigureAwait(false);
        }
        catch (WebSocketException error) when (socket.HttpStatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden)
        {
            throw new SocketFailure(
                Envelope.Failed(ClientErrors.HttpStatus(socket.HttpStatusCode, null, ""), socket.HttpStatusCode, error), isFinal: true);
        }
        catch (WebSocketException error)
        {
            string detail = error.InnerException is { } inner ? $"{error.Message} {inner.Message}" : error.Message;
            throw Failed($"The service could not be reached, so that nothing was sent: {detail}", error);
        }
    }

    private static async Task<Guid?> ReadSessionAsync(SocketWire wire, SocketSettings settings, Action<Envelope> others)
    {
        while (await wire.ReceiveAsync().ConfigureAwait(false) is { } message)
        {
            if (!settings.Reader.TryRead(message, null, out Envelope? envelope, out _))
                continue;
            foreach ((_, var members) in envelope.Items)
            {
                if (members.Text("taskType") == "authentication")
                    return members.Uuid("connectionSessionUUID");
            }

            if (FindRefusal(envelope, out ServiceError? error))
                throw new SocketFailure(envelope, isFinal: !error.IsTransient);
            others(envelope);
        }

        throw Failed("The service closed the connection before it let the client in.", null);
    }

    // Errors of tasks of the resumed session may come first; an authentication has no task UUID.
    private static bool FindRefusal(Envelope envelope, [NotNullWhen(true)] out ServiceError? refusal) =>
        (refusal = envelope.Errors.Find(error => error.TaskUuid is null)) is not null;

    private static SocketFailure Failed(string problem, Exception? cause) =>
        new(Envelope.Failed(ClientErrors.ConnectionFailed(problem), cause: cause), isFinal: false);
}
