using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using ModelCards.Diagnostics;
using ModelCards.Errors;

namespace ModelCards.Transport.WebSocket;

/// <summary>Knows whom an answer is for. Several may wait for one task, such as two who fetch the results of the same.</summary>
internal sealed class TaskDirectory(ILogger logger)
{
    private readonly ConcurrentDictionary<SocketConversation, bool> _conversations = new();
    private readonly ConcurrentDictionary<Guid, SocketConversation[]> _byTask = new();

    public IEnumerable<SocketConversation> UnderWay => _conversations.Keys.Where(conversation => conversation.IsUnderWay);

    public int Count => _conversations.Count;

    private SocketConversation[] WaitingForPong => [.. _conversations.Keys.Where(conversation => conversation.TaskUuids.Count == 0)];

    public void Add(SocketConversation conversation)
    {
        _conversations.TryAdd(conversation, true);
        foreach (Guid uuid in conversation.TaskUuids)
            _byTask.AddOrUpdate(uuid, static (_, one) => [one], static (_, others, one) => [.. others, one], conversation);
    }

    public void Remove(SocketConversation conversation)
    {
        _conversations.TryRemove(conversation, out _);
        foreach (Guid uuid in conversation.TaskUuids)
        {
            while (_byTask.TryGetValue(uuid, out SocketConversation[]? all))
            {
                SocketConversation[] others = [.. all.Where(other => other != conversation)];
                bool isDone = others.Length == 0
                    ? _byTask.TryRemove(KeyValuePair.Create(uuid, all))
                    : _byTask.TryUpdate(uuid, others, all);
                if (isDone)
                    break;
            }
        }
    }

    /// <summary>Hands each item and error to those who wait for its task; an error that names no task to everyone under way.</summary>
    public void Dispatch(Envelope envelope)
    {
        if (IsForOne(envelope) is { } only)
        {
            only.Listener.Accept(envelope);
            return;
        }

        var parts = new Dictionary<SocketConversation, Envelope>();
        foreach (var item in envelope.Items)
        {
            SocketConversation[] waiting = item.TaskUuid is not { } uuid ? WaitingForPong
                : _byTask.TryGetValue(uuid, out SocketConversation[]? found) ? found : [];
            if (waiting.Length == 0 && item.TaskUuid is not null)
                logger.Unknown(item.TaskUuid);
            foreach (SocketConversation conversation in waiting)
                PartOf(conversation).Items.Add(item);
        }

        foreach (ServiceError error in envelope.Errors)
        {
            IEnumerable<SocketConversation> concerned = error.TaskUuid is not { } uuid ? UnderWay
                : _byTask.TryGetValue(uuid, out SocketConversation[]? found) ? found : [];
            foreach (SocketConversation conversation in concerned)
                PartOf(conversation).Errors.Add(error);
        }

        foreach ((SocketConversation conversation, Envelope part) in parts)
            conversation.Listener.Accept(part);

        Envelope PartOf(SocketConversation conversation) =>
            parts.TryGetValue(conversation, out Envelope? part) ? part : parts[conversation] = new Envelope { Cause = envelope.Cause };
    }

    // Nearly every frame is of one task.
    private SocketConversation? IsForOne(Envelope envelope) =>
        envelope is { Items: [{ TaskUuid: { } uuid }], Errors: [] } && _byTask.TryGetValue(uuid, out SocketConversation[]? waiting) && waiting is [var only]
            ? only
            : null;

    /// <summary>Tells everyone the same.</summary>
    public void Broadcast(Envelope envelope)
    {
        foreach (SocketConversation conversation in _conversations.Keys)
            conversation.Listener.Accept(envelope);
    }
}
