using ModelCards.Errors;
using ModelCards.Results;
using ModelCards.Runtime.Tests.Delivery;
using ModelCards.Runtime.Tests.Transport;
using ModelCards.Utilities;
using ModelCards.Validation;
using Xunit;

namespace ModelCards.Runtime.Tests.Client;

/// <summary>What the service may answer to its utilities, expected or not.</summary>
public sealed class UtilityTests
{
    private static readonly Guid First = Guid.Parse("11111111-1111-4111-8111-111111111111");

    private static string Stage(string members) => $$"""{"data":[{"taskType":"modelUpload","taskUUID":"{{First}}",{{members}}}]}""";

    private static ModelUploadRequest Upload() => ModelUploadRequest
        .Create(ModelCategory.Lora, "flux1d", "Boats", "1", new Uri("https://example.com/boats.safetensors"))
        .WithTaskUuid(First)
        .Build();

    private static async Task<(List<ModelUploadResult> Stages, RunwareException? Error)> UploadAsync(ScriptedTransport transport)
    {
        await using RunwareClient client = transport.Client();
        (List<ModelUploadResult> stages, Exception? error) = await client.UploadModelAsync(Upload()).DrainAsync();
        return (stages, (RunwareException?)error);
    }

    [Fact]
    public async Task StagesComeOnceEachAndOneThatIsNotKnownKeepsItsText()
    {
        await using ScriptedTransport transport = new ScriptedTransport().Answer(
            Stage("\"status\":\"validated\",\"message\":\"m\""),
            Stage("\"status\":\"validated\""),
            Stage("\"status\":\"polished\",\"gloss\":7"),
            Stage("\"status\":\"ready\",\"air\":\"acme:boats@1\""),
            Stage("\"status\":\"ready\""));

        (List<ModelUploadResult> stages, RunwareException? error) = await UploadAsync(transport);

        Assert.Null(error);
        Assert.Equal(["validated", "polished", "ready"], stages.Select(stage => stage.Status.ToString()));
        Assert.Equal(("m", 7, "acme:boats@1"), (stages[0].Message, stages[1].Members["gloss"].GetInt32(), stages[2].Air));
        Assert.Equal([false, false, true], stages.Select(stage => stage.Status.IsFinal));
    }

