using System.Text;
using ModelCards.Results;
using ModelCards.Runtime.Tests.Client;
using ModelCards.TextStreaming;
using Xunit;
using static ModelCards.Runtime.Tests.TextStreaming.TextService;

namespace ModelCards.Runtime.Tests.TextStreaming;

/// <summary>What is read of a stream that goes as it should.</summary>
public sealed class ChunkTests
{
    [Fact]
    public async Task DeltasComeInOrderAndMakeTheText()
    {
        (List<TextChunk> chunks, StreamedText text, Exception? error) = await ReadAsync(Streaming(Delta("A light") + Delta("house") + Delta(" ☀ \n") + Stop + Done));

        Assert.Null(error);
        Assert.Equal(["A light", "house", " ☀ \n", ""], chunks.Select(chunk => chunk.Text));
        Assert.Equal("A lighthouse ☀ \n", text.Result.Text);
        Assert.Equal((First, First, "textInference"), (text.TaskUuid, text.Result.TaskUuid, text.Result.TaskType));
    }

    [Fact]
    public async Task ReasoningIsKeptApartFromTheText()
    {
        string events = Event("\"delta\":{\"reasoningContent\":\"Boats\"}") + Event("\"delta\":{\"reasoningContent\":\" need it.\",\"text\":\"A \"}") + Delta("light") + Stop + Done;

        (List<TextChunk> chunks, StreamedText text, _) = await ReadAsync(Streaming(events));

        Assert.Equal(["Boats", " need it.", "", ""], chunks.Select(chunk => chunk.Reasoning));
        Assert.Equal(("A light", "Boats need it."), (text.Result.Text, text.Result.Reasoning));
    }

    [Fact]
    public async Task UsageAndCostComeInAMetadataOnlyChunkAfterTheFinishReason()
    {
        string events = Delta("A") + Event("\"finishReason\":\"length\"")
            + Event("\"usage\":{\"promptTokens\":3,\"completionTokens\":1,\"totalTokens\":6,\"thinkingTokens\":2},\"cost\":0.00012,\"resultIndex\":0") + Done;

        (List<TextChunk> chunks, StreamedText text, Exception? error) = await ReadAsync(Streaming(events));

        Assert.Null(error);
        var usage = new TextUsage(3, 1, 6, 2);
        Assert.Equal((usage, 0.00012m, "", null), (chunks[2].Usage, chunks[2].Cost, chunks[2].Text, chunks[2].FinishReason));
        Assert.Equal((usage, 0.00012m, TextFinishReason.Length), (text.Result.Usage, text.Result.Cost, text.Result.FinishReason));
        Assert.Equal(0, chunks[2].Members["resultIndex"].GetInt32());
    }

    [Fact]
    public async Task TheFirstFinishReasonWinsAndOneThatIsNotKnownKeepsItsText()
    {
        string events = Delta("A") + Event("\"finishReason\":\"sleepy\"") + Event("\"finishReason\":\"stop\"") + Event("\"finishReason\":7") + Done;

        (List<TextChunk> chunks, StreamedText text, Exception? error) = await ReadAsync(Streaming(events));

        Assert.Null(error);
        Assert.Equal([null, new TextFinishReason("sleepy"), TextFinishReason.Stop, null], chunks.Select(chunk => chunk.FinishReason));
        Assert.Equal("sleepy", text.Result.FinishReason.ToString());
    }

    [Theory]
    [InlineData(": ping\n\n")]
    [InlineData(":\n")]
    [InlineData("\n\n\n")]
    [InlineData("event: message\nid: 7\nretry: 5\n\n")]
    [InlineData("nonsense without a colon\n\n")]
    [InlineData("data:\n\n")]
    [InlineData("data:   \n\n")]
    [InlineData("\uFEFF")]
    public async Task BlanksPingCommentsAndLinesWithoutDataAreSkipped(string noise)
    {
        string rest = noise == "\uFEFF" ? "" : noise;

        (List<TextChunk> chunks, _, Exception? error) = await ReadAsync(Streaming(noise + Delta("A") + rest + Delta("B") + rest + Stop + rest + Done));

        Assert.Null(error);
        Assert.Equal(["A", "B", ""], chunks.Select(chunk => chunk.Text));
    }

    [Theory]
    [InlineData("data:{0}\n\n")]
    [InlineData("data:  {0}  \n\n")]
    [InlineData("data: {0}\r\n\r\n")]
    [InlineData("data: {0}\r\r")]
    [InlineData("data: {0}\n")]
    [InlineData("event: chunk\ndata: {0}\nid: 1\n\n")]
    public async Task DataNeedsNoSpaceAndNoParticularEndOfLine(string form)
    {
        string[] messages = ["{\"delta\":{\"text\":\"A\"}}", "{\"delta\":{\"text\":\"B\"},\"finishReason\":\"stop\"}", "[DONE]"];

        (List<TextChunk> chunks, _, Exception? error) =
            await ReadAsync(Streaming(string.Concat(messages.Select(message => form.Replace("{0}", message, StringComparison.Ordinal)))));

        Assert.Null(error);
        Assert.Equal(["A", "B"], chunks.Select(chunk => chunk.Text));
    }

    [Fact]
    public async Task OneMessageMayTakeSeveralLinesOfData()
    {
        (List<TextChunk> chunks, _, Exception? error) = await ReadAsync(Streaming("data: {\"delta\":\ndata: {\"text\":\"A\"}}\n\n" + Stop + Done));

        Assert.Null(error);
        Assert.Equal(["A", ""], chunks.Select(chunk => chunk.Text));
    }

