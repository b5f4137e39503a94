using System.Net;
using System.Net.Http.Headers;
using System.Text;
using ModelCards.Runtime.Tests.Client;
using ModelCards.TextStreaming;

namespace ModelCards.Runtime.Tests.TextStreaming;

/// <summary>Streams made by hand, in place of the network.</summary>
internal static class TextService
{
    public static readonly Guid First = Guid.Parse("11111111-1111-4111-8111-111111111111");

    public static TextRequest Request { get; } = new() { TaskUuid = First, Prompt = "a lighthouse" };

    /// <summary>An event of the task with more members.</summary>
    public static string Event(string members) => $"data: {{\"taskType\":\"textInference\",\"taskUUID\":\"{First}\",{members}}}\n\n";

    public static string Delta(string text) => Event($$"""
        "delta":{"text":{{System.Text.Json.JsonSerializer.Serialize(text)}}}
        """);

    public const string Stop = "data: {\"finishReason\":\"stop\"}\n\n";

    public const string Done = "data: [DONE]\n\n";

    public static FakeService Streaming(string events) => Streaming(Encoding.UTF8.GetBytes(events));

    public static FakeService Streaming(byte[] events) => new((_, _) => Task.FromResult(Reply(new ByteArrayContent(events))));

    /// <summary>Answers each request in its turn.</summary>
    public static FakeService Answering(params Func<HttpResponseMessage>[] replies)
    {
        int count = 0;
        return new FakeService((_, _) => Task.FromResult(replies[Math.Min(count++, replies.Length - 1)]()));
    }

    public static HttpResponseMessage Reply(string events) => Reply(new ByteArrayContent(Encoding.UTF8.GetBytes(events)));

    public static HttpResponseMessage Reply(HttpContent content, string? mediaType = "text/event-stream")
    {
        content.Headers.ContentType = mediaType is null ? null : new MediaTypeHeaderValue(mediaType);
        return new HttpResponseMessage { Content = content };
    }

    public static HttpResponseMessage Json(string body, HttpStatusCode status = HttpStatusCode.OK) =>
        new(status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };

    /// <summary>Reads a whole stream: its chunks, what it amounts to, and the exception that came last.</summary>
    public static async Task<(List<TextChunk> Chunks, StreamedText Text, Exception? Error)> ReadAsync(FakeService service, TextRequest? request = null)
    {
        await using RunwareClient client = service.Client();
        return await ReadAsync(client, request);
    }

    public static async Task<(List<TextChunk> Chunks, StreamedText Text, Exception? Error)> ReadAsync(RunwareClient client, TextRequest? request = null)
    {
        StreamedText text = client.StreamTextAsync(request ?? Request);
        (List<TextChunk> chunks, Exception? error) = await text.DrainAsync();
        return (chunks, text, error);
    }
}
