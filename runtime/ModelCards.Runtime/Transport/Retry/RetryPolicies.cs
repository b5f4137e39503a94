using Polly;
using Polly.Retry;

namespace ModelCards;

/// <summary>The policy that clients repeat by unless told otherwise, and the pieces to make another of.</summary>
public static class RetryPolicies
{
    /// <summary>Repeats up to three times what may be repeated, after 1, 2 and 4 seconds and a bit, or after what Retry-After says.</summary>
    /// <value>A fresh copy each time, to change and to put into a <see cref="ResiliencePipelineBuilder{TResult}"/>.</value>
    public static RetryStrategyOptions<SendAttempt> DefaultOptions => new()
    {
        MaxRetryAttempts = 3,
        ShouldHandle = attempt => ValueTask.FromResult(attempt.Outcome.Result is { MayRepeat: true }),
        DelayGenerator = attempt => ValueTask.FromResult<TimeSpan?>(
            attempt.Outcome.Result?.RetryAfter ?? Transport.Retry.Backoff.Of(attempt.AttemptNumber)),
    };

    /// <summary>Repeats nothing: the first failure is told.</summary>
    public static ResiliencePipeline<SendAttempt> None => ResiliencePipeline<SendAttempt>.Empty;

    internal static ResiliencePipeline<SendAttempt> Default(TimeProvider time) =>
        new ResiliencePipelineBuilder<SendAttempt> { TimeProvider = time }.AddRetry(DefaultOptions).Build();
}
