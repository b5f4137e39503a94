using System.Net;
using System.Text;
using ModelCards.Errors;
using ModelCards.Results;
using ModelCards.Runtime.Tests.Client;
using Xunit;

namespace ModelCards.Runtime.Tests.Transport;

/// <summary>Every form of reply that the service, its gateways or a hostile server can give to two tasks.</summary>
public sealed class EnvelopeTests
{
    private static readonly Guid First = Guid.Parse("11111111-1111-4111-8111-111111111111");
    private static readonly Guid Second = Guid.Parse("22222222-2222-4222-8222-222222222222");

    private const string FirstImage =
        """{"taskType":"imageInference","taskUUID":"11111111-1111-4111-8111-111111111111","imageUUID":"a0000000-0000-4000-8000-000000000000"}""";

    private const string SecondImage =
        """{"taskType":"imageInference","taskUUID":"22222222-2222-4222-8222-222222222222","imageUUID":"b0000000-0000-4000-8000-000000000000"}""";

    [Theory]
    [InlineData($$"""{"data":[{{FirstImage}},{{SecondImage}}]}""")]
    [InlineData($$"""{"data":[{{SecondImage}},{{FirstImage}}],"errors":[]}""")]
    [InlineData($$"""{"data":[{{SecondImage}},{{FirstImage}}],"errors":null,"error":false}""")]
    [InlineData($$"""[{{FirstImage}},{{SecondImage}}]""")]
    [InlineData($$"""{"more":{"data":1},"data":[null,1,"x",[],{{SecondImage}},{{FirstImage}}]}""")]
    public async Task EveryFormOfSuccessGivesTheResults(string body)
    {
        string[] outcomes = await SendTwoAsync(body);

        Assert.Equal(["1 result", "1 result"], outcomes);
    }

    [Theory]
    [InlineData("""{"errors":[{"code":"c","message":"m","taskUUID":"11111111-1111-4111-8111-111111111111"}]}""")]
    [InlineData("""{"data":[],"errors":[{"code":"c","message":"m","taskUUID":"11111111-1111-4111-8111-111111111111"}]}""")]
    [InlineData("""{"errors":{"code":"c","message":"m","taskUUID":"11111111-1111-4111-8111-111111111111"}}""")]
    [InlineData("""{"error":{"code":"c","message":"m"},"taskUUID":"11111111-1111-4111-8111-111111111111","taskType":"imageInference"}""")]
    [InlineData("""{"error":[{"code":"c","message":"m","taskUUID":"11111111-1111-4111-8111-111111111111"}]}""")]
    [InlineData("""[{"code":"c","message":"m","taskUUID":"11111111-1111-4111-8111-111111111111"}]""")]
    [InlineData("""{"data":[{"taskType":"imageInference","taskUUID":"11111111-1111-4111-8111-111111111111","status":"error","error":{"code":"c","message":"m"}}]}""")]
    [InlineData("""{"data":[{"taskType":"imageInference","taskUUID":"11111111-1111-4111-8111-111111111111","status":"error","code":"c","message":"m"}]}""")]
    public async Task EveryFormOfErrorReachesItsTaskOnly(string body)
    {
        string[] outcomes = await SendTwoAsync(body);

        Assert.Equal(["c: m", "missingResults: 1 result expected, but 0 came, and no error."], outcomes);
    }

    [Theory]
    [InlineData("""{"errors":[{"code":"c","message":"m"}]}""", "c: m")]
    [InlineData("""{"error":{"code":"c","message":"m"}}""", "c: m")]
    [InlineData("""{"error":"out of order"}""", "error without a code: out of order")]
    [InlineData("""{"errors":["one"]}""", "error without a code: one")]
    [InlineData("""{"error":42}""", "error without a code: 42")]
    [InlineData("""{"error":true,"errorId":19,"errorMessage":"Invalid api key"}""", "error without a code: Invalid api key")]
    [InlineData("""{"errors":[{"code":"c","message":"m","taskUUID":"no UUID"}]}""", "c: m")]
    [InlineData("""{"errors":[{}]}""", "error without a code")]
    public async Task ErrorsWithoutATaskUuidFailEveryTask(string body, string error)
    {
        string[] outcomes = await SendTwoAsync(body, HttpStatusCode.BadRequest);

        Assert.Equal([error, error], outcomes);
    }

