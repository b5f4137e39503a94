using ModelCards.Diagnostics;
using ModelCards.Errors;
using ModelCards.Transport;
using ModelCards.Transport.Delivery;

namespace ModelCards.TextStreaming;

/// <summary>Reads the chunks of a text out of events. The server is not trusted: any bytes give chunks or an error of the task.</summary>
internal sealed class TextChunks(EventReader events, PendingBatch batch, TextTransport transport)
{
    private readonly PendingTask _task = batch.Tasks[0];
    private readonly Queue<ReadOnlyMemory<byte>> _messages = new();
    private readonly Queue<TextChunk> _chunks = new();

    /// <summary>Whether the service said that there is no more.</summary>
    public bool IsDone { get; private set; }

    /// <summary>Whether anything came of the text.</summary>
    public bool HasAny { get; private set; }

    /// <summary>The next chunk; null at the end of the stream, and where an error of the task came.</summary>
    public async ValueTask<TextChunk?> NextAsync()
    {
        while (true)
        {
            if (_chunks.TryDequeue(out TextChunk? chunk))
                return chunk;
            if (IsDone || _task.State != TaskState.Sent)
                return null;
            if (_messages.TryDequeue(out ReadOnlyMemory<byte> message))
                Read(message);
            else if (await events.NextAsync().ConfigureAwait(false) is { } data)
                _messages.Enqueue(data);
            else
                return null;
        }
    }

    private void Read(ReadOnlyMemory<byte> message)
    {
        ReadOnlySpan<byte> text = message.Span.Trim(" \t\r\n"u8);
        if (text.Length == 0)
            return;
        if (text.SequenceEqual("[DONE]"u8))
            IsDone = true;
        else if (transport.Reader.TryRead(message, events.Status, out Envelope? envelope, out string? problem))
            Take(envelope);
        else if (text.Contains((byte)'\n'))
            Split(message);
        else
            Fail(message, problem);
    }

    private void Take(Envelope envelope)
    {
        foreach ((Guid? uuid, var members) in envelope.Items)
        {
            if ((uuid ?? _task.Uuid) != _task.Uuid)
            {
                transport.Logger.Unknown(uuid);
                continue;
            }

            HasAny = true;
            _chunks.Enqueue(new TextChunk(members));
        }

        if (envelope.Errors.Count == 0)
            return;
        envelope.Items.Clear();
        batch.Accept(envelope);
    }

    // Lines without an empty one between them are one event, but a service may mean one by each.
    private void Split(ReadOnlyMemory<byte> message)
    {
        for (int end; (end = message.Span.IndexOf((byte)'\n')) >= 0; message = message[(end + 1)..])
            _messages.Enqueue(message[..end]);
        _messages.Enqueue(message);
    }

    private void Fail(ReadOnlyMemory<byte> message, string problem)
    {
        ServiceError error = ClientErrors.Unrecognized(
            $"An event of the stream {problem}. It starts with: {PlainText.OneLine(transport.Http.Quote(message), 300)}");
        batch.GiveUp(Envelope.Failed(error, events.Status), TaskState.Sent);
    }
}
