namespace ModelCards.Transport.WebSocket;

/// <summary>A connection that could not be had.</summary>
internal sealed class SocketFailure(Envelope envelope, bool isFinal) : Exception(envelope.Errors[0].ToString(), envelope.Cause)
{
    public Envelope Envelope => envelope;

    /// <summary>Whether trying again is of no use: the key is refused, or the client is disposed.</summary>
    public bool IsFinal => isFinal;
}
