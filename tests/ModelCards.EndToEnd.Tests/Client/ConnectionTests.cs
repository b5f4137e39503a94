using Microsoft.Extensions.Time.Testing;
using ModelCards.Emulator;
using ModelCards.Emulator.Faults;
using ModelCards.Errors;
using ModelCards.Results;

namespace ModelCards.EndToEnd.Tests.Client;

/// <summary>The WebSocket from its opening to its end.</summary>
public class ConnectionTests
{
    [Fact]
    public async Task TheDefaultTransportIsAWebSocketThatStaysOpen()
    {
        await using ClientSession session = await ClientSession.StartAsync();

        Assert.Equal(0, session.Emulator.OpenConnections);
        for (int i = 0; i < 3; i++)
            Assert.True((await session.Client.SendAsync(ClientSession.Picture())).IsSuccess);

        Assert.Equal(1, session.Emulator.OpenConnections);
        Assert.Equal(3, session.Emulator.ExecutedTasks);
    }

    [Fact]
    public async Task SeveralResultsComeInSeveralFrames()
    {
        await using ClientSession session = await ClientSession.StartAsync();
        List<ImageInferenceResult> images = [];

        await foreach (ImageInferenceResult image in session.Client.RunAsync(ClientSession.Picture(results: 3)))
            images.Add(image);

        Assert.Equal(3, images.Select(image => image.ImageUuid).Distinct().Count());
        Assert.Equal([0xFF, 0xD8], (await session.Client.DownloadAsync(images[2]))[..2]);
    }

    [Fact]
    public async Task SendingsOfOneClientShareAConnectionAndEachGetsItsOwn()
    {
        await using ClientSession session = await ClientSession.StartAsync();

        TaskOutcome<ImageInferenceResult>[] outcomes = await Task.WhenAll(
            Enumerable.Range(1, 20).Select(number => session.Client.SendAsync(ClientSession.Picture(results: 1 + (number % 3)))));

        Assert.All(outcomes, outcome => Assert.True(outcome.IsSuccess));
        Assert.All(outcomes, outcome => Assert.All(outcome.Results, image => Assert.Equal(outcome.TaskUuid, image.TaskUuid)));
        Assert.Equal(1, session.Emulator.OpenConnections);
    }

    [Fact]
    public async Task SeveralConnectionsShareTheLoadWhenAsked()
    {
        await using ClientSession session = await ClientSession.StartAsync(
            (options, _) => options.Connections = 3, new EmulatorOptions { ApiKeys = [ClientSession.Key], TaskTime = TimeSpan.FromMilliseconds(200) });

        TaskOutcome<ImageInferenceResult>[] outcomes = await Task.WhenAll(
            Enumerable.Range(0, 12).Select(_ => session.Client.SendAsync(ClientSession.Picture())));

        Assert.All(outcomes, outcome => Assert.True(outcome.IsSuccess));
        Assert.Equal(3, session.Emulator.OpenConnections);
    }

    [Fact]
    public async Task ABadKeyStopsEverythingAtOnceAndForGood()
    {
        await using ClientSession session = await ClientSession.StartAsync((options, _) => options.ApiKey = "wrong");

        TaskOutcome<ImageInferenceResult>[] outcomes = await Task.WhenAll(
            session.Client.SendAsync(ClientSession.Picture()), session.Client.SendAsync(ClientSession.Picture()));
        TaskOutcome<ImageInferenceResult> later = await session.Client.SendAsync(ClientSession.Picture());

        Assert.All(outcomes.Append(later), outcome =>
        {
            ServiceError error = Assert.Single(outcome.Failure!.Errors);
            Assert.Equal(("invalidApiKey", ErrorCategory.Authentication, "apiKey"), (error.Code, error.Category, Assert.Single(error.Parameters)));
        });
        Assert.Empty(session.Emulator.ReceivedTasks);
    }

    [Fact]
    public async Task ATaskInFlightSurvivesADropBeforeItArrives() => await AssertSurvivesAsync(new Fault(FaultKind.Drop));

    [Fact]
    public async Task ATaskInFlightSurvivesADropAfterItArrivedAndIsNotChargedTwice() => await AssertSurvivesAsync(new Fault(FaultKind.DropAfter));

    [Fact]
    public async Task ATaskInFlightSurvivesSeveralDropsInARow() =>
        await AssertSurvivesAsync(new Fault(FaultKind.Drop), new Fault(FaultKind.DropAfter), new Fault(FaultKind.DropAfter) { TaskType = "getResponse" });

    [Fact]
    public async Task TasksInFlightSurviveARestart()
    {
        await using ClientSession session = await ClientSession.StartAsync(
            null, new EmulatorOptions { ApiKeys = [ClientSession.Key], TaskTime = TimeSpan.FromSeconds(1) });
        List<ImageInferenceResult> images = [];

        await foreach (ImageInferenceResult image in session.Client.RunAsync(ClientSession.Picture(results: 4)))
        {
            images.Add(image);
            if (images.Count == 1)
                await session.Emulator.RestartAsync();
        }

        Assert.Equal(4, images.Select(image => image.ImageUuid).Distinct().Count());
        Assert.Equal(1, session.Emulator.ExecutedTasks);
    }

    [Fact]
    public async Task AResumedSessionDeliversEachBufferedResultOnce()
    {
        await using ClientSession session = await ClientSession.StartAsync(
            null,
            new EmulatorOptions
            {
                ApiKeys = [ClientSession.Key],
                TaskTime = TimeSpan.FromMilliseconds(600),
                // The second message cuts the connection while the first one's results are on their way.
                Faults = [new Fault(FaultKind.Drop) { Skip = 1 }],
            });

        TaskOutcome<ImageInferenceResult>[] outcomes = await Task.WhenAll(
            session.Client.SendAsync(ClientSession.Picture(results: 3)), session.Client.SendAsync(ClientSession.Picture(results: 2)));

        Assert.Equal([3, 2], outcomes.Select(outcome => outcome.Results.Select(image => image.ImageUuid).Distinct().Count()));
        Assert.Equal([3, 2], outcomes.Select(outcome => outcome.Results.Count));
        Assert.Equal(2, session.Emulator.ExecutedTasks);
    }

