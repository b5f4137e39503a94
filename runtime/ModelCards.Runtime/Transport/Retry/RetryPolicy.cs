using Polly;

namespace ModelCards.Transport.Retry;

/// <summary>What a client repeats by.</summary>
/// <param name="Pipeline">The policy.</param>
/// <param name="IsDefault">Whether it is ours, which does nothing but repeat what may be repeated.</param>
internal sealed record RetryPolicy(ResiliencePipeline<SendAttempt> Pipeline, bool IsDefault);
