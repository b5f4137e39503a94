using ModelCards.Errors;

namespace ModelCards.TextStreaming;

/// <summary>Carries what is wrong with a stream through the reader of events.</summary>
internal sealed class EventStreamException(ServiceError error) : IOException(error.Message)
{
    public ServiceError Error => error;
}
