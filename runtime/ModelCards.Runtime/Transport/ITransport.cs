namespace ModelCards.Transport;

/// <summary>Carries tasks to the service and its answers back.</summary>
internal interface ITransport : IAsyncDisposable
{
    /// <summary>Whether the answer to a message is one reply, after which no more comes of it.</summary>
    bool RepliesAreWhole { get; }

    /// <summary>
    /// Begins a conversation about tasks: what the service says of them is told to the listener until it is disposed. One about no
    /// task hears the answers to pings, which name none.
    /// </summary>
    IConversation Open(IListener listener, Guid[] taskUuids);
}

/// <summary>What is sent and heard of some tasks.</summary>
internal interface IConversation : IDisposable
{
    /// <summary>Connects, where there is a connection to speak of, so that the next message leaves at once.</summary>
    /// <returns>Why there is none; null when there is.</returns>
    Task<Envelope?> ConnectAsync(CancellationToken cancellationToken) => Task.FromResult<Envelope?>(null);

    /// <summary>Sends tasks in one message.</summary>
    /// <returns>Why they were not sent, or why their reply is lost or a refusal of them all; null when they are on their way.</returns>
    /// <remarks>Only cancellation, and a media input that cannot be read, are exceptions.</remarks>
    Task<Envelope?> SendAsync(IReadOnlyList<TransportTask> tasks, CancellationToken cancellationToken);
}

/// <summary>Hears what becomes of tasks, on any thread and at any time.</summary>
internal interface IListener
{
    /// <summary>The service, or the connection, has something to say.</summary>
    void Accept(Envelope envelope);

    /// <summary>The connection broke and is back: what was not answered may never have arrived.</summary>
    void Resumed();
}
