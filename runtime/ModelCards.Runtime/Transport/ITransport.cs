namespace ModelCards.Transport;

/// <summary>Carries tasks to the service and its answers back.</summary>
internal interface ITransport : IAsyncDisposable
{
    /// <summary>Sends the tasks together and gives what is answered to them, as it comes.</summary>
    /// <remarks>
    /// The caller stops asking once every task has ended; the transport stops by itself when no more can come. Trouble with
    /// the service or the connection is an envelope with an error. Only cancellation, and a media input that cannot be read,
    /// are exceptions.
    /// </remarks>
    IAsyncEnumerable<Envelope> SendAsync(IReadOnlyList<TransportTask> tasks, CancellationToken cancellationToken);
}
