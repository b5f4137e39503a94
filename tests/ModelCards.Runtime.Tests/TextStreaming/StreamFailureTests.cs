using System.Net;
using System.Text;
using Microsoft.Extensions.Time.Testing;
using ModelCards.Errors;
using ModelCards.Results;
using ModelCards.Runtime.Tests.Client;
using ModelCards.TextStreaming;
using Xunit;
using static ModelCards.Runtime.Tests.TextStreaming.TextService;

namespace ModelCards.Runtime.Tests.TextStreaming;

/// <summary>Streams that go wrong: the error is typed and whole, and the text that came before stays.</summary>
public sealed class StreamFailureTests
{
    private static async Task<(RunwareException Error, StreamedText Text)> FailAsync(FakeService service)
    {
        (_, StreamedText text, Exception? error) = await ReadAsync(service);
        return (Assert.IsType<RunwareException>(error), text);
    }

    [Theory]
    [InlineData("""{"errors":[ERROR]}""")]
    [InlineData("""{"error":ERROR}""")]
    [InlineData("""{"taskUUID":"11111111-1111-4111-8111-111111111111","taskType":"textInference","error":ERROR}""")]
    [InlineData("""{"data":[{"status":"error","error":ERROR}]}""")]
    [InlineData("""[ERROR]""")]
    public async Task AnErrorWithinTheStreamHasAllItsFieldsAndTheTextBeforeItStays(string form)
    {
        string error = $$"""
            {"code":"providerContentPolicyViolation","message":"Refused.","parameter":["messages","settings"],"type":"object","taskType":"textInference","taskUUID":"{{First}}","documentation":"https://runware.ai/docs","allowedValues":[1]}
            """;

        (RunwareException failure, StreamedText text) =
            await FailAsync(Streaming(Delta("A light") + "data: " + form.Replace("ERROR", error, StringComparison.Ordinal) + "\n\n" + Delta("house") + Stop + Done));

        Assert.Equal("A light", text.Result.Text);
        ServiceError only = Assert.Single(failure.Errors);
        Assert.Equal(("providerContentPolicyViolation", "Refused.", ErrorCategory.Safety), (only.Code, only.Message, only.Category));
        Assert.Equal(["messages", "settings"], only.Parameters);
        Assert.Equal(("object", "textInference", First, new Uri("https://runware.ai/docs")), (only.Type, only.TaskType, only.TaskUuid, only.Documentation));
        Assert.Single(only.AllowedValues);
        Assert.Equal([First], failure.TaskUuids);
        Assert.StartsWith(
            $"The text of task {First} failed after its first 7 characters (HTTP 200):\n  - providerContentPolicyViolation (messages, settings): Refused.", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(HttpStatusCode.Unauthorized, """{"error":{"code":"invalidApiKey","message":"No."},"taskUUID":"11111111-1111-4111-8111-111111111111"}""", "invalidApiKey", ErrorCategory.Authentication)]
    [InlineData(HttpStatusCode.BadRequest, """{"errors":[{"code":"invalidParameter","message":"No.","parameter":"prompt"}]}""", "invalidParameter", ErrorCategory.Validation)]
    [InlineData(HttpStatusCode.OK, """{"errors":[{"code":"insufficientCredits","message":"No."}]}""", "insufficientCredits", ErrorCategory.Quota)]
    [InlineData(HttpStatusCode.BadGateway, "<html/>", "http502", ErrorCategory.Server)]
    [InlineData(HttpStatusCode.OK, """{"data":[]}""", "missingResults", ErrorCategory.Incomplete)]
    public async Task AnAnswerThatIsNotOkIsAnErrorBeforeTheStream(HttpStatusCode status, string body, string code, ErrorCategory category)
    {
        (RunwareException failure, _) = await FailAsync(TextService.Answering(() => Json(body, status)));

        Assert.Equal((code, category), (failure.Errors[0].Code, failure.Category));
        Assert.Equal(status, failure.StatusCode);
        Assert.StartsWith($"Task {First} failed after 0 of 1 results (HTTP {(int)status}):", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AWebPageIsNoStream()
    {
        (RunwareException failure, _) = await FailAsync(FakeService.Answering("<html>Sign in</html>", mediaType: "text/html"));

        Assert.Equal("unrecognizedResponse", failure.Errors[0].Code);
        Assert.Contains("<html>Sign in</html>", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("A", 1)]
    public async Task AStreamThatEndsWithoutDoneAndWithoutFinishReasonIsBrokenOff(string text, int characters)
    {
        (RunwareException failure, StreamedText stream) = await FailAsync(Streaming(": hello\n\n" + (text.Length > 0 ? Delta(text) : "")));

        ServiceError error = Assert.Single(failure.Errors);
        Assert.Equal(("streamBrokenOff", ErrorCategory.Incomplete, First), (error.Code, error.Category, error.TaskUuid));
        Assert.Equal($"The stream ended after {characters} characters of text, without a finish reason and without saying that it is done.", error.Message);
        Assert.Equal(text, stream.Result.Text);
    }

    [Fact]
    public async Task AStreamThatSaysDoneAndNothingElseLacksItsResult() =>
        Assert.Equal("missingResults", (await FailAsync(Streaming(Done))).Error.Errors[0].Code);

    [Fact]
    public async Task AnErrorOfAnotherTaskIsToldWhereTheStreamGivesNoReasonOfItsOwn()
    {
        string foreign = "data: {\"errors\":[{\"code\":\"inferenceError\",\"message\":\"m\",\"taskUUID\":\"22222222-2222-4222-8222-222222222222\"}]}\n\n";

        Assert.Equal(["streamBrokenOff", "inferenceError"], (await FailAsync(Streaming(Delta("A") + foreign))).Error.Errors.Select(error => error.Code));
        Assert.Null((await ReadAsync(Streaming(Delta("A") + foreign + Stop + Done))).Error);
    }

    [Theory]
    [InlineData("data: {\"delta\":{\"text\":\"b\n\n", "is not JSON of at most 64 levels")]
    [InlineData("data: <html/>\n\n", "is not JSON of at most 64 levels")]
    [InlineData("data: 7\n\n", "is neither a result nor errors")]
    [InlineData("data: {\"\\ud800\":1}\n\n", "has member names that are not Unicode text")]
    public async Task GarbageInTheMiddleIsAnErrorThatQuotesIt(string garbage, string problem)
    {
        (RunwareException failure, StreamedText text) = await FailAsync(Streaming(Delta("A") + garbage + Delta("B") + Stop + Done));

        ServiceError error = Assert.Single(failure.Errors);
        Assert.Equal("unrecognizedResponse", error.Code);
        Assert.StartsWith($"An event of the stream {problem}", error.Message, StringComparison.Ordinal);
        Assert.Contains($"It starts with: {garbage[6..].Trim()}", error.Message, StringComparison.Ordinal);
        Assert.Equal("A", text.Result.Text);
    }

    [Fact]
    public async Task BytesThatAreNoUtf8AreAnError()
    {
        byte[] events = [.. Encoding.UTF8.GetBytes(Delta("A")), .. "data: {\"delta\":{\"text\":\""u8, 0xC3, 0x28, .. "\"}}\n\n"u8];

        (RunwareException failure, StreamedText text) = await FailAsync(Streaming(events));

        Assert.StartsWith("An event of the stream is not UTF-8 text.", failure.Errors[0].Message, StringComparison.Ordinal);
        Assert.Equal("A", text.Result.Text);
    }

    [Fact]
    public async Task AnEventNestedTooDeepIsAnError()
    {
        string deep = string.Concat(Enumerable.Repeat("[", 70)) + string.Concat(Enumerable.Repeat("]", 70));

        Assert.Equal("unrecognizedResponse", (await FailAsync(Streaming(Event($"\"x\":{deep}")))).Error.Errors[0].Code);
    }

    [Theory]
    [InlineData("data: x")]
    [InlineData("data: x\n")]
    [InlineData("data: x\r\n")]
    [InlineData(": ping")]
    public async Task AnEndlessEventEndsAtItsBoundAndTakesNoMoreMemory(string line)
    {
        long given = 0;
        byte[] piece = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(line, 8192 / line.Length)));
        var body = new BodyStream((buffer, _) =>
        {
            int count = Math.Min(piece.Length, buffer.Length);
            piece.AsSpan(0, count).CopyTo(buffer.Span);
            given += count;
            return ValueTask.FromResult(count);
        });

        (RunwareException failure, _) = await FailAsync(TextService.Answering(() => Reply(new StreamContent(body))));

        Assert.Equal("An event of the stream, or a line in it, is longer than 1048576 bytes.", failure.Errors[0].Message);
        Assert.InRange(given, EventBounds.MaxEventBytes, 3 * EventBounds.MaxEventBytes);
    }

    [Fact]
    public async Task AnEndlessStreamOfGoodEventsEndsAtTheLimitOfReplies()
    {
        byte[] piece = Encoding.UTF8.GetBytes(Delta("more and more and more"));
        int at = 0;
        var body = new BodyStream((buffer, _) =>
        {
            int count = Math.Min(piece.Length - at, buffer.Length);
            piece.AsSpan(at, count).CopyTo(buffer.Span);
            at = (at + count) % piece.Length;
            return ValueTask.FromResult(count);
        });
        RunwareClientOptions options = TextService.Answering(() => Reply(new StreamContent(body))).Options();
        options.ResponseSizeLimit = 10_000;
        await using var client = new RunwareClient(options);

        (List<TextChunk> chunks, _, Exception? error) = await ReadAsync(client);

        Assert.Equal("responseTooLarge", Assert.Single(Assert.IsType<RunwareException>(error).Errors).Code);
        Assert.InRange(chunks.Count, 70, 10_000 / piece.Length);
    }

    [Fact]
    public async Task AConnectionThatBreaksInTheMiddleIsAnErrorAndNotSentAgain()
    {
        FakeService service = TextService.Answering(() => Reply(new StreamContent(Breaking(Delta("A")))));
        RunwareClientOptions options = service.Options();
        options.RetryPolicy = null;
        await using var client = new RunwareClient(options);

        (_, StreamedText text, Exception? error) = await ReadAsync(client);

        ServiceError only = Assert.Single(Assert.IsType<RunwareException>(error).Errors);
        Assert.Equal(("connectionFailed", "The connection broke while the reply was read: The cable is cut."), (only.Code, only.Message));
        Assert.Equal("A", text.Result.Text);
        Assert.Single(service.Sent);
    }

    [Fact]
    public async Task AConnectionThatBreaksAfterTheFinishReasonHasBroughtTheWholeText()
    {
        (_, StreamedText text, Exception? error) = await ReadAsync(TextService.Answering(() => Reply(new StreamContent(Breaking(Delta("A") + Stop)))));

        Assert.Null(error);
        Assert.Equal(("A", TextFinishReason.Stop), (text.Result.Text, text.Result.FinishReason));
    }

    [Fact]
    public async Task AStreamThatFallsSilentIsATimeOutAndSignsOfLifeAreNone()
    {
        var clock = new FakeTimeProvider();
        var pieces = System.Threading.Channels.Channel.CreateUnbounded<string>();
        RunwareClientOptions options = TextService.Answering(() => Reply(new StreamContent(Waiting(pieces.Reader)))).Options();
        options.TimeProvider = clock;
        await using var client = new RunwareClient(options);
        StreamedText text = client.StreamTextAsync(Request);
        IAsyncEnumerator<TextChunk> chunks = text.GetAsyncEnumerator();
        pieces.Writer.TryWrite(Delta("A"));
        Assert.True(await chunks.MoveNextAsync());

        // While the caller is busy, no time of the server runs.
        clock.Advance(TimeSpan.FromSeconds(300));
        ValueTask<bool> next = chunks.MoveNextAsync();
        clock.Advance(TimeSpan.FromSeconds(59));
        pieces.Writer.TryWrite(": ping\n\n");
        await WaitUntilReadAsync(pieces.Reader);
        clock.Advance(TimeSpan.FromSeconds(59));
        Assert.False(next.IsCompleted);
        clock.Advance(TimeSpan.FromSeconds(1));

        RunwareException error = await Assert.ThrowsAsync<RunwareException>(async () => await next);
        Assert.Equal((ErrorCategory.Timeout, "Nothing came of the text for the 00:01:00 of RunwareClientOptions.ReplyTimeout."), (error.Category, error.Errors[0].Message));
        Assert.Equal("A", text.Result.Text);
    }

    [Fact]
    public async Task AStreamThatDripsForEverEndsWithTheTimeOutOfTheWhole()
    {
        var clock = new FakeTimeProvider();
        var body = new BodyStream((buffer, _) =>
        {
            clock.Advance(TimeSpan.FromSeconds(50));
            buffer.Span[0] = (byte)':';
            return ValueTask.FromResult(1);
        });
        RunwareClientOptions options = TextService.Answering(() => Reply(new StreamContent(body))).Options();
        options.TimeProvider = clock;
        await using var client = new RunwareClient(options);

        (_, _, Exception? error) = await ReadAsync(client);

        Assert.Equal("Not everything came within the 00:20:00 of RunwareClientOptions.Timeout.", Assert.IsType<RunwareException>(error).Errors[0].Message);
    }

    [Fact]
    public async Task ThePromptAndTheKeyAreInNoErrorAndNoLog()
    {
        var log = new Secrecy.LogText();
        RunwareClientOptions options = Streaming(Delta("A") + $"data: {{\"errors\":[{{\"code\":\"invalidApiKey\",\"message\":\"{FakeService.Key} is none.\"}}]}}\n\n").Options();
        options.LoggerFactory = log;
        await using var client = new RunwareClient(options);

        (_, _, Exception? error) = await ReadAsync(client);

        string told = error + string.Join('\n', log.Lines);
        Assert.Contains("*** is none.", told, StringComparison.Ordinal);
        Assert.Contains("failed with 0 of 1 results", told, StringComparison.Ordinal);
        Assert.DoesNotContain(FakeService.Key, told, StringComparison.Ordinal);
        Assert.DoesNotContain("a lighthouse", told, StringComparison.Ordinal);
    }

    internal static BodyStream Breaking(string events)
    {
        int reads = 0;
        return new BodyStream((buffer, _) =>
            reads++ > 0 ? throw new IOException("The cable is cut.") : ValueTask.FromResult(Encoding.UTF8.GetBytes(events, buffer.Span)));
    }

    internal static BodyStream Waiting(System.Threading.Channels.ChannelReader<string> pieces) => new(async (buffer, cancellationToken) =>
        await pieces.WaitToReadAsync(cancellationToken) && pieces.TryRead(out string? piece) ? Encoding.UTF8.GetBytes(piece, buffer.Span) : 0);

    private static async Task WaitUntilReadAsync(System.Threading.Channels.ChannelReader<string> pieces)
    {
        while (pieces.Count > 0)
            await Task.Yield();
    }
}
