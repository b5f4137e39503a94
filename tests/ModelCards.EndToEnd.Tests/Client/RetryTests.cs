using ModelCards.Emulator;
using ModelCards.Emulator.Faults;
using ModelCards.Errors;
using ModelCards.Results;
using Polly;

namespace ModelCards.EndToEnd.Tests.Client;

/// <summary>Faults of the emulator over both transports: the task ends well and is carried out once.</summary>
public class RetryTests
{
    public static TheoryData<FaultKind> Faults { get; } =
        [FaultKind.Drop, FaultKind.DropAfter, FaultKind.LoseReply, FaultKind.Garbage, FaultKind.TooManyRequests, FaultKind.Unavailable];

    [Theory]
    [MemberData(nameof(Faults))]
    public Task OverAWebSocketAFaultCostsTimeAndNeitherResultsNorMoney(FaultKind kind) => AssertSurvivesAsync(isHttp: false, kind);

    [Theory]
    [MemberData(nameof(Faults))]
    public Task OverHttpAFaultCostsTimeAndNeitherResultsNorMoney(FaultKind kind) => AssertSurvivesAsync(isHttp: true, kind);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task AnAsynchronousTaskIsPolledToItsEnd(bool isHttp)
    {
        await using ClientSession session = await StartAsync(isHttp);
        var told = new List<TaskProgress>();

        List<ImageInferenceResult> images = [];
        await foreach (ImageInferenceResult image in session.Client.RunAsync(ClientSession.Picture(results: 2, isAsync: true), new Told(told)))
            images.Add(image);

        Assert.Equal(2, images.Select(image => image.ImageUuid).Distinct().Count());
        Assert.Contains(session.Emulator.ReceivedTasks, task => task.TaskType == "getResponse");
        Assert.Contains(told, progress => progress is { Received: 2, Expected: 2 });
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task PartialSuccessKeepsWhatSucceeded(bool isHttp)
    {
        await using ClientSession session = await StartAsync(isHttp, new Fault(FaultKind.PartialSuccess));

        TaskOutcome<ImageInferenceResult> outcome = await session.Client.SendAsync(ClientSession.Picture(results: 3));

        Assert.Equal(2, outcome.Results.Count);
        Assert.Equal(("inferenceError", outcome.TaskUuid), (Assert.Single(outcome.Failure!.Errors).Code, outcome.Failure.TaskUuids[0]));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task AMixedBatchGivesEachTaskItsOwn(bool isHttp)
    {
        await using ClientSession session = await StartAsync(isHttp);
        Guid taken = Guid.NewGuid();
        Assert.True((await session.Client.SendAsync(ClientSession.Picture(uuid: taken))).IsSuccess);

        IReadOnlyList<TaskOutcome<TaskResult>> outcomes = await session.Client.SendAsync(
            [ClientSession.Picture(results: 2), ClientSession.Picture(uuid: taken), ClientSession.Picture(isAsync: true)]);

        Assert.Equal([2, 0, 1], outcomes.Select(outcome => outcome.Results.Count));
        Assert.Equal([true, false, true], outcomes.Select(outcome => outcome.IsSuccess));
        Assert.Equal("conflictTaskUUID", Assert.Single(outcomes[1].Failure!.Errors).Code);
    }

    [Fact]
    public async Task OverHttpRetryAfterOfARefusalReachesThePolicy()
    {
        List<TimeSpan?> asked = [];
        Polly.Retry.RetryStrategyOptions<SendAttempt> retry = RetryPolicies.DefaultOptions;
        retry.DelayGenerator = attempt =>
        {
            asked.Add(attempt.Outcome.Result!.RetryAfter);
            return ValueTask.FromResult<TimeSpan?>(TimeSpan.Zero);
        };
        await using ClientSession session = await ClientSession.StartAsync(
            (options, emulator) =>
            {
                options.Endpoint = emulator.Endpoint;
                options.RetryPolicy = new ResiliencePipelineBuilder<SendAttempt>().AddRetry(retry).Build();
            },
            new EmulatorOptions { ApiKeys = [ClientSession.Key], Faults = [new Fault(FaultKind.TooManyRequests) { Times = 2, Delay = TimeSpan.FromSeconds(7) }] });

        Assert.True((await session.Client.SendAsync(ClientSession.Picture())).IsSuccess);
        Assert.Equal([TimeSpan.FromSeconds(7), TimeSpan.FromSeconds(7)], asked);
    }

    [Fact]
    public async Task ABadKeyOverHttpIsToldAtOnce()
    {
        await using ClientSession session = await ClientSession.StartAsync((options, emulator) =>
        {
            options.Endpoint = emulator.Endpoint;
            options.ApiKey = "wrong";
        });

        Assert.Equal(ErrorCategory.Authentication, (await session.Client.SendAsync(ClientSession.Picture())).Failure!.Category);
    }

    private static async Task AssertSurvivesAsync(bool isHttp, FaultKind kind)
    {
        await using ClientSession session = await StartAsync(isHttp, new Fault(kind));

        TaskOutcome<ImageInferenceResult> outcome = await session.Client.SendAsync(ClientSession.Picture(results: 2));

        Assert.Null(outcome.Failure);
        Assert.Equal(2, outcome.Results.Count);
        Assert.Equal(1, session.Emulator.ExecutedTasks);
        Assert.Equal(1, session.Emulator.Faults.Hits);
    }

    private static Task<ClientSession> StartAsync(bool isHttp, params Fault[] faults) => ClientSession.StartAsync(
        (options, emulator) =>
        {
            options.Endpoint = isHttp ? emulator.Endpoint : emulator.WebSocketEndpoint;
            options.ReplyTimeout = TimeSpan.FromSeconds(1);
        },
        new EmulatorOptions { ApiKeys = [ClientSession.Key], Faults = faults });

    private sealed class Told(List<TaskProgress> list) : IProgress<TaskProgress>
    {
        public void Report(TaskProgress value)
        {
            lock (list)
                list.Add(value);
        }
    }
}
