using System.Text.Json;
using ModelCards.Runtime.Tests.Client;
using ModelCards.TextStreaming;
using ModelCards.Validation;
using Xunit;
using static ModelCards.Runtime.Tests.TextStreaming.TextService;

namespace ModelCards.Runtime.Tests.TextStreaming;

/// <summary>What is sent for a stream, where to, and what is not sent.</summary>
public sealed class StreamRequestTests
{
    [Fact]
    public async Task ARequestForAStreamIsPostedAsAnArrayThatAsksForEvents()
    {
        FakeService service = Streaming(Delta("A") + Stop + Done);

        await ReadAsync(service);

        (HttpRequestMessage request, string body) = Assert.Single(service.Sent);
        Assert.Equal(HttpMethod.Post, request.Method);
        Assert.Equal("text/event-stream", request.Headers.Accept.ToString());
        Assert.Equal($"Bearer {FakeService.Key}", request.Headers.Authorization?.ToString());
        Assert.Equal($$"""[{"taskType":"textInference","taskUUID":"{{First}}","prompt":"a lighthouse","deliveryMethod":"stream"}]""", body);
        Assert.Null(Request.DeliveryMethod);
    }

    [Theory]
    [InlineData("wss://ws-api.runware.ai/v1", null, "https://api.runware.ai/v1")]
    [InlineData("ws://127.0.0.1:4321/v1?dryRun=1", null, "http://127.0.0.1:4321/v1?dryRun=1")]
    [InlineData("wss://proxy.example/runware", null, "https://proxy.example/runware")]
    [InlineData("https://proxy.example/http", null, "https://proxy.example/http")]
    [InlineData("wss://ws-api.runware.ai/v1", "https://texts.example/v1", "https://texts.example/v1")]
    public async Task AStreamGoesOverHttpWhateverTheEndpoint(string endpoint, string? streaming, string url)
    {
        FakeService service = Streaming(Delta("A") + Stop + Done);
        RunwareClientOptions options = service.Options();
        options.Endpoint = new Uri(endpoint);
        options.StreamingEndpoint = streaming is null ? null : new Uri(streaming);
        await using var client = new RunwareClient(options);

        await client.StreamTextAsync(Request).ReadToEndAsync();

        Assert.Equal(url, Assert.Single(service.Sent).Request.RequestUri?.AbsoluteUri);
    }

    [Theory]
    [InlineData("wss://ws-api.runware.ai/v1")]
    [InlineData("/v1")]
    public void AStreamingEndpointOfAnotherKindIsAMistake(string url)
    {
        var options = new RunwareClientOptions { ApiKey = FakeService.Key, StreamingEndpoint = new Uri(url, UriKind.RelativeOrAbsolute) };

        ArgumentException error = Assert.Throws<ArgumentException>(() => new RunwareClient(options));

        Assert.StartsWith($"StreamingEndpoint '{url}' is not an http or https URL.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ThePumpIsLazySoThatNothingIsSentBeforeReadingAndNothingIsReadAhead()
    {
        int reads = 0;
        string[] events = [Delta("A"), Delta("B"), Stop, Done];
        var body = new BodyStream((buffer, _) => ValueTask.FromResult(reads < events.Length ? System.Text.Encoding.UTF8.GetBytes(events[reads++], buffer.Span) : 0));
        FakeService service = TextService.Answering(() => Reply(new StreamContent(body)));
        await using RunwareClient client = service.Client();

        StreamedText text = client.StreamTextAsync(Request);
        IAsyncEnumerator<TextChunk> chunks = text.GetAsyncEnumerator();
        Assert.Empty(service.Sent);

        Assert.True(await chunks.MoveNextAsync());
        Assert.Single(service.Sent);
        Assert.Equal((1, "A"), (reads, chunks.Current.Text));
        Assert.True(await chunks.MoveNextAsync());
        Assert.Equal((2, "AB"), (reads, text.Result.Text));
        await chunks.DisposeAsync();
    }

    [Fact]
    public void AStreamRejectsNumberResultsOfMoreThanOneBeforeSending()
    {
        FakeService service = Streaming(Done);
        RunwareClient client = service.Client();

        RequestValidationException error = Assert.Throws<RequestValidationException>(
            () => client.StreamTextAsync(new TextRequest { Prompt = "a", NumberResults = 3, DeliveryMethod = "async" }));

        Assert.Equal(
            """
            The request is not valid, for 3 reasons:
              - deliveryMethod must be stream, or left out, where a text is streamed, but is async; RunAsync sends it as it is.
              - numberResults must be 1, or left out, where a text is streamed, but is 3; RunAsync sends it as it is.
              - prompt must have at least 2 characters, but has 1.
            """,
            error.Message);
        Assert.Equal(["/deliveryMethod", "/numberResults", "/prompt"], error.Errors.Select(wrong => wrong.Pointer));
        Assert.Empty(service.Sent);
    }

    [Fact]
    public async Task OneResultAndStreamItselfMayBeSaid()
    {
        FakeService service = Streaming(Delta("A") + Stop + Done);

        Assert.Null((await ReadAsync(service, new TextRequest { Prompt = "a light", NumberResults = 1, DeliveryMethod = "stream" })).Error);
    }

    [Fact]
    public async Task ACardThatKnowsNoDeliveryMethodIsTakenAtTheWordOfTheCaller()
    {
        FakeService service = Streaming(Delta("A") + Stop + Done);
        await using RunwareClient client = service.Client();
        var request = new OlderTextRequest { Prompt = "a light" };

        await client.StreamTextAsync(request).ReadToEndAsync();

        JsonElement task = JsonDocument.Parse(service.Sent[0].Body).RootElement[0];
        Assert.Equal("stream", task.GetProperty("deliveryMethod").GetString());
        Assert.Empty(request.ExtraMembers);
    }

    [Fact]
    public void ACardThatForbidsStreamsIsObeyed()
    {
        RunwareClient client = Streaming(Done).Client();

        RequestValidationException error = Assert.Throws<RequestValidationException>(() => client.StreamTextAsync(new SlowTextRequest()));

        Assert.Equal("deliveryMethod", Assert.Single(error.Errors).Parameter);
    }

    [Fact]
    public async Task ADisposedClientStreamsNothing()
    {
        FakeService service = Streaming(Done);
        RunwareClient client = service.Client();
        StreamedText text = client.StreamTextAsync(Request);
        await client.DisposeAsync();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => text.ReadToEndAsync());
        Assert.Throws<ObjectDisposedException>(() => client.StreamTextAsync(Request));
        Assert.Empty(service.Sent);
    }
}
