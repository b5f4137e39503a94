using Microsoft.Extensions.Time.Testing;
using ModelCards.EndToEnd.Tests.Client;
using ModelCards.Emulator;
using ModelCards.Emulator.Faults;
using ModelCards.Errors;
using ModelCards.Results;
using ModelCards.TextStreaming;

namespace ModelCards.EndToEnd.Tests.Texts;

/// <summary>Faults of the emulator while a text is streamed.</summary>
public sealed class TextFaultTests
{
    /// <summary>Nothing has come yet: the text is whole in the end, and written once.</summary>
    [Theory]
    [InlineData(FaultKind.Drop)]
    [InlineData(FaultKind.DropAfter)]
    [InlineData(FaultKind.LoseReply)]
    [InlineData(FaultKind.Garbage)]
    [InlineData(FaultKind.TooManyRequests)]
    [InlineData(FaultKind.Unavailable)]
    [InlineData(FaultKind.Delay)]
    public async Task AFaultBeforeTheStreamCostsTimeAndNeitherTextNorMoney(FaultKind kind)
    {
        await using ClientSession session = await TextSession.StartAsync(isHttp: false, new Fault(kind));

        TextInferenceResult result = await session.Client.StreamTextAsync(TextSession.Ask().Build()).ReadToEndAsync();

        Assert.EndsWith(".", result.Text, StringComparison.Ordinal);
        Assert.NotNull(result.Usage);
        Assert.Equal((1L, 1), (session.Emulator.ExecutedTasks, session.Emulator.Faults.Hits));
    }

    [Theory]
    [InlineData(FaultKind.BreakStream, "connectionFailed", ErrorCategory.Connection)]
    [InlineData(FaultKind.EndStream, "streamBrokenOff", ErrorCategory.Incomplete)]
    [InlineData(FaultKind.GarbleStream, "unrecognizedResponse", ErrorCategory.InvalidResponse)]
    [InlineData(FaultKind.PartialSuccess, "inferenceError", ErrorCategory.Provider)]
    public async Task AFaultInTheMiddleIsToldOnceAndTheTextBeforeItStays(FaultKind kind, string code, ErrorCategory category)
    {
        await using ClientSession session = await TextSession.StartAsync(isHttp: false, new Fault(kind) { TaskType = "textInference" });
        StreamedText text = session.Client.StreamTextAsync(TextSession.Ask().Build());

        RunwareException error = await Assert.ThrowsAsync<RunwareException>(() => text.ReadToEndAsync());

        Assert.Equal((code, category), (Assert.Single(error.Errors).Code, error.Category));
        Assert.Equal([text.TaskUuid], error.TaskUuids);
        Assert.Single(session.Emulator.ReceivedTasks);
        TextInferenceResult whole = await session.Client.StreamTextAsync(TextSession.Ask().Build()).ReadToEndAsync();
        Assert.StartsWith(text.Result.Text, whole.Text, StringComparison.Ordinal);
        Assert.InRange(text.Result.Text.Length, whole.Text.Length / 4, whole.Text.Length * 3 / 4);
    }

    [Fact]
    public async Task AStallThatEndsInTimeCostsTimeAlone()
    {
        var clock = new FakeTimeProvider();
        await using ClientSession session = await TextSession.StartAsync(
            isHttp: true, clock, new Fault(FaultKind.StallStream) { Delay = TimeSpan.FromSeconds(50) });

        TextInferenceResult result = await ClientSession.WindAsync(clock, session.Client.StreamTextAsync(TextSession.Ask().Build()).ReadToEndAsync());

        Assert.Equal(TextFinishReason.Stop, result.FinishReason);
        Assert.Equal(1, session.Emulator.Faults.Hits);
    }

    [Fact]
    public async Task AStallForEverIsATimeOut()
    {
        await using ClientSession session = await ClientSession.StartAsync(
            (options, _) => options.ReplyTimeout = TimeSpan.FromMilliseconds(300),
            new EmulatorOptions { Cards = [QuillTextRequest.Card], Faults = [new Fault(FaultKind.StallStream)] });
        StreamedText text = session.Client.StreamTextAsync(TextSession.Ask().Build());

        RunwareException error = await Assert.ThrowsAsync<RunwareException>(() => text.ReadToEndAsync());

        Assert.Equal(ErrorCategory.Timeout, error.Category);
        Assert.NotEqual("", text.Result.Text);
    }

    [Fact]
    public async Task ClosingTheClientShutsActiveStreamsAndTheEmulatorNotices()
    {
        await using ClientSession session = await TextSession.StartAsync(isHttp: false, new Fault(FaultKind.StallStream));
        StreamedText text = session.Client.StreamTextAsync(TextSession.Ask().Build());
        IAsyncEnumerator<TextChunk> chunks = text.GetAsyncEnumerator();
        Assert.True(await chunks.MoveNextAsync());

        Task<RunwareException> reading = Assert.ThrowsAsync<RunwareException>(async () =>
        {
            while (await chunks.MoveNextAsync())
            {
            }
        });
        await session.Client.DisposeAsync();

        Assert.Equal("disconnected", (await reading).Errors[0].Code);
    }

    [Fact]
    public async Task ATextThatFailsInPartKeepsTheOthers()
    {
        await using ClientSession session = await TextSession.StartAsync(isHttp: true, new Fault(FaultKind.PartialSuccess));

        TaskOutcome<TextInferenceResult> outcome = await session.Client.SendAsync(TextSession.Ask().WithNumberResults(3).Build());

        Assert.Equal((2, "inferenceError"), (outcome.Results.Count, Assert.Single(outcome.Failure!.Errors).Code));
    }
}
