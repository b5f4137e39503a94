using System.Text.Json;
using ModelCards.Errors;
using ModelCards.Requests;
using ModelCards.Results;
using ModelCards.Validation;
using Xunit;

namespace ModelCards.Runtime.Tests.Client;

public sealed class SendingTests
{
    private static readonly Guid First = Guid.Parse("11111111-1111-4111-8111-111111111111");
    private static readonly Guid Second = Guid.Parse("22222222-2222-4222-8222-222222222222");

    private static string Image(Guid task, string image) =>
        $$"""{"taskType":"imageInference","taskUUID":"{{task}}","imageUUID":"{{image}}","imageURL":"https://im.runware.ai/{{image}}.jpg"}""";

    [Fact]
    public async Task ARequestIsPostedAsAnArrayWithTheKeyInItsHeader()
    {
        FakeService service = FakeService.Answering($$"""{"data":[{{Image(First, "a0000000-0000-4000-8000-000000000000")}}]}""");
        RunwareClientOptions options = service.Options();
        options.UserAgentPrefix = "Gallery/2.1";
        await using var client = new RunwareClient(options);

        (List<ImageInferenceResult> images, Exception? error) = await client.RunAsync(PictureRequest.Of(First)).DrainAsync();

        Assert.Null(error);
        Assert.Equal("https://im.runware.ai/a0000000-0000-4000-8000-000000000000.jpg", Assert.Single(images).ImageUrl?.OriginalString);
        (HttpRequestMessage request, string body) = Assert.Single(service.Sent);
        Assert.Equal(HttpMethod.Post, request.Method);
        Assert.Equal("https://api.runware.ai/v1", request.RequestUri?.OriginalString);
        Assert.Equal($"Bearer {FakeService.Key}", request.Headers.Authorization?.ToString());
        Assert.StartsWith("Gallery/2.1 modelcards-dotnet/0.1.0 (.NET ", request.Headers.UserAgent.ToString(), StringComparison.Ordinal);
        Assert.Equal("application/json", request.Content?.Headers.ContentType?.ToString());
        Assert.Equal(body.Length, request.Content?.Headers.ContentLength);
        Assert.Equal($$"""[{"taskType":"imageInference","taskUUID":"{{First}}","positivePrompt":"a lighthouse","numberResults":1}]""", body);
    }

    [Fact]
    public async Task EachSendingDrawsAFreshTaskUuid()
    {
        FakeService service = FakeService.Answering("""{"data":[]}""");
        await using RunwareClient client = service.Client();
        var request = new PictureRequest { PositivePrompt = "a lighthouse" };
        IAsyncEnumerable<ImageInferenceResult> results = client.RunAsync(request);

        await results.DrainAsync();
        await results.DrainAsync();
        TaskOutcome<ImageInferenceResult> outcome = await client.SendAsync(request);

        Assert.Equal(3, service.TaskUuids.Distinct().Count());
        Assert.All(service.TaskUuids, uuid => Assert.Equal(4, uuid.Version));
        Assert.Equal(service.TaskUuids.Last(), outcome.TaskUuid);
    }

    [Fact]
    public async Task ABatchGivesTheResultsOfAllRequestsInTheOrderOfTheReply()
    {
        FakeService service = FakeService.Answering($$"""
            {"data":[
              {{Image(Second, "b0000000-0000-4000-8000-000000000000")}},
              {"taskType":"upscale","taskUUID":"{{First}}","imageUUID":"c0000000-0000-4000-8000-000000000000"},
              {{Image(Second, "a0000000-0000-4000-8000-000000000000")}}
            ]}
            """);
        await using RunwareClient client = service.Client();

        ModelRequest[] requests = [new UpscaleRequest { TaskUuid = First }, PictureRequest.Of(Second, 2)];
        (List<TaskResult> results, Exception? error) = await client.RunAsync(requests).DrainAsync();

        Assert.Null(error);
        Assert.Equal([Second, First, Second], results.Select(result => result.TaskUuid));
        Assert.Equal("b0000000-0000-4000-8000-000000000000", Assert.IsType<ImageInferenceResult>(results[0]).ImageUuid.ToString());
        Assert.IsType<MediaResult>(results[1]);
        Assert.Single(service.Sent);
    }