    [Theory]
    [InlineData(Stop)]
    [InlineData(Stop + "data: [DONE]")]
    [InlineData("data: [DONE]\n")]
    public async Task AStreamThatSaysItIsDoneNeedsNoEmptyLineAtItsEnd(string end)
    {
        (_, StreamedText text, Exception? error) = await ReadAsync(Streaming(Delta("A") + end));

        Assert.Null(error);
        Assert.Equal("A", text.Result.Text);
    }

    [Fact]
    public async Task WhatComesAfterDoneIsNotRead()
    {
        (List<TextChunk> chunks, _, Exception? error) = await ReadAsync(Streaming(Delta("A") + Done + Delta("B") + "data: <garbage>\n\n"));

        Assert.Null(error);
        Assert.Equal("A", Assert.Single(chunks).Text);
    }

    [Fact]
    public async Task ACharacterThatIsCutInTheMiddleIsWholeInTheText()
    {
        (List<TextChunk> chunks, StreamedText text, _) = await ReadAsync(Streaming(
            Event("\"delta\":{\"text\":\"a\\\"\\n\\ud83d\"}") + Event("\"delta\":{\"text\":\"\\ude00\\tb\"}") + Stop + Done));

        Assert.Equal(["a\"\n\ud83d", "\ude00\tb", ""], chunks.Select(chunk => chunk.Text));
        Assert.Equal("a\"\n😀\tb", text.Result.Text);
    }

    [Fact]
    public async Task MembersThatAreNotKnownAreKept()
    {
        (List<TextChunk> chunks, _, _) = await ReadAsync(Streaming(Event("\"delta\":{\"toolCalls\":[{\"name\":\"add\"}]},\"finishReason\":\"tool_calls\"") + Done));

        Assert.Equal("add", chunks[0].Members["delta"].GetProperty("toolCalls")[0].GetProperty("name").GetString());
        Assert.Equal(TextFinishReason.ToolCalls, chunks[0].FinishReason);
    }

    [Theory]
    [InlineData("\"delta\":{\"text\":7}")]
    [InlineData("\"delta\":\"A\"")]
    [InlineData("\"delta\":null,\"usage\":[],\"cost\":\"a lot\",\"finishReason\":{}")]
    [InlineData("\"usage\":{\"promptTokens\":\"3\",\"completionTokens\":1.5,\"totalTokens\":1e400}")]
    [InlineData("\"delta\":{\"\\ud800\":1}")]
    public async Task MembersOfOddFormsAreNoTextAndNoError(string members)
    {
        (List<TextChunk> chunks, StreamedText text, Exception? error) = await ReadAsync(Streaming(Event(members) + Stop + Done));

        Assert.Null(error);
        foreach (System.Reflection.PropertyInfo property in typeof(TextChunk).GetProperties())
            _ = property.GetValue(chunks[0])?.ToString();
        Assert.Equal(("", ""), (text.Result.Text, text.Result.Reasoning));
    }

    [Fact]
    public async Task ChunksOfAnotherTaskAreNotTakenForThisOne()
    {
        string foreign = Delta("B").Replace(First.ToString(), "22222222-2222-4222-8222-222222222222", StringComparison.Ordinal);

        (List<TextChunk> chunks, StreamedText text, Exception? error) = await ReadAsync(Streaming(Delta("A") + foreign + Delta("C") + Stop + Done));

        Assert.Null(error);
        Assert.Equal(["A", "C", ""], chunks.Select(chunk => chunk.Text));
        Assert.Equal("AC", text.Result.Text);
    }

    [Fact]
    public async Task ReadToEndGivesTheResult()
    {
        await using RunwareClient client = Streaming(Delta("A") + Delta("B") + Stop + Done).Client();

        TextInferenceResult result = await client.StreamTextAsync(Request).ReadToEndAsync();

        Assert.Equal(("AB", TextFinishReason.Stop, null, null), (result.Text, result.FinishReason, result.Usage, result.Cost));
    }

    /// <summary>The official client lets several consumers share one connection; here the one reader has the rest in Result.</summary>
    [Fact]
    public async Task ASecondReaderIsToldThatAStreamIsReadOnceAndSendsNothing()
    {
        FakeService service = Streaming(Delta("A") + Stop + Done);
        await using RunwareClient client = service.Client();
        StreamedText text = client.StreamTextAsync(Request);
        await text.ReadToEndAsync();

        InvalidOperationException error = await Assert.ThrowsAsync<InvalidOperationException>(() => text.ReadToEndAsync());

        Assert.Equal("A text stream is read once, since reading sends the task. What has come is in its Result; RunwareClient.StreamTextAsync makes another.", error.Message);
        Assert.Equal("A", text.Result.Text);
        Assert.Single(service.Sent);
    }

    [Fact]
    public async Task AnAnswerThatCameAsAWholeIsOneChunk()
    {
        FakeService service = FakeService.Answering(
            $$"""{"data":[{"taskType":"textInference","taskUUID":"{{First}}","text":"A light","finishReason":"stop","cost":0.1}]}""");

        (List<TextChunk> chunks, StreamedText text, Exception? error) = await ReadAsync(service);

        Assert.Null(error);
        Assert.Equal("A light", Assert.Single(chunks).Text);
        Assert.Equal(("A light", TextFinishReason.Stop, 0.1m), (text.Result.Text, text.Result.FinishReason, text.Result.Cost));
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/octet-stream")]
    public async Task EventsAreKnownWhateverAProxyCallsThem(string? mediaType)
    {
        var service = new FakeService((_, _) => Task.FromResult(Reply(new ByteArrayContent(Encoding.UTF8.GetBytes(Delta("A") + Stop)), mediaType)));

        Assert.Equal("A", (await ReadAsync(service)).Text.Result.Text);
    }
}
