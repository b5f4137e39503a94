using ModelCards.Errors;
using ModelCards.Results;
using ModelCards.Runtime.Tests.Client;
using ModelCards.Transport.Retry;
using Polly;
using Xunit;
using static ModelCards.Runtime.Tests.Delivery.Frames;

namespace ModelCards.Runtime.Tests.Delivery;

/// <summary>The table "What is sent again" of the README of ModelCards.Runtime, row by row.</summary>
public sealed class RetryTests
{
    [Theory]
    [InlineData("connectionFailed", ErrorCategory.Connection)]
    [InlineData("timeout", ErrorCategory.Timeout)]
    [InlineData("http500", ErrorCategory.Server)]
    [InlineData("http503", ErrorCategory.Server)]
    [InlineData("http504", ErrorCategory.Timeout)]
    [InlineData("rateLimitExceeded", ErrorCategory.RateLimit)]
    [InlineData("noAvailableServer", ErrorCategory.Provider)]
    [InlineData("unrecognizedResponse", ErrorCategory.InvalidResponse)]
    public async Task WhatIsOfTheMomentIsSentAgainUnderTheSameUuid(string code, ErrorCategory category)
    {
        await using ScriptedTransport transport = new ScriptedTransport().Fail(code, category).Answer(Data(Image(First, 1)));
        await using RunwareClient client = transport.Client();

        Assert.True((await client.SendAsync(PictureRequest.Of(First))).IsSuccess);
        Assert.Equal(2, transport.Sent.Count);
        Assert.Equal(transport.Sent[0], transport.Sent[1]);
    }

    [Theory]
    [InlineData("invalidModel", ErrorCategory.Validation)]
    [InlineData("invalidApiKey", ErrorCategory.Authentication)]
    [InlineData("insufficientCredits", ErrorCategory.Quota)]
    [InlineData("contentPolicyViolation", ErrorCategory.Safety)]
    [InlineData("taskFailedOrNotFound", ErrorCategory.NotFound)]
    [InlineData("responseTooLarge", ErrorCategory.InvalidResponse)]
    [InlineData("disconnected", ErrorCategory.Connection)]
    public async Task WhatWillNotChangeIsNotSentAgain(string code, ErrorCategory category)
    {
        await using ScriptedTransport transport = new ScriptedTransport().Fail(code, category);
        await using RunwareClient client = transport.Client();

        Assert.Equal(code, Assert.Single((await client.SendAsync(PictureRequest.Of(First))).Failure!.Errors).Code);
        Assert.Single(transport.Sent);
    }

    [Theory]
    [InlineData("inferenceError")]
    [InlineData("providerRateLimitExceeded")]
    [InlineData("internalServerError")]
    [InlineData("providerTimeout")]
    public async Task ATaskThatWasBegunAndFailedIsNotSentAgain(string code)
    {
        await using ScriptedTransport transport = new ScriptedTransport().Answer(Failed(Error(First, code)));
        await using RunwareClient client = transport.Client();

        Assert.Equal(code, Assert.Single((await client.SendAsync(PictureRequest.Of(First))).Failure!.Errors).Code);
        Assert.Single(transport.Sent);
    }

    [Fact]
    public async Task ALostReplyIsNotChargedTwiceBecauseTheConflictMeansAcceptedSoPoll()
    {
        await using ScriptedTransport transport = new ScriptedTransport(repliesAreWhole: true)
            .Fail("connectionFailed", ErrorCategory.Connection)
            .Answer(Both("", Error(First, "conflictTaskUUID")))
            .Answer(Data(Image(First, 1, "success")));
        await using RunwareClient client = transport.Client();

        Assert.Null((await client.SendAsync(PictureRequest.Of(First))).Failure);
        Assert.Equal(Poll(First), transport.Sent[2]);
    }

    [Fact]
    public async Task ARefusalOfOneSendingSaysNothingOfATaskThatAnotherBrought()
    {
        await using ScriptedTransport transport = new ScriptedTransport()
            .Fail("timeout", ErrorCategory.Timeout)
            .Answer(Failed(Error(First, "conflictTaskUUID")), Failed(Error(First, "rateLimitExceeded")))
            .Answer(Data(Image(First, 1, "success")));
        await using RunwareClient client = transport.Client();

        Assert.Null((await client.SendAsync(PictureRequest.Of(First))).Failure);
        Assert.Equal(Poll(First), transport.Sent[2]);
    }

    [Fact]
    public async Task MoreRefusalsThanSendingsAreTheTasksOwn()
    {
        await using ScriptedTransport transport = new ScriptedTransport()
            .Fail("timeout", ErrorCategory.Timeout)
            .Answer(Failed(Error(First, "conflictTaskUUID")), Failed(Error(First, "rateLimitExceeded")))
            .Answer(Failed(Error(First, "rateLimitExceeded")));
        await using RunwareClient client = transport.Client();

        Assert.Equal("rateLimitExceeded", Assert.Single((await client.SendAsync(PictureRequest.Of(First))).Failure!.Errors).Code);
    }

