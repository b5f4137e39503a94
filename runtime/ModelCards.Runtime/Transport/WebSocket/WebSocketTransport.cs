namespace ModelCards.Transport.WebSocket;

/// <summary>Sends tasks over one connection, or over several that share the load.</summary>
internal sealed class WebSocketTransport(SocketSettings settings, int connections) : ITransport
{
    private readonly SocketLink[] _links = [.. Enumerable.Range(0, connections).Select(_ => new SocketLink(settings))];

    public bool RepliesAreWhole => false;

    public IConversation Open(IListener listener, Guid[] taskUuids)
    {
        SocketLink link = _links is [SocketLink only] ? only : _links.MinBy(link => link.Conversations)!;
        return link.Open(listener, taskUuids);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (SocketLink link in _links)
            await link.DisposeAsync().ConfigureAwait(false);
    }
}
