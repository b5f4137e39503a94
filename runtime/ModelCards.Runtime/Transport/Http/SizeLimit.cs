using ModelCards.Errors;

namespace ModelCards.Transport.Http;

/// <summary>How many bytes may come, and the option that says so.</summary>
internal readonly record struct SizeLimit(long Bytes, string Option)
{
    public ServiceError Exceeded() => ClientErrors.ResponseTooLarge(Bytes, Option);
}