    [Fact]
    public async Task AConflictAtTheFirstSendingIsTheErrorThatItIs()
    {
        await using ScriptedTransport transport = new ScriptedTransport().Answer(Both("", Error(First, "conflictTaskUUID")));
        await using RunwareClient client = transport.Client();

        Assert.Equal("conflictTaskUUID", Assert.Single((await client.SendAsync(PictureRequest.Of(First))).Failure!.Errors).Code);
    }

    [Fact]
    public async Task AfterAResumptionOnlyWhatHasNoAnswerIsSentAgain()
    {
        var transport = new ScriptedTransport();
        transport.Answer(Data(Image(First, 1))).Answer(Data(Image(Second, 2)));
        await using ScriptedTransport owned = transport;
        await using RunwareClient client = transport.Client();

        Task<IReadOnlyList<TaskOutcome<TaskResult>>> sending = client.SendAsync([PictureRequest.Of(First), PictureRequest.Of(Second)]);
        while (transport.Sent.Count == 0)
            await Task.Yield();
        while (!sending.IsCompleted && transport.Sent.Count < 2)
        {
            transport.Resume();
            await Task.Yield();
        }

        Assert.All(await sending, outcome => Assert.True(outcome.IsSuccess));
        Assert.DoesNotContain($"{First}", transport.Sent[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task AConflictAfterTheLastResultChangesNothing()
    {
        ScriptedTransport transport = new ScriptedTransport()
            .Fail("connectionFailed", ErrorCategory.Connection)
            .Answer(Data(Image(First, 1)), Failed(Error(First, "conflictTaskUUID")), Failed(Error(First, "inferenceError")), Data(Image(Second, 2)));
        await using ScriptedTransport owned = transport;
        await using RunwareClient client = transport.Client();

        IReadOnlyList<TaskOutcome<TaskResult>> outcomes = await client.SendAsync([PictureRequest.Of(First), PictureRequest.Of(Second)]);

        Assert.All(outcomes, outcome => Assert.Null(outcome.Failure));
        Assert.Equal(2, transport.Sent.Count);
    }

    [Fact]
    public async Task SilenceIsEndedByAskingAgain()
    {
        // The first message vanishes; the clock jumps over the time that a reply may take.
        await using ScriptedTransport transport = new ScriptedTransport().Answer().Answer(Data(Image(First, 1)));
        await using RunwareClient client = transport.Client(change: options => options.ReplyTimeout = TimeSpan.FromSeconds(30));

        Assert.True((await client.SendAsync(PictureRequest.Of(First))).IsSuccess);
        Assert.Equal(2, transport.Sent.Count);
    }

    [Fact]
    public async Task OnlyTheTasksThatWereTurnedAwayAreSentAgain()
    {
        await using ScriptedTransport transport = new ScriptedTransport()
            .Answer(Both(Image(First, 1), Error(Second, "rateLimitExceeded")))
            .Answer(Data(Image(Second, 2)));
        await using RunwareClient client = transport.Client();

        IReadOnlyList<TaskOutcome<TaskResult>> outcomes = await client.SendAsync([PictureRequest.Of(First), PictureRequest.Of(Second)]);

        Assert.All(outcomes, outcome => Assert.True(outcome.IsSuccess));
        Assert.DoesNotContain($"{First}", transport.Sent[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task AfterThreeRepetitionsTheErrorIsTold()
    {
        var transport = new ScriptedTransport();
        for (int i = 0; i < 4; i++)
            transport.Answer(Failed(Error(First, "rateLimitExceeded")));
        await using ScriptedTransport owned = transport;
        var time = new HastyTime(TimeSpan.FromSeconds(59));
        await using RunwareClient client = transport.Client(time);

        RunwareException failure = (await client.SendAsync(PictureRequest.Of(First))).Failure!;

        Assert.Equal("rateLimitExceeded", Assert.Single(failure.Errors).Code);
        Assert.Equal(4, transport.Sent.Count);
        Assert.Collection(
            time.Waits,
            wait => Assert.InRange(wait.TotalSeconds, 1, 1.3),
            wait => Assert.InRange(wait.TotalSeconds, 2, 2.6),
            wait => Assert.InRange(wait.TotalSeconds, 4, 5.2));
    }

    [Fact]
    public async Task RetryAfterIsHonoured()
    {
        await using ScriptedTransport transport = new ScriptedTransport()
            .Fail("http429", ErrorCategory.RateLimit, TimeSpan.FromSeconds(17))
            .Answer(Data(Image(First, 1)));
        var time = new HastyTime(TimeSpan.FromSeconds(59));
        await using RunwareClient client = transport.Client(time);

        Assert.True((await client.SendAsync(PictureRequest.Of(First))).IsSuccess);
        Assert.Equal([TimeSpan.FromSeconds(17)], time.Waits);
    }

    [Fact]
    public async Task TheUsersOwnPolicyDecides()
    {
        List<SendAttempt> attempts = [];
        await using ScriptedTransport transport = new ScriptedTransport().Fail("http503", ErrorCategory.Server, TimeSpan.FromSeconds(3));
        Polly.Retry.RetryStrategyOptions<SendAttempt> retry = RetryPolicies.DefaultOptions;
        retry.ShouldHandle = attempt =>
        {
            attempts.Add(attempt.Outcome.Result!);
            return ValueTask.FromResult(false);
        };
        await using RunwareClient client = transport.Client(
            change: options => options.RetryPolicy = new ResiliencePipelineBuilder<SendAttempt>().AddRetry(retry).Build());

        Assert.False((await client.SendAsync(PictureRequest.Of(First))).IsSuccess);
        SendAttempt seen = Assert.Single(attempts);
        Assert.Equal(("http503", true, TimeSpan.FromSeconds(3)), (Assert.Single(seen.Errors).Code, seen.MayRepeat, seen.RetryAfter!.Value));
    }

    [Fact]
    public async Task OnRetryOfTheUsersPolicyIsToldOfEachRepetitionAndItsLinearPausesAreKept()
    {
        List<(int Attempt, string Code)> told = [];
        var transport = new ScriptedTransport();
        for (int i = 0; i < 3; i++)
            transport.Answer(Failed(Error(First, "rateLimitExceeded")));
        transport.Answer(Data(Image(First, 1)));
        await using ScriptedTransport owned = transport;
        var time = new HastyTime(TimeSpan.FromSeconds(59));
        Polly.Retry.RetryStrategyOptions<SendAttempt> retry = RetryPolicies.DefaultOptions;
        retry.DelayGenerator = null;
        retry.BackoffType = DelayBackoffType.Linear;
        retry.Delay = TimeSpan.FromSeconds(3);
        retry.OnRetry = attempt =>
        {
            told.Add((attempt.AttemptNumber, attempt.Outcome.Result!.Errors[0].Code));
            return default;
        };
        await using RunwareClient client = transport.Client(
            time, options => options.RetryPolicy = new ResiliencePipelineBuilder<SendAttempt> { TimeProvider = time }.AddRetry(retry).Build());

        Assert.True((await client.SendAsync(PictureRequest.Of(First))).IsSuccess);

        Assert.Equal([(0, "rateLimitExceeded"), (1, "rateLimitExceeded"), (2, "rateLimitExceeded")], told);
        Assert.Equal([3, 6, 9], time.Waits.Select(wait => wait.TotalSeconds));
    }

    [Fact]
    public async Task CancellingDuringThePauseBeforeARepetitionEndsTheWait()
    {
        // The clock stands still, so that the pause has no end.
        var clock = new Microsoft.Extensions.Time.Testing.FakeTimeProvider();
        using var source = new CancellationTokenSource();
        await using ScriptedTransport transport = new ScriptedTransport().Answer(Failed(Error(First, "rateLimitExceeded")));
        var pausing = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Polly.Retry.RetryStrategyOptions<SendAttempt> retry = RetryPolicies.DefaultOptions;
        retry.OnRetry = _ =>
        {
            pausing.SetResult();
            return default;
        };
        await using RunwareClient client = transport.Client(
            clock, options => options.RetryPolicy = new ResiliencePipelineBuilder<SendAttempt> { TimeProvider = clock }.AddRetry(retry).Build());
        Task<TaskOutcome<ImageInferenceResult>> sending = client.SendAsync(PictureRequest.Of(First), source.Token);
        await pausing.Task;

        await source.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sending);
        Assert.Single(transport.Sent);
    }

    [Fact]
    public async Task AStreamThatIsSpentIsNotSentAgainButAskedFor()
    {
        await using ScriptedTransport transport = new ScriptedTransport()
            .Fail("connectionFailed", ErrorCategory.Connection)
            .Answer(Data(Image(First, 1, "success")));
        await using RunwareClient client = transport.Client();
        var request = new PictureRequest { TaskUuid = First, PositivePrompt = "a lighthouse", SeedImage = MediaInput.FromStream(new OneWay([1, 2, 3])) };

        Assert.True((await client.SendAsync(request)).IsSuccess);
        Assert.Equal(Poll(First), transport.Sent[1]);
    }

    [Fact]
    public void PausesDoubleToACapAndAreSpread()
    {
        Assert.Equal([1, 2, 4, 8, 16, 30, 30], Enumerable.Range(0, 7).Select(attempt => Backoff.Of(attempt, 0).TotalSeconds));
        Assert.Equal(39, Backoff.Of(1000, 1).TotalSeconds);
    }

    private sealed class OneWay(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;
    }
}
