using ModelCards.Errors;
using ModelCards.Results;
using ModelCards.Runtime.Tests.Client;
using Xunit;
using static ModelCards.Runtime.Tests.Delivery.Frames;

namespace ModelCards.Runtime.Tests.Delivery;

/// <summary>Tasks that are acknowledged and whose results are asked for.</summary>
public sealed class PollingTests
{
    [Fact]
    public async Task AnAcknowledgedTaskIsPolledUntilAllOfItsResultsAreThere()
    {
        await using ScriptedTransport transport = new ScriptedTransport()
            .Answer(Data(Ack(First)))
            .Answer(Data(Processing(First, 10)))
            .Answer(Data(Image(First, 1, "success"), Processing(First, 60)))
            .Answer(Data(Image(First, 1, "success"), Image(First, 2, "success")));
        await using RunwareClient client = transport.Client();

        TaskOutcome<ImageInferenceResult> outcome = await client.SendAsync(PictureRequest.Of(First, 2));

        Assert.Null(outcome.Failure);
        Assert.Equal([1, 2], outcome.Results.Select(image => image.Seed));
        Assert.Equal([Poll(First), Poll(First), Poll(First)], transport.Sent.Skip(1));
    }

    [Fact]
    public async Task SeveralTasksArePolledInOneFrameAndThoseThatEndedAreNot()
    {
        await using ScriptedTransport transport = new ScriptedTransport()
            .Answer(Data(Ack(First), Ack(Second)))
            .Answer(Data(Image(First, 1, "success"), Processing(Second, 50)))
            .Answer(Data(Image(Second, 2, "success")));
        await using RunwareClient client = transport.Client();

        IReadOnlyList<TaskOutcome<TaskResult>> outcomes = await client.SendAsync([PictureRequest.Of(First), PictureRequest.Of(Second)]);

        Assert.All(outcomes, outcome => Assert.True(outcome.IsSuccess));
        Assert.Equal([Poll(First, Second), Poll(Second)], transport.Sent.Skip(1));
    }

    [Fact]
    public async Task TerminalDataInTheAckFrameSkipsPolling()
    {
        await using ScriptedTransport transport = new ScriptedTransport().Answer(Data(Image(First, 1, "success")));
        await using RunwareClient client = transport.Client();

        Assert.True((await client.SendAsync(PictureRequest.Of(First))).IsSuccess);
        Assert.Single(transport.Sent);
    }

    [Fact]
    public async Task AValidationErrorInPlaceOfTheAckEndsTheTask()
    {
        await using ScriptedTransport transport = new ScriptedTransport().Answer(Failed(Error(First, "invalidModel"), Error(First, "missingParameter")));
        await using RunwareClient client = transport.Client();

        TaskOutcome<ImageInferenceResult> outcome = await client.SendAsync(PictureRequest.Of(First, 4));

        Assert.Equal(["invalidModel", "missingParameter"], outcome.Failure!.Errors.Select(error => error.Code));
        Assert.Single(transport.Sent);
    }

    [Fact]
    public async Task OneFailedResultKeepsTheOthersAndWaitsForThoseStillUnderWay()
    {
        await using ScriptedTransport transport = new ScriptedTransport()
            .Answer(Data(Ack(First)))
            .Answer(Both($"{Image(First, 1, "success")},{Processing(First, 60)}", Error(First, "providerError")))
            .Answer(Both($"{Image(First, 1, "success")},{Image(First, 3, "success")}", Error(First, "providerError")));
        await using RunwareClient client = transport.Client();

        TaskOutcome<ImageInferenceResult> outcome = await client.SendAsync(PictureRequest.Of(First, 3));

        Assert.Equal([1, 3], outcome.Results.Select(image => image.Seed));
        Assert.Equal("providerError", Assert.Single(outcome.Failure!.Errors).Code);
    }

    [Fact]
    public async Task AnItemWithStatusErrorIsAnErrorOfItsTask()
    {
        await using ScriptedTransport transport = new ScriptedTransport()
            .Answer(Data(Ack(First)))
            .Answer(Data($$"""{"taskType":"imageInference","taskUUID":"{{First}}","status":"error","error":{"code":"providerError","message":"m"} }"""));
        await using RunwareClient client = transport.Client();

        Assert.Equal("providerError", Assert.Single((await client.SendAsync(PictureRequest.Of(First))).Failure!.Errors).Code);
    }

