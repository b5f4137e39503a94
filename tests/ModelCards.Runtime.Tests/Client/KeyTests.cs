using System.Net;
using ModelCards.Errors;
using ModelCards.Results;
using ModelCards.Utilities;
using Xunit;

namespace ModelCards.Runtime.Tests.Client;

public sealed class KeyTests
{
    private static readonly Guid First = Guid.Parse("11111111-1111-4111-8111-111111111111");

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \n")]
    public void AMissingKeyIsRefusedWithTheWayToGetOne(string? key)
    {
        const string Expected =
            "An API key is needed. Get one at https://my.runware.ai/signup and pass it, or set the environment variable " +
            "RUNWARE_API_KEY and use RunwareClient.FromEnvironment.";

        Assert.Equal($"{Expected} (Parameter 'apiKey')", Assert.Throws<ArgumentException>(() => new RunwareClient(key!)).Message);
        Assert.Equal(
            $"{Expected} (Parameter 'options')",
            Assert.Throws<ArgumentException>(() => new RunwareClient(new RunwareClientOptions { ApiKey = key })).Message);
    }

    [Theory]
    [InlineData("two words")]
    [InlineData("line\r\nX-Other: header")]
    [InlineData("schlüssel")]
    public void AKeyThatCannotBeOneIsRefusedWithoutShowingIt(string key)
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => new RunwareClient(key));

        Assert.Equal("The API key has characters that no key has, such as blanks or quotes. Copy it again. (Parameter 'apiKey')", error.Message);
    }

    [Fact]
    public async Task TheKeyOfTheEnvironmentIsUsedAndALineBreakAtItsEndIsNot()
    {
        FakeService service = FakeService.Answering("""{"data":[]}""");
        RunwareClientOptions options = service.Options();
        Environment.SetEnvironmentVariable("RUNWARE_API_KEY", "KeyOfTheEnvironment\n");
        try
        {
            await using RunwareClient client = RunwareClient.FromEnvironment(options);
            await client.SendAsync(PictureRequest.Of(First));
        }
        finally
        {
            Environment.SetEnvironmentVariable("RUNWARE_API_KEY", null);
        }

        Assert.Equal("Bearer KeyOfTheEnvironment", Assert.Single(service.Sent).Request.Headers.Authorization?.ToString());
        Assert.Contains("RUNWARE_API_KEY", Assert.Throws<ArgumentException>(() => RunwareClient.FromEnvironment()).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(HttpStatusCode.Unauthorized, $$"""{"errors":[{"code":"invalidApiKey","message":"Invalid API key {{FakeService.Key}}.","parameter":["{{FakeService.Key}}"],"key":"{{FakeService.Key}}"}]}""")]
    [InlineData(HttpStatusCode.BadRequest, $$"""{"error":"{{FakeService.Key}} is wrong"}""")]
    [InlineData(HttpStatusCode.Forbidden, """{"errors":[{"code":"c","message":"\u00533cretKeyOfThe\u0054ests42 is wrong","documentation":"https:\/\/x\/\u00533cretKeyOfTheTests42"}]}""")]
    [InlineData(HttpStatusCode.BadGateway, $"<html>Bearer {FakeService.Key}</html>")]
    [InlineData(HttpStatusCode.OK, $"Bearer {FakeService.Key}")]
    [InlineData(HttpStatusCode.OK, $$"""{"data":[{"status":"error","error":{"code":"{{FakeService.Key}}","documentation":"https://x/{{FakeService.Key}}" } }]}""")]
    public async Task AServerThatRepeatsTheKeyDoesNotGetItIntoAnyText(HttpStatusCode status, string body)
    {
        var log = new Secrecy.LogText();
        FakeService service = FakeService.Answering(body, status);
        RunwareClientOptions options = service.Options();
        options.LoggerFactory = log;
        await using var client = new RunwareClient(options);

        RunwareException error = Assert.IsType<RunwareException>((await client.RunAsync(PictureRequest.Of(First)).DrainAsync()).Error);

        IEnumerable<string> texts =
        [
            error.ToString(), client.ToString()!, options.ToString()!, .. log.Lines,
            .. error.Errors.SelectMany(part => part.Members.Values.Select(value => value.GetRawText()).Append(part.Message).Append(part.Code)),
        ];
        Assert.Contains("***", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(texts, text => text.Contains(FakeService.Key, StringComparison.Ordinal));
    }

    /// <summary>A quotation is cut, and the key may stand where.</summary>
    [Fact]
    public async Task AKeyThatIsCutOffIsNotShownInPart()
    {
        string body = string.Concat(Enumerable.Repeat(FakeService.Key, 97));
        await using RunwareClient client = FakeService.Answering(body, HttpStatusCode.BadGateway).Client();

        string message = (await client.SendAsync(PictureRequest.Of(First))).Failure!.Message;

        Assert.DoesNotContain(FakeService.Key[..4], message, StringComparison.Ordinal);
        Assert.Contains("***", message, StringComparison.Ordinal);
    }

    /// <summary>Whatever holds the key, nothing prints it: neither the client and its options nor what came of a sending.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task NoDumpOfStateShowsTheKey(bool isHttp)
    {
        await using var server = new Transport.SocketServer(async peer =>
        {
            await peer.AuthenticateAsync();
            await peer.AnswerAsync(message => peer.Number == 1 ? """{"errors":[{"code":"c","message":"m"}]}""" : Transport.SocketServer.Peer.Picture(message));
        });
        RunwareClientOptions options = FakeService.Answering($$"""{"errors":[{"code":"c","message":"{{FakeService.Key}}"}]}""").Options();
        if (!isHttp)
            options.Endpoint = server.Url;
        await using var client = new RunwareClient(options);
        PictureRequest request = PictureRequest.Of(First);
        TaskOutcome<ImageInferenceResult> outcome = await client.SendAsync(request);

        IReadOnlyList<string> dump = Secrecy.StateDump.Of(client, options, request, outcome, outcome.Failure, outcome.Failure?.Errors);
        string json = System.Text.Json.JsonSerializer.Serialize(new RunwareClientOptions { ApiKey = FakeService.Key });

        Assert.True(dump.Count > 50, $"Only {dump.Count} objects were found.");
        Assert.Contains(dump, text => text.EndsWith("ApiKey: ***", StringComparison.Ordinal));
        Assert.Contains("ReplyTimeout", json, StringComparison.Ordinal);
        foreach (string text in dump.Append(json))
            Secrecy.RunWatch.Watch.Look("state", text);
        Assert.DoesNotContain(dump.Append(json), text => text.Contains(FakeService.Key, StringComparison.Ordinal));
    }

    [Fact]
    public async Task TheLogTellsOfTasksAndNeitherOfTheKeyNorOfPrompts()
    {
        var log = new Secrecy.LogText();
        FakeService service = FakeService.Answering($$"""
            {"data":[{"taskType":"imageInference","taskUUID":"{{First}}","imageUUID":"a0000000-0000-4000-8000-000000000000","positivePrompt":"a lighthouse"},
                     {"taskType":"imageInference","taskUUID":"22222222-2222-4222-8222-222222222222"}]}
            """);
        RunwareClientOptions options = service.Options();
        options.LoggerFactory = log;
        options.TimeProvider = new FakeTime();
        await using var client = new RunwareClient(options);

        await client.SendAsync(PictureRequest.Of(First));
        service = FakeService.Answering($$"""{"errors":[{"code":"invalidPositivePrompt","message":"'a lighthouse' is not allowed."}]}""");
        options.HttpClient = new HttpClient(service);
        await using var refused = new RunwareClient(options);
        TaskOutcome<ImageInferenceResult> outcome = await refused.SendAsync(PictureRequest.Of(First));

        Assert.False(outcome.IsSuccess);
        Assert.Equal(
            [
                $"Debug: Sending task {First} for picture in 129 bytes, attempt 1",
                "Debug: Received HTTP 200 with 263 bytes after 0 ms for 1 tasks",
                "Warning: Ignored a result of task 22222222-2222-4222-8222-222222222222, which is none of those sent",
                $"Information: Task {First} for picture gave 1 results in 0 ms and 1 attempts",
                $"Debug: Sending task {First} for picture in 129 bytes, attempt 1",
                "Debug: Received HTTP 200 with 88 bytes after 0 ms for 1 tasks",
                $"Warning: Task {First} for picture failed with 0 of 1 results after 0 ms and 1 attempts: invalidPositivePrompt",
            ],
            log.Lines);
    }

    [Fact]
    public async Task RequestsAreLoggedWhereThatIsAskedForWithoutKeysAndFiles()
    {
        var log = new Secrecy.LogText();
        RunwareClientOptions options = FakeService.Answering("""{"data":[]}""").Options();
        options.LoggerFactory = log;
        options.LogRequests = true;
        await using var client = new RunwareClient(options);

        await client.SendAsync(new PictureRequest
        {
            TaskUuid = First, PositivePrompt = $"a lighthouse with {FakeService.Key}", SeedImage = MediaInput.FromBytes(new byte[100_000]),
        });
        await client.SendAsync(new PictureRequest { TaskUuid = First, PositivePrompt = new string('a', 10_000) });
        await client.SendAsync(new AccountManagementRequest { Operation = AccountManagementOperation.GetUsageErrors, ApiKeys = ["a-key-of-the-team"] });

        string[] sent = [.. log.Lines.Where(line => line.StartsWith("Debug: Sending", StringComparison.Ordinal))];
        string[] requests = [.. log.Lines.Where(line => line.Contains("is sent as", StringComparison.Ordinal))];
        Assert.Equal(3, sent.Length);
        Assert.Equal(2, requests.Length);
        Assert.StartsWith($"Debug: Sending task {First} for picture in 133", sent[0], StringComparison.Ordinal);
        Assert.Equal(
            $$"""Debug: Task {{First}} is sent as {"taskType":"imageInference","taskUUID":"{{First}}","positivePrompt":"a lighthouse with ***","seedImage":""}""",
            requests[0]);
        Assert.EndsWith("aaa...", requests[1], StringComparison.Ordinal);
        Assert.InRange(requests[1].Length, 8192, 8300);
        Assert.DoesNotContain(log.Lines, line => line.Contains("a-key-of-the-team", StringComparison.Ordinal));
    }
}
