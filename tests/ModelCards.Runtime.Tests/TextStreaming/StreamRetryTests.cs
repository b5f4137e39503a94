using System.Net;
using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using ModelCards.Errors;
using ModelCards.Runtime.Tests.Client;
using ModelCards.Runtime.Tests.Delivery;
using ModelCards.TextStreaming;
using Xunit;
using static ModelCards.Runtime.Tests.TextStreaming.TextService;

namespace ModelCards.Runtime.Tests.TextStreaming;

/// <summary>What is sent again for a stream: what was turned away, or not answered. Once an answer has begun, nothing is.</summary>
public sealed class StreamRetryTests
{
    private const string Busy = """{"errors":[{"code":"rateLimitExceeded","message":"m"}]}""";

    private readonly HastyTime _time = new(TimeSpan.FromSeconds(50));

    private async Task<(List<TextChunk> Chunks, StreamedText Text, Exception? Error)> ReadPatientlyAsync(FakeService service, TextRequest? request = null)
    {
        RunwareClientOptions options = service.Options();
        options.RetryPolicy = null;
        options.TimeProvider = _time;
        await using var client = new RunwareClient(options);
        return await ReadAsync(client, request);
    }

    private static HttpResponseMessage Refused() => throw new HttpRequestException(HttpRequestError.ConnectionError, "Connection refused");

    [Fact]
    public async Task AConnectionThatIsRefusedIsTriedAgainUnderTheSameTaskUuid()
    {
        FakeService service = TextService.Answering(Refused, Refused, () => Reply(Delta("A") + Stop + Done));

        (List<TextChunk> chunks, _, Exception? error) = await ReadPatientlyAsync(service);

        Assert.Null(error);
        Assert.Equal("A", chunks[0].Text);
        Assert.Equal([First, First, First], service.TaskUuids);
    }

    [Theory]
    [InlineData(HttpStatusCode.TooManyRequests)]
    [InlineData(HttpStatusCode.ServiceUnavailable)]
    public async Task ARefusalIsTriedAgainAfterWhatRetryAfterSays(HttpStatusCode status)
    {
        FakeService service = TextService.Answering(
            () =>
            {
                HttpResponseMessage refusal = Json(Busy, status);
                refusal.Headers.Add("Retry-After", "7");
                return refusal;
            },
            () => Reply(Delta("A") + Stop + Done));

        (_, StreamedText text, Exception? error) = await ReadPatientlyAsync(service);

        Assert.Null(error);
        Assert.Equal("A", text.Result.Text);
        Assert.Contains(TimeSpan.FromSeconds(7), _time.Waits);
        Assert.Equal(2, service.Sent.Count);
    }

    [Fact]
    public async Task ARefusalThatDoesNotEndIsTold()
    {
        FakeService service = TextService.Answering(() => Json(Busy, HttpStatusCode.TooManyRequests));

        (_, _, Exception? error) = await ReadPatientlyAsync(service);

        RunwareException failure = Assert.IsType<RunwareException>(error);
        Assert.Equal(("rateLimitExceeded", ErrorCategory.RateLimit), (failure.Errors[0].Code, failure.Category));
        Assert.Equal(4, service.Sent.Count);
    }

    [Theory]
    [InlineData("rateLimitExceeded")]
    [InlineData("noAvailableServer")]
    public async Task ARefusalWithinTheStreamIsToldAndNotSentAgain(string code)
    {
        FakeService service = Streaming($"data: {{\"errors\":[{{\"code\":\"{code}\",\"message\":\"m\"}}]}}\n\n");

        (_, _, Exception? error) = await ReadPatientlyAsync(service);

        Assert.Equal(code, Assert.Single(Assert.IsType<RunwareException>(error).Errors).Code);
        Assert.Single(service.Sent);
    }

    [Fact]
    public async Task ABadRequestIsNotSentAgain()
    {
        FakeService service = TextService.Answering(() => Json("""{"errors":[{"code":"invalidModel","message":"m"}]}""", HttpStatusCode.BadRequest));

        await ReadPatientlyAsync(service);

        Assert.Single(service.Sent);
    }

    /// <summary>The answer was lost, and the service has the task: what it wrote is asked for, and charged once.</summary>
    [Fact]
    public async Task ATextWhoseStreamWasLostIsAskedForAndComesAsAWhole()
    {
        FakeService service = TextService.Answering(
            () => throw new HttpRequestException(HttpRequestError.ResponseEnded, "The response ended prematurely."),
            () => Json($$"""{"data":[],"errors":[{"code":"conflictTaskUUID","message":"m","taskUUID":"{{First}}"}]}""", HttpStatusCode.BadRequest),
            () => Json($$"""{"data":[{"taskType":"textInference","taskUUID":"{{First}}","status":"processing"}]}"""),
            () => Json($$"""{"data":[{"taskType":"textInference","taskUUID":"{{First}}","status":"success","text":"A light","finishReason":"stop"}]}"""));

        (List<TextChunk> chunks, StreamedText text, Exception? error) = await ReadPatientlyAsync(service);

        Assert.Null(error);
        Assert.Equal("A light", Assert.Single(chunks).Text);
        Assert.Equal("A light", text.Result.Text);
        Assert.Equal(
            ["textInference", "textInference", "getResponse", "getResponse"],
            service.Sent.Select(sent => JsonDocument.Parse(sent.Body).RootElement[0].GetProperty("taskType").GetString()));
    }

    [Fact]
    public async Task ATaskUuidThatIsTakenIsToldAtTheFirstSending()
    {
        FakeService service = TextService.Answering(
            () => Json($$"""{"data":[],"errors":[{"code":"conflictTaskUUID","message":"m","taskUUID":"{{First}}"}]}""", HttpStatusCode.BadRequest));

        (_, _, Exception? error) = await ReadPatientlyAsync(service);

        Assert.Equal("conflictTaskUUID", Assert.Single(Assert.IsType<RunwareException>(error).Errors).Code);
        Assert.Single(service.Sent);
    }

    [Fact]
    public async Task NoAnswerWithinTheReplyTimeOutIsTriedAgain()
    {
        var clock = new FakeTimeProvider();
        int count = 0;
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var service = new FakeService(async (_, cancellationToken) =>
        {
            if (count++ > 0)
                return Reply(Delta("A") + Stop + Done);
            asked.TrySetResult();
            await Task.Delay(Timeout.Infinite, cancellationToken);
            throw new InvalidOperationException("Infinity is over.");
        });
        RunwareClientOptions options = service.Options();
        options.RetryPolicy = null;
        options.TimeProvider = clock;
        options.Timeout = Timeout.InfiniteTimeSpan;
        await using var client = new RunwareClient(options);
        Task<ModelCards.Results.TextInferenceResult> reading = client.StreamTextAsync(Request).ReadToEndAsync();
        await asked.Task;

        clock.Advance(TimeSpan.FromSeconds(60));
        while (Volatile.Read(ref count) < 2)
        {
            clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        Assert.Equal("A", (await reading).Text);
        Assert.Equal([First, First], service.TaskUuids);
    }

    [Fact]
    public async Task AFileThatIsMissingIsAMistakeOfTheCallerAndNoBrokenConnection()
    {
        using var folder = new TemporaryFolder();
        string path = Path.Combine(folder.Path, "light.png");
        await File.WriteAllBytesAsync(path, [1, 2, 3]);
        var request = new TextRequest { Prompt = "a light", Image = MediaInput.FromFile(path) };
        File.Delete(path);

        (_, _, Exception? error) = await ReadPatientlyAsync(Streaming(Done), request);

        Assert.IsType<FileNotFoundException>(error);
    }
}