    /// <summary>A service that remembers no uploads tells its stages all the same.</summary>
    [Fact]
    public async Task APollInVainDoesNotEndAnUploadThatIsPushed()
    {
        ScriptedTransport transport = null!;
        await using ScriptedTransport owned = transport = new ScriptedTransport()
            .Answer(Stage("\"status\":\"validated\""))
            .Do(_ => transport.Say(
                $$"""{"errors":[{"code":"taskFailedOrNotFound","message":"m","taskType":"getResponse","taskUUID":"{{First}}"}]}""",
                Stage("\"status\":\"ready\"")));

        (List<ModelUploadResult> stages, RunwareException? error) = await UploadAsync(transport);

        Assert.Null(error);
        Assert.Equal(["validated", "ready"], stages.Select(stage => stage.Status.Text));
        Assert.Contains("getResponse", transport.Sent[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"status\":\"failed\",\"message\":\"The file is no safetensors.\"", "modelUploadFailed: The file is no safetensors.")]
    [InlineData("\"status\":\"failed\",\"message\":7", "modelUploadFailed: The service did not say why.")]
    [InlineData("\"status\":\"error\",\"code\":\"invalidArchitecture\",\"message\":\"No.\"", "invalidArchitecture: No.")]
    public async Task AFailedUploadSaysWhy(string members, string reason)
    {
        await using ScriptedTransport transport = new ScriptedTransport().Answer(Stage("\"status\":\"validated\""), Stage(members));

        (_, RunwareException? error) = await UploadAsync(transport);

        Assert.Equal(reason, Assert.Single(error!.Errors).ToString());
        Assert.Equal([First], error.TaskUuids);
    }

    [Theory]
    [InlineData("""{"data":[{"taskType":"accountManagement","taskUUID":"U","balance":3,"team":{},"apiKeys":[1]}]}""")]
    [InlineData("""{"data":{"taskType":"accountManagement","taskUUID":"U","usage":[]}}""")]
    public async Task OddAnswersAreReadAsFarAsTheyGo(string reply)
    {
        await using RunwareClient client = FakeService.Answering(reply.Replace("U", First.ToString(), StringComparison.Ordinal)).Client();

        AccountManagementResult account = await client.GetAccountAsync(
            new AccountManagementRequest { Operation = AccountManagementOperation.GetDetails, TaskUuid = First });

        Assert.Empty(account.Team);
        Assert.Empty(account.ApiKeys);
        Assert.Null(account.Usage?.Today);
    }

    [Theory]
    [InlineData("""{"data":[]}""", "missingResults")]
    [InlineData("""{"data":[{"taskType":"imageInference","taskUUID":"11111111-1111-4111-8111-111111111111","imageURL":"https://im.runware.ai/a.jpg"}]}""", "missingResults")]
    [InlineData("""{"data":[{"taskType":"getTaskDetails","taskUUID":"11111111-1111-4111-8111-111111111111"}]}""", "missingResults")]
    [InlineData("""{"errors":[{"code":"taskFailedOrNotFound","message":"m","taskUUID":"11111111-1111-4111-8111-111111111111"}]}""", "taskFailedOrNotFound")]
    public async Task ResultsOfATaskAreNotItsDetails(string reply, string code)
    {
        await using RunwareClient client = FakeService.Answering(reply).Client();

        RunwareException error = await Assert.ThrowsAsync<RunwareException>(() => client.GetTaskDetailsAsync(First));

        Assert.Equal(code, error.Errors[0].Code);
    }

    [Fact]
    public async Task DetailsAndErrorsOfAQuestionDoNotEndTheTaskThatIsAskedAbout()
    {
        await using ScriptedTransport transport = new ScriptedTransport().Answer(
            $$"""{"data":[{"taskType":"getTaskDetails","taskUUID":"{{First}}","request":[]}],"errors":[{"code":"taskFailedOrNotFound","message":"m","taskType":"getTaskDetails","taskUUID":"{{First}}"}]}""",
            $$"""{"data":[{"taskType":"imageInference","taskUUID":"{{First}}","imageURL":"https://im.runware.ai/a.jpg"}]}""");
        await using RunwareClient client = transport.Client();

        TaskOutcome<ImageInferenceResult> outcome = await client.SendAsync(PictureRequest.Of(First));

        Assert.Null(outcome.Failure);
        Assert.Equal("imageInference", Assert.Single(outcome.Results).TaskType);
    }

    [Fact]
    public async Task ASearchThatGoesInCirclesIsAnError()
    {
        FakeService service = new((request, _) => Answer(request));
        await using RunwareClient client = service.Client();

        (List<FoundModel> models, Exception? error) = await client.SearchModelsAsync(new ModelSearchRequest { Limit = 1 }).DrainAsync();

        Assert.Single(models);
        Assert.Equal("The page at offset 1 holds the same models as the one before it.", Assert.Single(Assert.IsType<RunwareException>(error).Errors).Message);

        static async Task<HttpResponseMessage> Answer(HttpRequestMessage request)
        {
            using var task = System.Text.Json.JsonDocument.Parse(await request.Content!.ReadAsStringAsync());
            return new HttpResponseMessage
            {
                Content = new StringContent(
                    $$"""{"data":[{"taskType":"modelSearch","taskUUID":"{{task.RootElement[0].GetProperty("taskUUID").GetString()}}","totalResults":1000000,"results":[{"air":"a:1@1"}]}]}"""),
            };
        }
    }

    /// <summary>A reply that cannot be read is quoted, and the keys of a team may stand where it is cut.</summary>
    [Theory]
    [InlineData("""{"data":[{"apiKeys":[{"apiKey":"team-secret","name":"CI"}""")]
    [InlineData("""{"data":[{"apiKeys":[{"apiKey" : "team-secr""")]
    public async Task NoKeyOfTheTeamGetsIntoAnErrorOrALog(string reply)
    {
        var log = new Secrecy.LogText();
        RunwareClientOptions options = FakeService.Answering(reply).Options();
        options.LoggerFactory = log;
        await using var client = new RunwareClient(options);

        RunwareException error = await Assert.ThrowsAsync<RunwareException>(() => client.GetAccountAsync());

        Assert.Contains("***", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("team-secr", error + string.Join(' ', log.Lines), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-01-01", "2026-01-31", null)]
    [InlineData("2026-01-01T00:00:00Z", "2026-01-31T23:59:59Z", null)]
    [InlineData("2026-01-01", "2026-02-01", "endDate must be at most 30 days after startDate, 2026-01-01, but is 2026-02-01; the last possible is 2026-01-31.")]
    [InlineData("2026-01-02", "2026-01-01", "endDate must not be before startDate, 2026-01-02, but is 2026-01-01.")]
    [InlineData("2026-02-30", "2026-03-01", "startDate must be a day of the calendar, but is 2026-02-30.")]
    [InlineData("9999-12-31", "9999-12-31", null)]
    [InlineData("9999-12-01", null, null)]
    public void AUsageIsOfAtMost30Days(string? first, string? last, string? message)
    {
        var request = new AccountManagementRequest { Operation = AccountManagementOperation.GetUsageActivity, StartDate = first, EndDate = last };

        Assert.Equal(message, request.Validate().Errors.SingleOrDefault()?.Message);
    }

    [Fact]
    public void AllErrorsOfAnAccountRequestAreNamedAtOnce()
    {
        AccountManagementRequestBuilder builder = AccountManagementRequest.Create(AccountManagementOperation.GetUsageErrors)
            .WithStartDate("2026-01-01").WithEndDate("2026-03-01").WithExtra("unit", 1);
        var request = new AccountManagementRequest { Operation = (AccountManagementOperation)9, StartDate = "soon", EndDate = "2026-02-31" };

        Assert.Equal(2, request.Validate().Errors.Count(error => error.Parameter is "startDate" or "endDate"));
        Assert.Contains(request.Validate().Errors, error => error.Parameter == "operation");
        Assert.Throws<RequestValidationException>(() => builder.Build());
        Assert.Equal("2026-01-31", builder.WithPeriod(new DateOnly(2026, 1, 1), new DateOnly(2026, 1, 31)).Build().EndDate);
    }

    [Theory]
    [InlineData("""{"data":[{"taskType":"ping","pong":true}]}""", null)]
    [InlineData("""{"errors":[{"code":"invalidApiKey","message":"m"}]}""", "invalidApiKey")]
    [InlineData("<html/>", "unrecognizedResponse")]
    public async Task APingOverHttpIsOneRequest(string reply, string? code)
    {
        FakeService service = FakeService.Answering(reply);
        await using RunwareClient client = service.Client();

        RunwareException? error = await Record.ExceptionAsync(() => client.PingAsync()) as RunwareException;

        Assert.Equal(code, error?.Errors[0].Code);
        Assert.Equal("""[{"taskType":"ping","ping":true}]""", Assert.Single(service.Sent).Body);
    }

    [Fact]
    public async Task APingThatIsLostWithItsConnectionIsSentAgain()
    {
        await using var server = new SocketServer(async peer =>
        {
            await peer.AuthenticateAsync();
            if (peer.Number == 1)
                await peer.ReadAsync();
            else
                await peer.AnswerAsync();
        });
        await using var client = new RunwareClient(new RunwareClientOptions { ApiKey = FakeService.Key, LoggerFactory = Secrecy.RunWatch.Log, Endpoint = server.Url });

        Assert.True(await client.PingAsync() > TimeSpan.Zero);
        Assert.Equal(2, server.Connections);
    }

    [Fact]
    public void ADeletionTakesAUuidAlone()
    {
        var request = new MediaStorageRequest { Operation = MediaStorageOperation.Delete, Media = MediaInput.FromUrl("https://example.com/a.png") };

        Assert.Equal("media must be the UUID of a medium when operation is delete.", Assert.Single(request.Validate().Errors).Message);
        Assert.True(new MediaStorageRequest { Operation = MediaStorageOperation.Delete, Media = First }.Validate().IsValid);
        Assert.True(new MediaStorageRequest { Operation = MediaStorageOperation.Upload, Media = MediaInput.FromBytes(new byte[] { 1 }, "video/mp4") }.Validate().IsValid);
    }
}