    [Fact]
    public async Task AnErrorWithoutATaskUuidDoesNotHideResultsAndIsNotHiddenByThem()
    {
        string[] outcomes = await SendTwoAsync($$"""{"errors":[{"code":"c","message":"m"}],"data":[{{FirstImage}}]}""");

        Assert.Equal(["1 result, c: m", "c: m"], outcomes);
    }

    [Fact]
    public async Task PartialSuccessGivesBoth()
    {
        string[] outcomes = await SendTwoAsync(
            $$"""{"errors":[{"code":"c","message":"m","taskUUID":"22222222-2222-4222-8222-222222222222"}],"data":[{{FirstImage}}]}""");

        Assert.Equal(["1 result", "c: m"], outcomes);
    }

    [Fact]
    public async Task AllErrorsOfATaskAreKept()
    {
        string[] outcomes = await SendTwoAsync(
            """
            {"errors":[{"code":"a","message":"m","taskUUID":"11111111-1111-4111-8111-111111111111"},
                       {"code":"b","message":"n","taskUUID":"11111111-1111-4111-8111-111111111111"},
                       {"code":"c","message":"o"}]}
            """);

        Assert.Equal(["a: m; b: n; c: o", "c: o"], outcomes);
    }

    [Fact]
    public async Task AResultOfAnUnknownTaskIsHarmless()
    {
        string[] outcomes = await SendTwoAsync(
            $$"""{"data":[{{FirstImage}},{"taskUUID":"33333333-3333-4333-8333-333333333333","imageURL":"https://x/"},{"text":"nobody's"},{{SecondImage}}]}""");

        Assert.Equal(["1 result", "1 result"], outcomes);
    }

    [Fact]
    public async Task AnErrorOfAnUnknownTaskIsHarmlessUnlessItExplainsWhatIsMissing()
    {
        const string Stray = """{"code":"c","message":"m","taskUUID":"33333333-3333-4333-8333-333333333333"}""";

        string[] outcomes = await SendTwoAsync($$"""{"data":[{{FirstImage}}],"errors":[{{Stray}}]}""");

        Assert.Equal(["1 result", "missingResults: 1 result expected, but 0 came, and no error.; c: m"], outcomes);
    }

    [Fact]
    public async Task AResultThatComesTwiceCountsOnce()
    {
        string[] outcomes = await SendTwoAsync($$"""{"data":[{{FirstImage}},{{FirstImage}},{{SecondImage}}]}""");

        Assert.Equal(["1 result", "1 result"], outcomes);
    }

    [Fact]
    public async Task MoreResultsThanExpectedAreAllGiven()
    {
        string[] outcomes = await SendTwoAsync(
            $$"""{"data":[{{FirstImage}},{{SecondImage}},{"taskUUID":"11111111-1111-4111-8111-111111111111","text":"more"},{"taskUUID":"11111111-1111-4111-8111-111111111111","text":"more"}]}""");

        Assert.Equal(["3 results", "1 result"], outcomes);
    }

    [Theory]
    [InlineData("""{"data":{"taskType":"imageInference","taskUUID":"11111111-1111-4111-8111-111111111111","imageURL":"https://x/"}}""")]
    [InlineData("""{"data":[{"taskType":"imageInference","imageURL":"https://x/"}]}""")]
    [InlineData("""{"data":[{"taskType":"imageInference","taskUUID":"{11111111-1111-4111-8111-111111111111}","imageURL":"https://x/"}]}""")]
    public async Task AResultOfTheOnlyTaskIsTakenInAnyForm(string body)
    {
        await using RunwareClient client = FakeService.Answering(body).Client();

        TaskOutcome<ImageInferenceResult> outcome = await client.SendAsync(PictureRequest.Of(First));

        Assert.True(outcome.IsSuccess);
        Assert.Equal("https://x/", Assert.Single(outcome.Results).ImageUrl?.OriginalString);
    }