    [Fact]
    public async Task WhenEveryResultFailsTheSameWayTheTaskEnds()
    {
        await using ScriptedTransport transport = new ScriptedTransport()
            .Answer(Data(Ack(First)))
            .Answer(Failed(Error(First, "providerError")))
            .Answer(Failed(Error(First, "providerError")));
        await using RunwareClient client = transport.Client();

        Assert.Equal("providerError", Assert.Single((await client.SendAsync(PictureRequest.Of(First, 3))).Failure!.Errors).Code);
    }

    [Fact]
    public async Task AResultThatFailsInAFrameOfItsOwnDoesNotLoseTheOthers()
    {
        await using ScriptedTransport transport = new ScriptedTransport()
            .Answer(Failed(Error(First, "inferenceError")), Data(Image(First, 1)), Data(Image(First, 2)));
        await using RunwareClient client = transport.Client();

        TaskOutcome<ImageInferenceResult> outcome = await client.SendAsync(PictureRequest.Of(First, 3));

        Assert.Equal(2, outcome.Results.Count);
        Assert.Equal("inferenceError", Assert.Single(outcome.Failure!.Errors).Code);
    }

    [Fact]
    public async Task ResultsWithNothingToKnowThemByAreToldApartByTheirPlace()
    {
        await using ScriptedTransport transport = new ScriptedTransport()
            .Answer(Data(Ack(First)))
            .Answer(Data(Text(First, "a", "success")))
            .Answer(Data(Text(First, "a", "success"), Text(First, "b", "success")));
        await using RunwareClient client = transport.Client();

        TaskOutcome<ImageInferenceResult> outcome = await client.SendAsync(PictureRequest.Of(First, 2));

        Assert.Null(outcome.Failure);
        Assert.Equal(["a", "b"], outcome.Results.Select(result => result.Members["text"].GetString()));
    }

    [Fact]
    public async Task ResultsOfSeveralFilesAreToldApartByTheirFiles()
    {
        static string Model(int number) =>
            $$$"""{"taskType":"3dInference","taskUUID":"{{{First}}}","status":"success","outputs":{"files":[{"uuid":"{{{number:d8}}}-0000-4000-8000-000000000000","url":"https://x/"}]}}""";
        await using ScriptedTransport transport = new ScriptedTransport()
            .Answer(Data(Ack(First)))
            .Answer(Data(Model(1)))
            .Answer(Data(Model(1), Model(2)));
        await using RunwareClient client = transport.Client();

        TaskOutcome<ImageInferenceResult> outcome = await client.SendAsync(PictureRequest.Of(First, 2));

        Assert.Null(outcome.Failure);
        Assert.Equal(2, outcome.Results.Count);
    }

    [Fact]
    public async Task ALostPollReplyIsAskedForAgain()
    {
        await using ScriptedTransport transport = new ScriptedTransport()
            .Answer(Data(Ack(First)))
            .Answer()
            .Answer(Data(Image(First, 1, "success")));
        await using RunwareClient client = transport.Client();

        Assert.True((await client.SendAsync(PictureRequest.Of(First))).IsSuccess);
        Assert.Equal(3, transport.Sent.Count);
    }

    [Fact]
    public async Task APollThatIsTurnedAwayOrFailsForTheMomentIsMadeAgain()
    {
        await using ScriptedTransport transport = new ScriptedTransport()
            .Answer(Data(Ack(First)))
            .Fail("http503", ErrorCategory.Server)
            .Answer(Failed(Error(First, "rateLimitExceeded", "getResponse")))
            .Answer(Data(Image(First, 1, "success")));
        await using RunwareClient client = transport.Client();

        Assert.True((await client.SendAsync(PictureRequest.Of(First))).IsSuccess);
    }

    [Fact]
    public async Task APollThatIsRefusedForGoodEndsTheTask()
    {
        await using ScriptedTransport transport = new ScriptedTransport().Answer(Data(Ack(First))).Fail("invalidApiKey", ErrorCategory.Authentication);
        await using RunwareClient client = transport.Client();

        Assert.Equal(ErrorCategory.Authentication, (await client.SendAsync(PictureRequest.Of(First))).Failure!.Category);
    }

