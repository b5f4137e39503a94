namespace ModelCards.Transport.WebSocket;

/// <summary>Tasks that share a connection with others.</summary>
internal sealed class SocketConversation(SocketLink link, TaskDirectory directory, IListener listener, IReadOnlyCollection<Guid> taskUuids) : IConversation
{
    public IListener Listener => listener;

    public IReadOnlyCollection<Guid> TaskUuids => taskUuids;

    /// <summary>Whether anything of it may have reached the service.</summary>
    public bool IsUnderWay { get; private set; }

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

        IsUnderWay = true;
        if (!await wire.SendAsync(TaskArray.Write(tasks), cancellationToken).ConfigureAwait(false))
            listener.Resumed();
        return null;
    }

    public void Dispose() => directory.Remove(this);
}