    [Theory]
    [InlineData("", "The reply is not JSON of at most 64 levels (")]
    [InlineData("OK", "The reply is not JSON of at most 64 levels (")]
    [InlineData("""{"data":[""", "The reply is not JSON of at most 64 levels (")]
    [InlineData($$"""{"data":[{{FirstImage}}]} more""", "The reply is not JSON of at most 64 levels (")]
    [InlineData("null", "The reply has neither data nor errors. It starts with: null")]
    [InlineData("""{"message":"hello"}""", """The reply has neither data nor errors. It starts with: {"message":"hello"}""")]
    [InlineData("""{"data":[{"\ud800":1}]}""", "The reply has member names that are not Unicode text. It starts with: ")]
    [InlineData("""{"\udfffxxxxxxxxxxx":1,"data":[]}""", "The reply has member names that are not Unicode text. It starts with: ")]
    public async Task AReplyThatIsNoEnvelopeIsATypedError(string body, string message)
    {
        await AssertUnrecognizedAsync(FakeService.Answering(body).Options(), message);
    }

    [Fact]
    public async Task AReplyThatIsNotUtf8IsATypedError()
    {
        byte[] body = [.. "{\"data\":[{\"text\":\""u8, 0xC3, 0x28, .. "\"}]}"u8];

        await AssertUnrecognizedAsync(FakeService.Answering(body).Options(), "The reply is not UTF-8 text. It starts with: {\"data\":[{\"text\":\"\uFFFD(\"}]}");
    }

    [Fact]
    public async Task AReplyThatIsTooDeepIsATypedError()
    {
        string deep = $$"""{"data":[{"x":{{new string('[', 100_000)}}{{new string(']', 100_000)}}}]}""";

        await AssertUnrecognizedAsync(FakeService.Answering(deep).Options(), "The reply is not JSON of at most 64 levels (");
    }

    [Fact]
    public async Task TheDepthLimitIsAnOption()
    {
        RunwareClientOptions options = FakeService.Answering($$"""{"data":[{{FirstImage[..^1]}},"x":[[1]]}]}""").Options();
        options.MaxDepth = 5;
        await using var enough = new RunwareClient(options);
        Assert.True((await enough.SendAsync(PictureRequest.Of(First))).IsSuccess);

        options.MaxDepth = 4;
        await AssertUnrecognizedAsync(options, "The reply is not JSON of at most 4 levels (");
    }

    [Fact]
    public async Task AReplyMayBeginWithAByteOrderMark()
    {
        byte[] body = [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes($$"""{"data":[{{FirstImage}}]}""")];
        await using RunwareClient client = FakeService.Answering(body).Client();

        Assert.True((await client.SendAsync(PictureRequest.Of(First))).IsSuccess);
    }

    [Theory]
    [InlineData(502, "<html>\n<body>Bad\tGateway</body></html>", "http502: Bad Gateway, with a reply that tells no error: <html> <body>Bad Gateway</body></html>", ErrorCategory.Server)]
    [InlineData(503, "", "http503: Service Unavailable, with an empty reply.", ErrorCategory.Server)]
    [InlineData(504, "null", "http504: Gateway Timeout, with a reply that tells no error: null", ErrorCategory.Timeout)]
    [InlineData(403, """{"message":"Forbidden"}""", """http403: Forbidden, with a reply that tells no error: {"message":"Forbidden"}""", ErrorCategory.Authentication)]
    [InlineData(429, """{"data":[]}""", """http429: Too Many Requests, with a reply that tells no error: {"data":[]}""", ErrorCategory.RateLimit)]
    [InlineData(402, """{"errors":[{"code":"somethingNew","message":"m"}]}""", "somethingNew: m", ErrorCategory.Quota)]
    [InlineData(301, "", "http301: Moved Permanently, with an empty reply.", ErrorCategory.Unknown)]
    public async Task AnHttpStatusWithoutAnErrorIsAnError(int status, string body, string error, ErrorCategory category)
    {
        await using RunwareClient client = FakeService.Answering(body, (HttpStatusCode)status, "text/html").Client();

        RunwareException failure = (await client.SendAsync(PictureRequest.Of(First))).Failure!;

        Assert.Equal(error, Assert.Single(failure.Errors).ToString());
        Assert.Equal(category, failure.Category);
        Assert.Equal(status, (int)failure.StatusCode!);
    }