    [Fact]
    public async Task TheTimeOutEndsThePollingAndKeepsWhatCame()
    {
        var time = new HastyTime(TimeSpan.FromSeconds(59));
        await using ScriptedTransport transport = new ScriptedTransport()
            .Answer(Data(Ack(First)))
            .Answer(Data(Image(First, 1, "success"), Processing(First, 50)));
        await using RunwareClient client = transport.Client(time);
        await using IAsyncEnumerator<ImageInferenceResult> images = client.RunAsync(PictureRequest.Of(First, 2)).GetAsyncEnumerator();

        Assert.True(await images.MoveNextAsync());
        Assert.Equal(1, images.Current.Seed);
        time.EndLongerWaits();

        RunwareException error = await Assert.ThrowsAsync<RunwareException>(async () => await images.MoveNextAsync());
        Assert.StartsWith($"Task {First} failed after 1 of 2 results:\n  - timeout: Not everything came within the 00:20:00", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CancellingDuringThePollingEndsTheWait()
    {
        using var source = new CancellationTokenSource();
        await using ScriptedTransport transport = new ScriptedTransport()
            .Answer(Data(Ack(First)))
            .Answer(Data(Processing(First, 50)))
            .Do(_ => source.Cancel());
        await using RunwareClient client = transport.Client();

        var error = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => client.SendAsync(PictureRequest.Of(First), source.Token));

        Assert.Equal(source.Token, error.CancellationToken);
        Assert.True(transport.IsLeft);
    }

    [Fact]
    public async Task ABatchWithDifferentNumbersOfResultsWaitsForEachTaskByItself()
    {
        await using ScriptedTransport transport = new ScriptedTransport()
            .Answer(Data(Ack(First), Ack(Second)))
            .Answer(Data(Image(First, 1, "success"), Image(Second, 2, "success"), Processing(Second, 40)))
            .Answer(Data(Image(Second, 2, "success"), Image(Second, 3, "success"), Processing(Second, 80)))
            .Answer(Data(Image(Second, 2, "success"), Image(Second, 3, "success"), Image(Second, 4, "success")));
        await using RunwareClient client = transport.Client();

        IReadOnlyList<TaskOutcome<TaskResult>> outcomes = await client.SendAsync([PictureRequest.Of(First), PictureRequest.Of(Second, 3)]);

        Assert.Equal([1, 3], outcomes.Select(outcome => outcome.Results.Count));
        Assert.Equal([Poll(First, Second), Poll(Second), Poll(Second)], transport.Sent.Skip(1));
    }

    [Fact]
    public async Task ProgressIsToldWithEachAnswerAndACallbackThatThrowsIsHarmless()
    {
        await using ScriptedTransport transport = new ScriptedTransport()
            .Answer(Data(Ack(First)))
            .Answer(Data(Processing(First, 40)))
            .Answer(Data(Image(First, 1, "success")));
        await using RunwareClient client = transport.Client();
        var told = new Told();

        (List<ImageInferenceResult> images, Exception? error) = await client.RunAsync(PictureRequest.Of(First), told).DrainAsync();

        Assert.Null(error);
        Assert.Single(images);
        Assert.Equal(
            [new(First, 0, 0, 1), new(First, 40, 0, 1), new(First, 40, 1, 1)],
            told.Progress);
    }

    [Fact]
    public async Task ACallbackThatThrowsWhenAnErrorComesIsHarmless()
    {
        await using ScriptedTransport transport = new ScriptedTransport()
            .Answer(Both(Image(First, 1), Error(First, "inferenceError")));
        await using RunwareClient client = transport.Client();
        var told = new Told();

        (List<ImageInferenceResult> images, Exception? error) = await client.RunAsync(PictureRequest.Of(First, 2), told).DrainAsync();

        Assert.Single(images);
        Assert.Equal("inferenceError", Assert.Single(Assert.IsType<RunwareException>(error).Errors).Code);
        Assert.Single(told.Progress);
    }

    [Fact]
    public async Task ThePaceSlowsDownToTenSecondsAndFollowsTheProgress()
    {
        var time = new HastyTime(TimeSpan.FromSeconds(59));
        var transport = new ScriptedTransport().Answer(Data(Ack(First)));
        for (int i = 0; i < 8; i++)
            transport.Answer(Data(Processing(First, 0)));
        transport.Answer(Data(Processing(First, 99))).Answer(Data(Image(First, 1, "success")));
        await using ScriptedTransport owned = transport;
        await using RunwareClient client = transport.Client(time);

        Assert.True((await client.SendAsync(PictureRequest.Of(First))).IsSuccess);

        Assert.Equal([1, 1.5, 2.25, 3.375, 5.062, 7.593, 10, 10, 10, 1], time.Waits.Select(wait => Math.Round(wait.TotalSeconds, 5)));
    }

    private sealed class Told : IProgress<TaskProgress>
    {
        public List<TaskProgress> Progress { get; } = [];

        public void Report(TaskProgress value)
        {
            Progress.Add(value);
            throw new InvalidOperationException("The caller's own mistake.");
        }
    }
}