    [Fact]
    public async Task AHalfOpenConnectionIsFoundBeforeASendAndNotAtTheTimeOut()
    {
        var clock = new FakeTimeProvider();
        await using ClientSession session = await ClientSession.StartAsync((options, _) =>
        {
            options.TimeProvider = clock;
            options.Timeout = Timeout.InfiniteTimeSpan;
            options.ReplyTimeout = TimeSpan.FromDays(40);
        });
        Assert.True((await session.Client.SendAsync(ClientSession.Picture())).IsSuccess);
        session.Emulator.Faults.Add(new Fault(FaultKind.Silence) { TaskType = "ping" });

        // Fresh no more: the next send asks first whether anybody is there, and nobody answers.
        clock.Advance(TimeSpan.FromSeconds(11));
        long start = clock.GetTimestamp();
        Task<TaskOutcome<ImageInferenceResult>> sending = session.Client.SendAsync(ClientSession.Picture());
        TaskOutcome<ImageInferenceResult> outcome = await ClientSession.WindAsync(clock, sending);

        Assert.True(outcome.IsSuccess);
        Assert.Equal(2, session.Emulator.ExecutedTasks);
        Assert.Equal(1, session.Emulator.Faults.Hits);
    }

    [Fact]
    public async Task AnIdleConnectionIsKeptByPings()
    {
        var clock = new FakeTimeProvider();
        await using ClientSession session = await ClientSession.StartAsync((options, _) => options.TimeProvider = clock);
        Assert.True((await session.Client.SendAsync(ClientSession.Picture())).IsSuccess);

        int pings = 0;
        for (int i = 1; i <= 10; i++)
        {
            clock.Advance(TimeSpan.FromSeconds(30));
            while ((pings = session.Emulator.ReceivedTasks.Count(task => task.TaskType == "ping")) < i)
                await Task.Yield();
            // The pong must be in before the clock goes on.
            Assert.True((await session.Client.SendAsync(ClientSession.Picture())).IsSuccess);
        }

        Assert.Equal(10, pings);
        Assert.Equal(1, session.Emulator.OpenConnections);
    }

    [Fact]
    public async Task DisposingTheClientFailsWhatIsPendingAtOnce()
    {
        await using ClientSession session = await ClientSession.StartAsync(new Fault(FaultKind.LoseReply));
        Task<TaskOutcome<ImageInferenceResult>> sending = session.Client.SendAsync(ClientSession.Picture());
        while (session.Emulator.ExecutedTasks == 0)
            await Task.Yield();

        await session.Client.DisposeAsync();

        Assert.Equal("disconnected", Assert.Single((await sending).Failure!.Errors).Code);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => session.Client.SendAsync(ClientSession.Picture()));
    }

    [Fact]
    public async Task DisposingTheClientDuringBackOffFailsWhatIsPendingAtOnce()
    {
        await using ClientSession session = await ClientSession.StartAsync(new Fault(FaultKind.LoseReply));
        Task<TaskOutcome<ImageInferenceResult>> sending = session.Client.SendAsync(ClientSession.Picture());
        while (session.Emulator.ExecutedTasks == 0)
            await Task.Yield();
        await session.Emulator.DisposeAsync();

        await session.Client.DisposeAsync();

        Assert.Equal("disconnected", Assert.Single((await sending).Failure!.Errors).Code);
    }

    [Fact]
    public async Task AnUnreachableServiceSaysThatNothingWasSent()
    {
        await using ClientSession session = await ClientSession.StartAsync((options, _) => options.RetryPolicy = RetryPolicies.None);
        await session.Emulator.DisposeAsync();

        TaskOutcome<ImageInferenceResult> outcome = await session.Client.SendAsync(ClientSession.Picture());

        ServiceError error = Assert.Single(outcome.Failure!.Errors);
        Assert.Equal(ErrorCategory.Connection, error.Category);
        Assert.StartsWith("The service could not be reached, so that nothing was sent: ", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CancellingOneSendingDoesNotDisturbAnother()
    {
        await using ClientSession session = await ClientSession.StartAsync(
            null, new EmulatorOptions { ApiKeys = [ClientSession.Key], TaskTime = TimeSpan.FromMilliseconds(300) });
        using var cancelled = new CancellationTokenSource();
        Task<TaskOutcome<ImageInferenceResult>> one = session.Client.SendAsync(ClientSession.Picture(), cancelled.Token);
        Task<TaskOutcome<ImageInferenceResult>> other = session.Client.SendAsync(ClientSession.Picture());
        while (session.Emulator.ExecutedTasks < 2)
            await Task.Yield();

        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => one);
        Assert.True((await other).IsSuccess);
        Assert.Equal(1, session.Emulator.OpenConnections);
    }

    private static async Task AssertSurvivesAsync(params Fault[] faults)
    {
        await using ClientSession session = await ClientSession.StartAsync(faults);

        TaskOutcome<ImageInferenceResult> outcome = await session.Client.SendAsync(ClientSession.Picture(results: 2));

        Assert.Null(outcome.Failure);
        Assert.Equal(2, outcome.Results.Select(image => image.ImageUuid).Distinct().Count());
        Assert.Equal(1, session.Emulator.ExecutedTasks);
        Assert.True(session.Emulator.Faults.Hits > 0);
    }
}