    [Fact]
    public async Task WhatSucceededComesBeforeTheExceptionOfWhatFailed()
    {
        FakeService service = FakeService.Answering($$"""
            {"errors":[{"code":"providerTimeout","message":"The provider did not answer.","taskUUID":"{{First}}"}],
             "data":[{{Image(First, "a0000000-0000-4000-8000-000000000000")}},{{Image(First, "b0000000-0000-4000-8000-000000000000")}}]}
            """);
        await using RunwareClient client = service.Client();

        (List<ImageInferenceResult> images, Exception? error) = await client.RunAsync(PictureRequest.Of(First, 3)).DrainAsync();

        Assert.Equal(2, images.Count);
        Assert.Equal(
            $"""
            Task {First} failed after 2 of 3 results (HTTP 200):
              - providerTimeout: The provider did not answer.
            Try again later. The task may still have been carried out and charged; RunwareClientOptions.Timeout sets how long to wait.
            """,
            Assert.IsType<RunwareException>(error).Message);
    }

    [Fact]
    public async Task OneFailedRequestOfABatchLeavesTheOthersAlone()
    {
        FakeService service = FakeService.Answering($$"""
            {"data":[{{Image(Second, "a0000000-0000-4000-8000-000000000000")}}],
             "errors":[{"code":"invalidModel","message":"No such model.","parameter":"model","taskUUID":"{{First}}"}]}
            """);
        await using RunwareClient client = service.Client();
        PictureRequest[] requests = [PictureRequest.Of(First), PictureRequest.Of(Second)];

        (List<TaskResult> results, Exception? error) = await client.RunAsync(requests).DrainAsync();
        IReadOnlyList<TaskOutcome<TaskResult>> outcomes = await client.SendAsync(requests);

        Assert.Equal(Second, Assert.Single(results).TaskUuid);
        RunwareException failure = Assert.IsType<RunwareException>(error);
        Assert.Equal([First], failure.TaskUuids);
        Assert.Equal(
            """
            1 of 2 tasks failed (HTTP 200):
              - invalidModel (model): No such model.
            Correct the parameters; the card of the model (the Card of its request type) says what is allowed.
            """,
            failure.Message);
        Assert.Equal([(First, false), (Second, true)], outcomes.Select(outcome => (outcome.TaskUuid, outcome.IsSuccess)));
        Assert.Equal(requests, outcomes.Select(outcome => outcome.Request));
        Assert.Equal("invalidModel", Assert.Single(outcomes[0].Failure!.Errors).Code);
        Assert.Empty(outcomes[0].Results);
        Assert.Single(outcomes[1].Results);
    }

    [Fact]
    public async Task FewerResultsThanExpectedAreAnError()
    {
        FakeService service = FakeService.Answering(
            $$"""{"data":[{{Image(First, "a0000000-0000-4000-8000-000000000000")}},{{Image(First, "b0000000-0000-4000-8000-000000000000")}}]}""");
        await using RunwareClient client = service.Client();

        TaskOutcome<ImageInferenceResult> outcome = await client.SendAsync(PictureRequest.Of(First, 3));

        Assert.Equal(2, outcome.Results.Count);
        ServiceError error = Assert.Single(outcome.Failure!.Errors);
        Assert.Equal("missingResults: 3 results expected, but 2 came, and no error.", error.ToString());
        Assert.Equal(ErrorCategory.Incomplete, error.Category);
        Assert.False(error.IsFromService);
    }

    [Fact]
    public async Task NothingInvalidIsSent()
    {
        FakeService service = FakeService.Answering("""{"data":[]}""");
        await using RunwareClient client = service.Client();
        var request = new PictureRequest { PositivePrompt = "a lighthouse", Width = 1000 };

        Assert.Throws<RequestValidationException>(() => client.RunAsync(request));
        await Assert.ThrowsAsync<RequestValidationException>(() => client.SendAsync(request));

        Assert.Empty(service.Sent);
    }

    [Fact]
    public async Task AnInvalidRequestOfABatchIsNamed()
    {
        FakeService service = FakeService.Answering("""{"data":[]}""");
        await using RunwareClient client = service.Client();
        PictureRequest[] requests =
            [PictureRequest.Of(First), new() { PositivePrompt = "a", Width = 128 }, new() { PositivePrompt = "a lighthouse", Width = 1000 }];

        RequestValidationException error = Assert.Throws<RequestValidationException>(() => client.RunAsync(requests));

        Assert.Equal(["/1/positivePrompt", "/2/width"], error.Errors.Select(reason => reason.Pointer));
        Assert.StartsWith("requests[1] (picture): positivePrompt ", error.Errors[0].Message, StringComparison.Ordinal);
        Assert.StartsWith("requests[2] (picture): width ", error.Errors[1].Message, StringComparison.Ordinal);
        Assert.Empty(service.Sent);
    }

