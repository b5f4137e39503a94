using Microsoft.Extensions.Logging;
using ModelCards.Diagnostics;
using ModelCards.Errors;

namespace ModelCards.Transport.WebSocket;

/// <summary>Knows whom an answer is for. Several may wait for one task, such as two who fetch the results of the same.</summary>
internal sealed class TaskDirectory(ILogger logger)
{
    // Dictionaries under a lock take no memory for what comes and goes, as concurrent ones do.
    private readonly object _lock = new();
    private readonly HashSet<SocketConversation> _conversations = [];
    private readonly Dictionary<Guid, SocketConversation[]> _byTask = [];

    public int Count
    {
        get
        {
            lock (_lock)
                return _conversations.Count;
        }
    }

    public SocketConversation[] UnderWay
    {
        get
        {
            lock (_lock)
                return [.. _conversations.Where(conversation => conversation.IsUnderWay)];
        }
    }

    private SocketConversation[] WaitingForPong
    {
        get
        {
            lock (_lock)
                return [.. _conversations.Where(conversation => conversation.TaskUuids.Length == 0)];
        }
    }

    public void Add(SocketConversation conversation)
    {
        lock (_lock)
        {
            _conversations.Add(conversation);
            foreach (Guid uuid in conversation.TaskUuids)
                _byTask[uuid] = _byTask.TryGetValue(uuid, out SocketConversation[]? others) ? [.. others, conversation] : [conversation];
        }
    }

    public void Remove(SocketConversation conversation)
    {
        lock (_lock)
        {
            if (!_conversations.Remove(conversation))
                return;
            foreach (Guid uuid in conversation.TaskUuids)
            {
                if (_byTask[uuid] is { Length: > 1 } several)
                    _byTask[uuid] = [.. several.Where(other => other != conversation)];
                else
                    _byTask.Remove(uuid);
            }
        }
    }

    /// <summary>Hands each item and error to those who wait for its task; an error that names no task to everyone under way.</summary>
    public void Dispatch(Envelope envelope)
    {
        // Nearly every frame is of one task.
        if (envelope is { Items: [var single], Errors: [] } && WaitingFor(single.TaskUuid) is [SocketConversation only])
        {
            only.Listener.Accept(envelope);
            return;
        }

        var parts = new Dictionary<SocketConversation, Envelope>();
        foreach (var item in envelope.Items)
        {
            SocketConversation[] waiting = item.TaskUuid is null ? WaitingForPong : WaitingFor(item.TaskUuid);
            if (waiting.Length == 0 && item.TaskUuid is not null)
                logger.Unknown(item.TaskUuid);
            foreach (SocketConversation conversation in waiting)
                PartOf(conversation).Items.Add(item);
        }

        foreach (ServiceError error in envelope.Errors)
        {
            foreach (SocketConversation conversation in error.TaskUuid is null ? UnderWay : WaitingFor(error.TaskUuid))
                PartOf(conversation).Errors.Add(error);
        }

        foreach ((SocketConversation conversation, Envelope part) in parts)
            conversation.Listener.Accept(part);

        Envelope PartOf(SocketConversation conversation) =>
            parts.TryGetValue(conversation, out Envelope? part) ? part : parts[conversation] = new Envelope { Cause = envelope.Cause };
    }

    /// <summary>Tells everyone the same.</summary>
    public void Broadcast(Envelope envelope)
    {
        SocketConversation[] all;
        lock (_lock)
            all = [.. _conversations];
        foreach (SocketConversation conversation in all)
            conversation.Listener.Accept(envelope);
    }

    private SocketConversation[] WaitingFor(Guid? task)
    {
        lock (_lock)
            return task is { } uuid && _byTask.TryGetValue(uuid, out SocketConversation[]? waiting) ? waiting : [];
    }
}
