using ModelCards.Errors;

namespace ModelCards.TextStreaming;

/// <summary>Carries what is wrong with a stream to where its task is known.</summary>
internal sealed class EventStreamException(ServiceError error, Exception? cause = null) : Exception(error.Message, cause)
{
    public ServiceError Error => error;
}
