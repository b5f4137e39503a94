using ModelCards.Errors;
using ModelCards.Results;
using ModelCards.Runtime.Tests.Client;
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
        var answered = new TaskCompletionSource();
        await using var server = new SocketServer(async peer =>
        {
            Assert.Contains("User-Agent: modelcards-dotnet/", peer.Head, StringComparison.Ordinal);
            messages.Add(await peer.ReadAsync());
            Task<string> next = peer.ReadAsync();
            // The client has nothing else to do than to send its task, and does not.
            await Task.WhenAny(next, Task.Delay(TimeSpan.FromMilliseconds(100), peer.Stop));
            Assert.False(next.IsCompleted);
            answered.SetResult();
            await peer.SayAsync(Session);
            messages.Add(await next);
            await peer.SayAsync(SocketServer.Peer.Picture(messages[1]));
            await peer.AnswerAsync();
        });
        await using RunwareClient client = Client(server.Url);

        Assert.True((await client.SendAsync(new PictureRequest { PositivePrompt = "a lighthouse" })).IsSuccess);

        Assert.True(answered.Task.IsCompletedSuccessfully);
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
        await using var server = new SocketServer(async peer =>
        {
            first.Add(await peer.ReadAsync());
            Task<string> next = peer.ReadAsync();
            if (peer.Number == 2)
            {
                // Time enough for a poll of the acknowledged task.
                await Task.WhenAny(next, Task.Delay(TimeSpan.FromSeconds(1.5), peer.Stop));
                Assert.False(next.IsCompleted);
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
        await using RunwareClient client = Client(server.Url);

        Assert.True((await client.SendAsync(PictureRequest.Of(Guid.NewGuid()))).IsSuccess);
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
            ApiKey = FakeService.Key, Endpoint = server.Url, RetryPolicy = RetryPolicies.None, TimeProvider = clock,
        });
        Task<TaskOutcome<ImageInferenceResult>> sending = client.SendAsync(PictureRequest.Of(Guid.NewGuid()));
        await asked.Task;

        clock.Advance(TimeSpan.FromSeconds(15));

        ServiceError error = Assert.Single((await sending).Failure!.Errors);
        Assert.Equal("connectionFailed: The service did not let the client in within 15 seconds.", error.ToString());
    }

    private static RunwareClient Client(Uri url, Polly.Retry.RetryStrategyOptions<SendAttempt>? retry = null)
    {
        if (retry is not null)
            retry.DelayGenerator = _ => ValueTask.FromResult<TimeSpan?>(TimeSpan.Zero);
        return new RunwareClient(new RunwareClientOptions
        {
            ApiKey = FakeService.Key,
            Endpoint = url,
            RetryPolicy = retry is null ? RetryPolicies.None : Polly.RetryResiliencePipelineBuilderExtensions.AddRetry(new Polly.ResiliencePipelineBuilder<SendAttempt>(), retry).Build(),
        });
    }
}
