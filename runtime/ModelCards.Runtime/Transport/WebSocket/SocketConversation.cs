namespace ModelCards.Transport.WebSocket;

/// <summary>Tasks that share a connection with others.</summary>
internal sealed class SocketConversation(SocketLink link, TaskDirectory directory, IListener listener, Guid[] taskUuids) : IConversation
{
    private volatile bool _isUnderWay;

    public IListener Listener => listener;

    public Guid[] TaskUuids => taskUuids;

    /// <summary>Whether anything of it may have reached the service.</summary>
    public bool IsUnderWay => _isUnderWay;

    public async Task<Envelope?> ConnectAsync(CancellationToken cancellationToken)
    {
        try
        {
            await link.ConnectAsync(cancellationToken).ConfigureAwait(false);
            return null;
        }
        catch (SocketFailure failure)
        {
            return failure.Envelope;
        }
    }

    public async Task<Envelope?> SendAsync(IReadOnlyList<TransportTask> tasks, CancellationToken cancellationToken)
    {
        SocketWire wire;
        try
        {
            wire = await link.ConnectAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (SocketFailure failure)
        {
            return failure.Envelope;
        }

        _isUnderWay = true;
        if (!await wire.SendAsync(tasks, cancellationToken).ConfigureAwait(false))
            listener.Resumed();
        return null;
    }

    public void Dispose() => directory.Remove(this);
}
