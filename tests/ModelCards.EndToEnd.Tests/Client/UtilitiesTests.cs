using ModelCards.Cards;
using ModelCards.Emulator;
using ModelCards.Emulator.Faults;
using ModelCards.Errors;
using ModelCards.Results;
using ModelCards.Utilities;
using ModelCards.Validation;
using Polly;
using Polly.Retry;

namespace ModelCards.EndToEnd.Tests.Client;

public class UtilitiesTests
{
    private const string Air = "acme:boats@1";

    private static ModelUploadRequestBuilder Boats() =>
        ModelUploadRequest.Create(ModelCategory.Lora, "flux1d", "Boats", "1", new Uri("https://example.com/boats.safetensors")).WithAir(Air);

    private static Task<ClientSession> StartAsync(bool overHttp, EmulatorOptions? emulator = null, Action<RunwareClientOptions>? change = null) =>
        ClientSession.StartAsync(
            (options, running) =>
            {
                if (overHttp)
                    options.Endpoint = running.Endpoint;
                options.ReplyTimeout = TimeSpan.FromSeconds(1);
                RetryStrategyOptions<SendAttempt> retry = RetryPolicies.DefaultOptions;
                retry.DelayGenerator = _ => ValueTask.FromResult<TimeSpan?>(TimeSpan.Zero);
                options.RetryPolicy = new ResiliencePipelineBuilder<SendAttempt>().AddRetry(retry).Build();
                change?.Invoke(options);
            },
            emulator);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task EachUtilitySendsItsTaskType(bool overHttp)
    {
        await using ClientSession session = await StartAsync(overHttp);
        RunwareClient client = session.Client;
        Guid task = Guid.NewGuid();

        await client.SendAsync(ClientSession.Picture(uuid: task));
        MediaStorageResult medium = await client.UploadMediaAsync(MediaInput.FromBytes(new byte[] { 0x89, 0x50, 0x4E, 0x47, 1 }));
        await client.DeleteMediaAsync(medium.MediaUuid!.Value);
#pragma warning disable CS0618 // The older way is tested too.
        await client.UploadImageAsync(MediaInput.FromBytes(new byte[] { 1, 2, 3 }, "image/png"));
#pragma warning restore CS0618
        await client.UploadModelAsync(Boats().Build()).ToListAsync();
        await client.SearchModelsAsync(new ModelSearchRequest { Search = "boats" }).ToListAsync();
        await client.GetAccountAsync();
        await client.GetTaskDetailsAsync(task);
        Assert.True(await client.PingAsync() >= TimeSpan.Zero);

        Assert.Equal(
            ["imageInference", "mediaStorage", "mediaStorage", "imageUpload", "modelUpload", "modelSearch", "accountManagement", "getTaskDetails", "ping"],
            session.Emulator.ReceivedTasks.Where(sent => sent.TaskType != "getResponse").Select(sent => sent.TaskType));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task AnUploadedMediumIsServedUntilItIsDeleted(bool overHttp)
    {
        await using ClientSession session = await StartAsync(overHttp);
        byte[] content = [0x89, 0x50, 0x4E, 0x47, 1, 2, 3];

        MediaStorageResult medium = await session.Client.UploadMediaAsync(MediaInput.FromStream(new MemoryStream(content), "image/png"));
        Assert.Equal("upload", medium.Operation);
        Assert.Equal(content, await session.Client.DownloadAsync(medium));
        MediaStorageResult deleted = await session.Client.DeleteMediaAsync(medium.MediaUuid!.Value);
        Assert.Equal(("delete", medium.MediaUuid), (deleted.Operation, deleted.MediaUuid));

        RunwareException gone = await Assert.ThrowsAsync<RunwareException>(() => session.Client.DownloadAsync(medium));
        Assert.Equal(ErrorCategory.NotFound, gone.Category);
        RunwareException again = await Assert.ThrowsAsync<RunwareException>(() => session.Client.DeleteMediaAsync(medium.MediaUuid.Value));
        Assert.Equal(["media"], Assert.Single(again.Errors).Parameters);
    }

    /// <summary>A lost reply is asked for under the same UUID, so that nothing is uploaded or deleted twice.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task ALostReplyUploadsAndDeletesOnce(bool overHttp)
    {
        await using ClientSession session = await StartAsync(
            overHttp,
            new EmulatorOptions { Faults = [new Fault(FaultKind.LoseReply) { TaskType = "mediaStorage" }, new Fault(FaultKind.LoseReply) { TaskType = "modelUpload" }] });

        MediaStorageResult medium = await session.Client.UploadMediaAsync(MediaInput.FromBytes(new byte[] { 1, 2, 3 }, "image/png"));
        List<ModelUploadResult> stages = await session.Client.UploadModelAsync(Boats().Build()).ToListAsync();

        Assert.Equal([1, 2, 3], await session.Client.DownloadAsync(medium));
        Assert.Equal(ModelUploadStatus.Ready, stages[^1].Status);
        foreach (string type in (string[])["mediaStorage", "modelUpload"])
            Assert.Single(session.Emulator.ReceivedTasks.Where(task => task.TaskType == type).Select(task => task.TaskUuid).Distinct());
        Assert.Single(await session.Client.SearchModelsAsync(new ModelSearchRequest { Search = "boats" }).ToListAsync());
    }

    /// <summary>A question is asked again, and answered again.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task ALostReplyToAQuestionIsAskedForAgain(bool overHttp)
    {
        string[] types = ["modelSearch", "accountManagement", "getTaskDetails"];
        await using ClientSession session = await StartAsync(
            overHttp,
            new EmulatorOptions { Faults = [.. types.Select(type => new Fault(FaultKind.LoseReply) { TaskType = type })] });
        Guid task = Guid.NewGuid();
        await session.Client.SendAsync(ClientSession.Picture(uuid: task));

        await session.Client.SearchModelsAsync(new ModelSearchRequest()).ToListAsync();
        await session.Client.GetAccountAsync();
        await session.Client.GetTaskDetailsAsync(task);

        Assert.Equal(3, session.Emulator.Faults.Hits);
        Assert.All(types, type => Assert.True(session.Emulator.ReceivedTasks.Count(sent => sent.TaskType == type) > 1));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task AModelsUploadIsToldStageByStage(bool overHttp)
    {
        await using ClientSession session = await StartAsync(
            overHttp, new EmulatorOptions { TaskTime = TimeSpan.FromSeconds(1) });

        List<ModelUploadResult> stages = await session.Client.UploadModelAsync(Boats().Build()).ToListAsync();

        Assert.Equal(
            [ModelUploadStatus.Validated, ModelUploadStatus.Downloaded, ModelUploadStatus.Optimized, ModelUploadStatus.Stored, ModelUploadStatus.Ready],
            stages.Select(stage => stage.Status));
        Assert.Equal(Air, stages[^1].Air);
        FoundModel found = Assert.Single(await session.Client.SearchModelsAsync(new ModelSearchRequest { Visibility = ModelSearchVisibility.Owned }).ToListAsync());
        Assert.Equal((Air, "Boats 1", "lora", "flux1d"), (found.Air, found.Name, found.Category, found.Architecture));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task AnUploadThatFailsTellsItsStagesAndThenWhy(bool overHttp)
    {
        await using ClientSession session = await StartAsync(
            overHttp, new EmulatorOptions { Faults = [new Fault(FaultKind.PartialSuccess) { TaskType = "modelUpload" }] });
        ModelUploadRequest request = Boats().WithTaskUuid(Guid.Parse("11111111-1111-4111-8111-111111111111")).Build();
        var seen = new List<string>();

        RunwareException error = await Assert.ThrowsAsync<RunwareException>(async () =>
        {
            await foreach (ModelUploadResult stage in session.Client.UploadModelAsync(request))
                seen.Add(stage.Status.Text);
        });

        Assert.Equal(["validated", "downloaded", "optimized", "stored", "failed"], seen);
        Assert.Equal(
            """
            Task 11111111-1111-4111-8111-111111111111 failed after 5 of 5 results:
              - modelUploadFailed: A fault of the switchboard made this upload fail.
            """,
            overHttp ? error.Message.Replace(" (HTTP 200)", "", StringComparison.Ordinal) : error.Message);
    }

    [Fact]
    public async Task AModelThatIsThereIsRefused()
    {
        await using ClientSession session = await StartAsync(overHttp: false);
        await session.Client.UploadModelAsync(Boats().Build()).ToListAsync();

        RunwareException error = await Assert.ThrowsAsync<RunwareException>(() => session.Client.UploadModelAsync(Boats().Build()).ToListAsync().AsTask());

        Assert.Equal("modelAlreadyExists", Assert.Single(error.Errors).Code);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task DetailsOfATaskAreToldWhileItIsUnderWay(bool overHttp)
    {
        await using ClientSession session = await StartAsync(
            overHttp, new EmulatorOptions { TaskTime = TimeSpan.FromSeconds(1) });
        Guid task = Guid.NewGuid();

        Task<TaskOutcome<ImageInferenceResult>> sending = session.Client.SendAsync(ClientSession.Picture(2, isAsync: true, task));
        while (session.Emulator.ReceivedTasks.Count == 0)
            await Task.Yield();
        TaskDetailsResult early = await session.Client.GetTaskDetailsAsync(task);
        TaskOutcome<ImageInferenceResult> outcome = await sending;
        TaskDetailsResult late = await session.Client.GetTaskDetailsAsync(task);

        Assert.Equal("a lighthouse", Assert.Single(early.Request).GetProperty("positivePrompt").GetString());
        Assert.True(outcome.IsSuccess);
        Assert.All(outcome.Results, image => Assert.Equal("imageInference", image.TaskType));
        Assert.Equal(outcome.Results.Select(image => image.ImageUuid), late.Results.Cast<ImageInferenceResult>().Select(image => image.ImageUuid));
        Assert.Empty(late.Errors);
    }

    [Fact]
    public async Task DetailsOfATaskThatNeverWasAreAnError()
    {
        await using ClientSession session = await StartAsync(overHttp: false);

        RunwareException error = await Assert.ThrowsAsync<RunwareException>(() => session.Client.GetTaskDetailsAsync(Guid.NewGuid()));

        Assert.Equal(("taskFailedOrNotFound", ErrorCategory.NotFound), (error.Errors[0].Code, error.Category));
    }

    [Theory]
    [InlineData(null, 1)]
    [InlineData(2, 3)]
    [InlineData(5, 1)]
    public async Task ModelsAreFoundPageByPage(int? limit, int pages)
    {
        ModelCard[] cards = [.. Enumerable.Range(1, 5).Select(number => ModelCard.FromSchema($"boat-{number}", System.Text.Encoding.UTF8.GetBytes(
            $$"""{"title":"Boat {{number}}","properties":{"taskType":{"const":"imageInference"},"model":{"const":"boat:{{number}}@1"} } }""")))];
        await using ClientSession session = await StartAsync(overHttp: false, new EmulatorOptions { Cards = cards });
        var request = new ModelSearchRequest { Search = "boat", Limit = limit, Sort = ModelSearchSort.MinusName, TaskUuid = Guid.NewGuid() };

        List<FoundModel> models = await session.Client.SearchModelsAsync(request).ToListAsync();

        Assert.Equal(["Boat 5", "Boat 4", "Boat 3", "Boat 2", "Boat 1"], models.Select(model => model.Name));
        Assert.Equal(pages, session.Emulator.ReceivedTasks.Count);
        Assert.Equal(pages, session.Emulator.ReceivedTasks.Select(task => task.TaskUuid).Distinct().Count());
        TaskOutcome<ModelSearchResult> page = await session.Client.SendAsync(request.ToBuilder().WithTaskUuid(null).WithOffset(4).Build());
        Assert.Equal((5L, "Boat 1"), (page.Results[0].TotalResults, Assert.Single(page.Results[0].Models).Name));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task TheAccountAndItsUsageAreTold(bool overHttp)
    {
        await using ClientSession session = await StartAsync(overHttp);
        await session.Client.SendAsync(ClientSession.Picture());

        AccountManagementResult details = await session.Client.GetAccountAsync();
        AccountManagementResult usage = await session.Client.GetAccountAsync(AccountManagementRequest
            .Create(AccountManagementOperation.GetUsageActivity)
            .WithPeriod(DateOnly.FromDateTime(DateTime.UtcNow).AddDays(-29), DateOnly.FromDateTime(DateTime.UtcNow).AddDays(1))
            .WithGroupBy(AccountManagementGroupBy.Date, AccountManagementGroupBy.Model)
            .Build());

        Assert.Equal(("ModelCards emulator", new AccountBalance(0, 0, "USD")), (details.OrganizationName, details.Balance));
        Assert.Equal(1, details.Usage?.Today?.Requests);
        Assert.Equal(1, Assert.Single(usage.Usage!.ByDate).Count);
        Assert.Equal("runware:111@1", Assert.Single(usage.Usage.ByModel).Model);
        Assert.Empty(usage.Usage.ByApiKey);
    }

    [Theory]
    [InlineData(101, -1)]
    public async Task WhatIsWrongIsNamedAtOnceBeforeAnythingIsSent(int limit, int offset)
    {
        await using ClientSession session = await StartAsync(overHttp: false);
        var wrong = new AccountManagementRequest
        {
            Operation = AccountManagementOperation.GetUsageErrors, StartDate = "2026-01-01", EndDate = "2026-02-01",
        };

        RequestValidationException account = await Assert.ThrowsAsync<RequestValidationException>(() => session.Client.GetAccountAsync(wrong));
        RequestValidationException medium = await Assert.ThrowsAsync<RequestValidationException>(() => session.Client.UploadMediaAsync(MediaInput.FromText("?")));
        RequestValidationException page = Assert.Throws<RequestValidationException>(
            () => session.Client.SearchModelsAsync(new ModelSearchRequest { Limit = limit, Offset = offset }));

        Assert.Equal(
            "The request is not valid:\n  - endDate must be at most 30 days after startDate, 2026-01-01, but is 2026-02-01; the last possible is 2026-01-31.",
            account.Message);
        Assert.Equal("media", Assert.Single(medium.Errors).Parameter);
        Assert.Equal("The request is not valid, for 2 reasons:\n  - limit must be at most 100, but is 101 (allowed: 1 to 100).\n  - offset must be at least 0, but is -1 (allowed: 0 to 2147483647).", page.Message);
        Assert.Empty(session.Emulator.ReceivedTasks);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task APingThatNobodyAnswersTimesOut(bool overHttp)
    {
        await using ClientSession session = await StartAsync(overHttp);
        await session.Client.PingAsync();
        session.Emulator.Faults.Add(new Fault(FaultKind.Silence) { TaskType = "ping", Times = 100 });

        RunwareException error = await Assert.ThrowsAsync<RunwareException>(() => session.Client.PingAsync());

        Assert.Equal(
            """
            The service did not answer a ping:
              - timeout: Not everything came within the 00:00:01 of RunwareClientOptions.ReplyTimeout.
            """,
            string.Join('\n', error.Message.Split('\n')[..2]));
    }

    [Fact]
    public async Task APingWithAWrongKeyTellsSo()
    {
        await using ClientSession session = await StartAsync(overHttp: false, change: options => options.ApiKey = "none-of-the-keys");

        RunwareException error = await Assert.ThrowsAsync<RunwareException>(() => session.Client.PingAsync());

        Assert.Equal(ErrorCategory.Authentication, error.Category);
    }
}