    [Fact]
    public async Task ALongBodyIsShortened()
    {
        await using RunwareClient client = FakeService.Answering(new string('x', 1_000_000), HttpStatusCode.BadGateway).Client();

        RunwareException failure = (await client.SendAsync(PictureRequest.Of(First))).Failure!;

        Assert.Equal($"http502: Bad Gateway, with a reply that tells no error: {new string('x', 300)}...", failure.Errors[0].ToString());
    }

    [Fact]
    public async Task DamagedRepliesGiveResultsOrTypedErrorsAndNothingElse()
    {
        byte[] sound = Encoding.UTF8.GetBytes(
            $$"""{"data":[{{FirstImage}},{"taskUUID":"{{First}}","imageDataURI":"data:;base64,AQID","seed":1.5e3,"cost":0.1}],"errors":[{"code":"\u0063","parameter":["a"],"allowedValues":[1]}]}""");
        byte[] pieces = "{}[]\",:\\u0d8e-.\0\u00C3 "u8.ToArray();
        var random = new Random(20261121);
        byte[] body = [];
        var service = new FakeService((_, _) => Task.FromResult(new HttpResponseMessage { Content = new ByteArrayContent(body) }));
        await using RunwareClient client = service.Client();

        for (int round = 0; round < 5000; round++)
        {
            body = [.. sound.AsSpan(0, round % 3 == 0 ? random.Next(sound.Length) : sound.Length)];
            for (int damage = random.Next(1, 4); damage > 0 && body.Length > 0; damage--)
                body[random.Next(body.Length)] = pieces[random.Next(pieces.Length)];

            TaskOutcome<ImageInferenceResult> outcome = await client.SendAsync(PictureRequest.Of(First));

            Assert.True(outcome.IsSuccess || outcome.Failure!.Message.Length > 0);
            foreach (ImageInferenceResult image in outcome.Results)
                _ = (image.TaskUuid, image.ImageUuid, image.ImageUrl, image.ImageDataUri, image.Seed, image.Cost, image.NsfwContent);
        }
    }

    private static async Task AssertUnrecognizedAsync(RunwareClientOptions options, string message)
    {
        await using var client = new RunwareClient(options);

        RunwareException failure = (await client.SendAsync(PictureRequest.Of(First))).Failure!;

        ServiceError error = Assert.Single(failure.Errors);
        Assert.Equal("unrecognizedResponse", error.Code);
        Assert.Equal(ErrorCategory.InvalidResponse, failure.Category);
        Assert.StartsWith(message, error.Message, StringComparison.Ordinal);
    }

    private static async Task<string[]> SendTwoAsync(string body, HttpStatusCode status = HttpStatusCode.OK)
    {
        await using RunwareClient client = FakeService.Answering(body, status).Client();
        IReadOnlyList<TaskOutcome<TaskResult>> outcomes = await client.SendAsync([PictureRequest.Of(First), PictureRequest.Of(Second)]);
        return [.. outcomes.Select(Describe)];
    }

    private static string Describe(TaskOutcome<TaskResult> outcome)
    {
        string results = outcome.Results.Count switch { 0 => "", 1 => "1 result", int count => $"{count} results" };
        string errors = string.Join("; ", outcome.Failure?.Errors.Select(error => error.ToString()) ?? []);
        return string.Join(", ", ((string[])[results, errors]).Where(part => part.Length > 0));
    }
}