    [Fact]
    public async Task AnInvalidRequestIsSentWhenTheOptionsSaySo()
    {
        FakeService service = FakeService.Answering($$"""{"data":[{{Image(First, "a0000000-0000-4000-8000-000000000000")}}]}""");
        RunwareClientOptions options = service.Options();
        options.SendUnchecked = true;
        await using var client = new RunwareClient(options);

        TaskOutcome<ImageInferenceResult> outcome = await client.SendAsync(new PictureRequest { TaskUuid = First, Width = 1000 });

        Assert.True(outcome.IsSuccess);
        Assert.Contains("\"width\":1000", Assert.Single(service.Sent).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TwoRequestsWithTheSameTaskUuidAreRefused()
    {
        FakeService service = FakeService.Answering("""{"data":[]}""");
        await using RunwareClient client = service.Client();

        ArgumentException error = Assert.Throws<ArgumentException>(() =>
            client.RunAsync([PictureRequest.Of(First), PictureRequest.Of(Second), PictureRequest.Of(First)]));

        Assert.Equal(
            $"requests[0] and requests[2] both have the task UUID {First}, so that their results could not be told apart. " +
            "Leave the task UUID out to have a fresh one drawn for each. (Parameter 'requests')",
            error.Message);
        Assert.Empty(service.Sent);
    }

    [Fact]
    public async Task AnEmptyBatchSendsNothing()
    {
        FakeService service = FakeService.Answering("""{"data":[]}""");
        await using RunwareClient client = service.Client();

        Assert.Empty(await client.SendAsync([]));
        Assert.Equal((0, null), await client.RunAsync([]).DrainAsync() is var (items, error) ? (items.Count, error) : default);
        Assert.Empty(service.Sent);
    }

    [Fact]
    public async Task NullIsRefusedByName()
    {
        await using RunwareClient client = FakeService.Answering("{}").Client();

        Assert.Throws<ArgumentNullException>("requests", () => client.RunAsync((IEnumerable<ModelRequest>)null!));
        Assert.Throws<ArgumentNullException>("request", () => client.RunAsync((PictureRequest)null!));
        Assert.Equal(
            "requests[1] is null. (Parameter 'requests')",
            Assert.Throws<ArgumentException>(() => client.RunAsync([PictureRequest.Of(First), null!])).Message);
    }

    [Fact]
    public async Task ADisposedClientSendsNothingAndLeavesAnInjectedHttpClientAlone()
    {
        FakeService service = FakeService.Answering("""{"data":[]}""");
        RunwareClientOptions options = service.Options();
        var client = new RunwareClient(options);
        IAsyncEnumerable<ImageInferenceResult> early = client.RunAsync(PictureRequest.Of(First));
        await client.DisposeAsync();
        await client.DisposeAsync();

        Assert.Throws<ObjectDisposedException>(() => client.RunAsync(PictureRequest.Of(First)));
        Assert.IsType<ObjectDisposedException>((await early.DrainAsync()).Error);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => client.SendAsync(PictureRequest.Of(First)));
        Assert.Empty(service.Sent);
        Assert.Equal("{\"data\":[]}", await options.HttpClient!.GetStringAsync(new Uri("https://localhost/")));
    }

    [Fact]
    public async Task ManySendingsAtTheSameTimeKeepTheirResultsApart()
    {
        var service = new FakeService(async (request, cancellationToken) =>
        {
            await Task.Yield();
            using JsonDocument task = JsonDocument.Parse(await request.Content!.ReadAsStringAsync(cancellationToken));
            Guid uuid = task.RootElement[0].GetProperty("taskUUID").GetGuid();
            return new HttpResponseMessage { Content = new StringContent($$"""{"data":[{{Image(uuid, uuid.ToString())}}]}""") };
        });
        RunwareClientOptions options = service.Options();
        await using var client = new RunwareClient(options);
        Guid[] uuids = [.. Enumerable.Range(0, 100).Select(_ => Guid.NewGuid())];

        TaskOutcome<ImageInferenceResult>[] outcomes =
            await Task.WhenAll(uuids.Select(uuid => Task.Run(() => client.SendAsync(PictureRequest.Of(uuid)))));

        Assert.Equal(uuids, outcomes.Select(outcome => outcome.Results[0].ImageUuid!.Value));
    }
}
