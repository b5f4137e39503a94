using ModelCards.Errors;
using ModelCards.Results;
using ModelCards.Runtime.Tests.Client;
using ModelCards.Transport.Delivery;
using Xunit;

namespace ModelCards.Runtime.Tests.Transport;

/// <summary>Authentication over a WebSocket, answered in every form.</summary>
public sealed class HandshakeTests
{
    private const string Session = """{"data":[{"taskType":"authentication","connectionSessionUUID":"33333333-3333-4333-8333-333333333333"}]}""";

    [Fact]
    public async Task TheKeyIsSentFirstAndNothingElseBeforeItIsAnswered()
    {
        var messages = new List<string>();
        bool wasEarly = true;
        await using var server = new SocketServer(async peer =>
        {
            Assert.Contains("User-Agent: modelcards-dotnet/", peer.Head, StringComparison.Ordinal);
            messages.Add(await peer.ReadAsync());
            Task<string> next = peer.ReadAsync();
            // The client has nothing else to do than to send its task, and does not.
            await TurnsAsync();
            wasEarly = next.IsCompleted;
            await peer.SayAsync(Session);
            messages.Add(await next);
            await peer.SayAsync(SocketServer.Peer.Picture(messages[1]));
            await peer.AnswerAsync();
        });
        await using RunwareClient client = Client(server.Url);

        Assert.True((await client.SendAsync(new PictureRequest { PositivePrompt = "a lighthouse" })).IsSuccess);

        Assert.False(wasEarly);
        Assert.Equal($$"""[{"taskType":"authentication","apiKey":"{{FakeService.Key}}"}]""", messages[0]);
        Assert.Contains("imageInference", messages[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"errors":[{"code":"invalidApiKey","message":"m","parameter":"apiKey","type":"string","taskType":"authentication"}]}""", "invalidApiKey")]
    [InlineData("""{"error":{"code":"invalidApiKey","message":"m"}}""", "invalidApiKey")]
    [InlineData("""{"error":[{"code":"accountSuspended","message":"m"}]}""", "accountSuspended")]
    [InlineData("""{"data":[],"errors":[{"code":"insufficientCredits","message":"m"}]}""", "insufficientCredits")]
    [InlineData("""{"error":"Invalid API key"}""", "")]
    public async Task ARefusedKeyIsToldInAnyFormAndEndsEverything(string answer, string code)
    {
        await using var server = new SocketServer(async peer =>
        {
            await peer.ReadAsync();
            await peer.SayAsync(answer);
            await peer.ReadAsync();
        });
        await using RunwareClient client = Client(server.Url, RetryPolicies.DefaultOptions);

        RunwareException failure = (await client.SendAsync(PictureRequest.Of(Guid.NewGuid()))).Failure!;
        RunwareException again = (await client.SendAsync(PictureRequest.Of(Guid.NewGuid()))).Failure!;

        Assert.Equal(code, Assert.Single(failure.Errors).Code);
        Assert.Equal(code, Assert.Single(again.Errors).Code);
        Assert.Equal(1, server.Connections);
    }

    [Fact]
    public async Task StrayFramesBeforeTheAnswerArePassedOver()
    {
        await using var server = new SocketServer(async peer =>
        {
            await peer.ReadAsync();
            await peer.SayAsync("""{"data":[{"taskType":"ping","pong":true}]}""");
            await peer.SayAsync("not even JSON");
            await peer.SayAsync("""{"errors":[{"code":"inferenceError","message":"m","taskUUID":"44444444-4444-4444-8444-444444444444"}]}""");
            await peer.SayAsync(Session);
            await peer.AnswerAsync();
        });
        await using RunwareClient client = Client(server.Url);

        Assert.True((await client.SendAsync(PictureRequest.Of(Guid.NewGuid()))).IsSuccess);
    }

    [Fact]
    public async Task ATroubleOfTheServiceWhileLettingInIsTriedAgain()
    {
        await using var server = new SocketServer(async peer =>
        {
            await peer.ReadAsync();
            if (peer.Number == 1)
            {
                await peer.SayAsync("""{"errors":[{"code":"internalServerError","message":"m"}]}""");
                await peer.CloseAsync();
                return;
            }

            await peer.SayAsync(Session);
            await peer.AnswerAsync();
        });
        await using RunwareClient client = Client(server.Url, RetryPolicies.DefaultOptions);

        Assert.True((await client.SendAsync(PictureRequest.Of(Guid.NewGuid()))).IsSuccess);
        Assert.Equal(2, server.Connections);
    }

    [Fact]
    public async Task TheNewestSessionIsResumed()
    {
        var sessions = new List<string>();
        await using var server = new SocketServer(async peer =>
        {
            sessions.Add(await peer.ReadAsync());
            await peer.SayAsync($$"""{"data":[{"taskType":"authentication","connectionSessionUUID":"0000000{{peer.Number}}-3333-4333-8333-333333333333"}]}""");
            string task = await peer.ReadAsync();
            if (peer.Number == 3)
                await peer.SayAsync(SocketServer.Peer.Picture(task));
            if (peer.Number < 3)
                await peer.CloseAsync();
            else
                await peer.AnswerAsync();
        });
        await using RunwareClient client = Client(server.Url);

        Assert.True((await client.SendAsync(PictureRequest.Of(Guid.NewGuid()))).IsSuccess);

        Assert.DoesNotContain("connectionSessionUUID", sessions[0], StringComparison.Ordinal);
        Assert.Contains("\"connectionSessionUUID\":\"00000001-", sessions[1], StringComparison.Ordinal);
        Assert.Contains("\"connectionSessionUUID\":\"00000002-", sessions[2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task AfterAReconnectNothingIsSentBeforeTheAuthenticationIsAnswered()
    {
        var first = new List<string>();
        var clock = new PollClock();
        bool wasEarly = true;
        await using var server = new SocketServer(async peer =>
        {
            first.Add(await peer.ReadAsync());
            Task<string> next = peer.ReadAsync();
            if (peer.Number == 2)
            {
                // The poll of the acknowledged task is due.
                await clock.PollWaits;
                clock.Advance(Pace.Shortest);
                await TurnsAsync();
                wasEarly = next.IsCompleted;
            }

            await peer.SayAsync(Session);
            string message = await next;
            if (peer.Number == 1)
            {
                using var task = System.Text.Json.JsonDocument.Parse(message);
                await peer.SayAsync($$"""{"data":[{"taskType":"imageInference","taskUUID":"{{task.RootElement[0].GetProperty("taskUUID").GetString()}}"}]}""");
                await peer.CloseAsync();
                return;
            }

            await peer.SayAsync(SocketServer.Peer.Picture(message));
            await peer.AnswerAsync();
        });
        await using RunwareClient client = Client(server.Url, clock: clock);

        Assert.True((await client.SendAsync(PictureRequest.Of(Guid.NewGuid()))).IsSuccess);
        Assert.False(wasEarly);
        Assert.All(first, message => Assert.Contains("authentication", message, StringComparison.Ordinal));
        Assert.Equal(2, server.Connections);
    }

    [Fact]
    public async Task TwoSendingsOfOneTaskUuidBothGetItsResults()
    {
        var uuid = Guid.NewGuid();
        await using var server = new SocketServer(async peer =>
        {
            await peer.AuthenticateAsync();
            await peer.ReadAsync();
            string message = await peer.ReadAsync();
            await peer.SayAsync(SocketServer.Peer.Picture(message));
            await peer.AnswerAsync();
        });
        await using RunwareClient client = Client(server.Url);

        TaskOutcome<ImageInferenceResult>[] outcomes =
            await Task.WhenAll(client.SendAsync(PictureRequest.Of(uuid)), client.SendAsync(PictureRequest.Of(uuid)));

        Assert.All(outcomes, outcome => Assert.Single(outcome.Results));
    }

    [Fact]
    public async Task AServiceThatDoesNotLetInIsATypedErrorAfterItsTime()
    {
        var clock = new Microsoft.Extensions.Time.Testing.FakeTimeProvider();
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var server = new SocketServer(async peer =>
        {
            await peer.ReadAsync();
            asked.SetResult();
            await peer.ReadAsync();
        });
        await using RunwareClient client = new(new RunwareClientOptions
        {
            ApiKey = FakeService.Key, LoggerFactory = Secrecy.RunWatch.Log, Endpoint = server.Url, RetryPolicy = RetryPolicies.None, TimeProvider = clock,
        });
        Task<TaskOutcome<ImageInferenceResult>> sending = client.SendAsync(PictureRequest.Of(Guid.NewGuid()));
        await asked.Task;

        clock.Advance(TimeSpan.FromSeconds(15));

        ServiceError error = Assert.Single((await sending).Failure!.Errors);
        Assert.Equal("connectionFailed: The service did not let the client in within 15 seconds.", error.ToString());
    }

    [Fact]
    public async Task AnAnswerWithoutASessionLetsInToo()
    {
        var first = new List<string>();
        await using var server = new SocketServer(async peer =>
        {
            first.Add(await peer.ReadAsync());
            await peer.SayAsync("""{"data":[{"taskType":"authentication"}]}""");
            if (peer.Number == 1)
                await peer.CloseAsync();
            else
                await peer.AnswerAsync();
        });
        await using RunwareClient client = Client(server.Url);

        Assert.True((await client.SendAsync(PictureRequest.Of(Guid.NewGuid()))).IsSuccess);
        Assert.All(first, message => Assert.DoesNotContain("connectionSessionUUID", message, StringComparison.Ordinal));
    }

    [Fact]
    public async Task SendersWhoWaitForTheSameReconnectShareOneConnection()
    {
        await using var server = new SocketServer(async peer =>
        {
            await peer.AuthenticateAsync();
            if (peer.Number == 1)
            {
                await peer.ReadAsync();
                await peer.CloseAsync();
                return;
            }

            await peer.AnswerAsync();
        });
        await using RunwareClient client = Client(server.Url);

        TaskOutcome<ImageInferenceResult>[] outcomes =
            await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => client.SendAsync(PictureRequest.Of(Guid.NewGuid()))));

        Assert.All(outcomes, outcome => Assert.Null(outcome.Failure));
        Assert.Equal(2, server.Connections);
    }

    [Fact]
    public async Task AConnectionThatWorkedStartsThePausesAnew()
    {
        // Each connection breaks after one result. The clock stands still: a pause would have no end.
        await using var server = new SocketServer(async peer =>
        {
            await peer.AuthenticateAsync();
            await peer.SayAsync(SocketServer.Peer.Picture(await peer.ReadAsync()));
            await peer.CloseAsync();
        });
        await using RunwareClient client = Client(server.Url, clock: new Microsoft.Extensions.Time.Testing.FakeTimeProvider());

        for (int i = 0; i < 5; i++)
            Assert.True((await client.SendAsync(PictureRequest.Of(Guid.NewGuid())).WaitAsync(TimeSpan.FromMinutes(1))).IsSuccess);
        Assert.True(server.Connections >= 5);
    }

    [Fact]
    public async Task AServiceThatNeverComesBackEndsWhatIsUnderWayAtItsTimeOut()
    {
        var clock = new Microsoft.Extensions.Time.Testing.FakeTimeProvider();
        var isUnderWay = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var server = new SocketServer(async peer =>
        {
            if (peer.Number > 1)
                return;
            await peer.AuthenticateAsync();
            await peer.ReadAsync();
            isUnderWay.SetResult();
        });
        await using RunwareClient client = Client(server.Url, clock: clock);
        Task<TaskOutcome<ImageInferenceResult>> sending = client.SendAsync(PictureRequest.Of(Guid.NewGuid()));
        await isUnderWay.Task;

        while (!sending.IsCompleted)
        {
            clock.Advance(TimeSpan.FromSeconds(5));
            await TurnsAsync();
        }

        Assert.Equal(ErrorCategory.Timeout, (await sending).Failure!.Category);
        Assert.True(server.Connections > 2);
    }

    /// <summary>Lets everyone else go on for a while, so that what is not to happen could.</summary>
    private static async Task TurnsAsync()
    {
        for (int turn = 0; turn < 1000; turn++)
            await Task.Yield();
    }

    /// <summary>Stands still, and tells when the client waits for its first poll.</summary>
    private sealed class PollClock : Microsoft.Extensions.Time.Testing.FakeTimeProvider
    {
        private readonly TaskCompletionSource _waits = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task PollWaits => _waits.Task;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            ITimer timer = base.CreateTimer(callback, state, dueTime, period);
            if (dueTime == Pace.Shortest)
                _waits.TrySetResult();
            return timer;
        }
    }

    private static RunwareClient Client(Uri url, Polly.Retry.RetryStrategyOptions<SendAttempt>? retry = null, TimeProvider? clock = null)
    {
        if (retry is not null)
            retry.DelayGenerator = _ => ValueTask.FromResult<TimeSpan?>(TimeSpan.Zero);
        return new RunwareClient(new RunwareClientOptions
        {
            ApiKey = FakeService.Key,
            LoggerFactory = Secrecy.RunWatch.Log,
            Endpoint = url,
            TimeProvider = clock ?? TimeProvider.System,
            RetryPolicy = retry is null ? RetryPolicies.None : Polly.RetryResiliencePipelineBuilderExtensions.AddRetry(new Polly.ResiliencePipelineBuilder<SendAttempt>(), retry).Build(),
        });
    }
}
