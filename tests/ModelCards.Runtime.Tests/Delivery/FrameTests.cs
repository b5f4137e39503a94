using ModelCards.Errors;
using ModelCards.Results;
using ModelCards.Runtime.Tests.Client;
using Xunit;
using static ModelCards.Runtime.Tests.Delivery.Frames;

namespace ModelCards.Runtime.Tests.Delivery;

/// <summary>A transport that gives several frames, as a WebSocket does.</summary>
public sealed class FrameTests
{
    [Fact]
    public async Task ResultsAreGivenFrameByFrameUntilEveryTaskHasEnded()
    {
        await using ScriptedTransport transport = new ScriptedTransport().Answer(Data(Image(Second, 1)), Data(Image(First, 2)), Data(Image(Second, 3)));
        await using RunwareClient client = transport.Client();
        var seen = new List<long?>();

        await foreach (TaskResult image in client.RunAsync([PictureRequest.Of(First), PictureRequest.Of(Second, 2)]))
            seen.Add(((ImageInferenceResult)image).Seed);

        Assert.Equal([1, 2, 3], seen);
        Assert.True(transport.IsLeft);
        Assert.Single(transport.Sent);
    }

    [Fact]
    public async Task AResultIsGivenBeforeTheNextOneComes()
    {
        await using ScriptedTransport transport = new ScriptedTransport().Answer(Data(Image(First, 1)));
        await using RunwareClient client = transport.Client();
        var seen = new List<long?>();

        await foreach (ImageInferenceResult image in client.RunAsync(PictureRequest.Of(First, 3)))
        {
            seen.Add(image.Seed);
            transport.Say(Data(Image(First, seen.Count + 1)));
        }

        Assert.Equal([1, 2, 3], seen);
    }

    [Fact]
    public async Task AnErrorWithoutATaskUuidSparesTasksThatEndedBefore()
    {
        await using ScriptedTransport transport = new ScriptedTransport().Answer(Data(Image(First, 1)), Failed(Error(null, "c")));
        await using RunwareClient client = transport.Client();

        IReadOnlyList<TaskOutcome<TaskResult>> outcomes = await client.SendAsync([PictureRequest.Of(First), PictureRequest.Of(Second)]);

        Assert.Equal([true, false], outcomes.Select(outcome => outcome.IsSuccess));
    }

    [Fact]
    public async Task LeavingTheLoopEarlyLeavesTheTransport()
    {
        await using ScriptedTransport transport = new ScriptedTransport().Answer(Data(Image(First, 1)));
        await using RunwareClient client = transport.Client();

        await foreach (ImageInferenceResult image in client.RunAsync(PictureRequest.Of(First, 2)))
            break;

        Assert.True(transport.IsLeft);
    }

    [Fact]
    public async Task ATaskThatFailedLeavesTheTransportAndASecondErrorOfItIsHarmless()
    {
        await using ScriptedTransport transport = new ScriptedTransport()
            .Answer(Failed(Error(First, "invalidModel")), Failed(Error(First, "inferenceError")), Data(Image(First, 1)))
            .Answer(Data(Image(Second, 2)));
        await using RunwareClient client = transport.Client();

        TaskOutcome<ImageInferenceResult> failed = await client.SendAsync(PictureRequest.Of(First));

        Assert.Equal("invalidModel", Assert.Single(failed.Failure!.Errors).Code);
        Assert.Empty(failed.Results);
        await transport.Left.WaitAsync(TimeSpan.FromMinutes(1));
        Assert.True((await client.SendAsync(PictureRequest.Of(Second))).IsSuccess);
    }

    [Fact]
    public async Task ASendThatFailsLeavesTheTransport()
    {
        await using ScriptedTransport transport = new ScriptedTransport().Fail("invalidApiKey", ErrorCategory.Authentication);
        await using RunwareClient client = transport.Client();

        Assert.False((await client.SendAsync(PictureRequest.Of(First))).IsSuccess);

        await transport.Left.WaitAsync(TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task AWholeReplyLeavesNothingUnsaid()
    {
        await using ScriptedTransport transport = new ScriptedTransport(repliesAreWhole: true).Answer(Data(Image(First, 1)));
        await using RunwareClient client = transport.Client();

        IReadOnlyList<TaskOutcome<TaskResult>> outcomes = await client.SendAsync([PictureRequest.Of(First, 2), PictureRequest.Of(Second)]);

        Assert.Equal(
            ["missingResults: 2 results expected, but 1 came, and no error.", "missingResults: 1 result expected, but 0 came, and no error."],
            outcomes.Select(outcome => Assert.Single(outcome.Failure!.Errors).ToString()));
    }

    [Fact]
    public async Task TheTransportIsDisposedWithTheClient()
    {
        await using var transport = new ScriptedTransport();
        await using (transport.Client())
        {
        }

        Assert.True(transport.IsDisposed);
    }

    [Fact]
    public async Task ResultsThatComeLateOrTwiceAreHarmless()
    {
        await using ScriptedTransport transport = new ScriptedTransport().Answer(
            Data(Image(First, 1)), Data(Image(First, 1)), Data(Image(First, 2)), Data(Text(First, "late")), Data(Image(Guid.NewGuid(), 4)), Data(Image(Second, 5)));
        await using RunwareClient client = transport.Client();

        IReadOnlyList<TaskOutcome<TaskResult>> outcomes = await client.SendAsync([PictureRequest.Of(First), PictureRequest.Of(Second)]);

        Assert.Equal([1, 1], outcomes.Select(outcome => outcome.Results.Count));
    }

    [Fact]
    public async Task AFrameWithDataAndErrorsGivesBoth()
    {
        await using ScriptedTransport transport = new ScriptedTransport().Answer(Both(Image(First, 1), Error(Second, "invalidModel")));
        await using RunwareClient client = transport.Client();

        IReadOnlyList<TaskOutcome<TaskResult>> outcomes = await client.SendAsync([PictureRequest.Of(First), PictureRequest.Of(Second)]);

        Assert.True(outcomes[0].IsSuccess);
        Assert.Equal(ErrorCategory.Validation, outcomes[1].Failure!.Category);
    }
}
