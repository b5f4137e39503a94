using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using ModelCards.Results;
using ModelCards.Runtime.Tests.Transport;
using Polly;

namespace ModelCards.Runtime.Tests.Client;

/// <summary>Serves one file on a real socket, in whatever state a test wants each reply to be.</summary>
internal sealed class FileServer : IAsyncDisposable
{
    private readonly LoopbackServer _server;

    /// <param name="content">The file.</param>
    /// <param name="headers">Lines of the head besides the usual ones.</param>
    /// <param name="sent">How many bytes of the body the reply of a number, from 1, really sends.</param>
    public FileServer(byte[] content, string headers = "", Func<int, int>? sent = null)
    {
        int replies = 0;
        _server = new LoopbackServer(head =>
        {
            Match range = Regex.Match(head, @"Range: bytes=(\d+)-");
            int start = range.Success ? int.Parse(range.Groups[1].Value, CultureInfo.InvariantCulture) : 0;
            string status = range.Success
                ? $"HTTP/1.1 206 Partial Content\nContent-Range: bytes {start}-{content.Length - 1}/{content.Length}"
                : "HTTP/1.1 200 OK";
            byte[] body = content[start..];
            return LoopbackServer.Reply(
                $"{status}\nContent-Type: image/png\nContent-Length: {body.Length}\nConnection: close{headers}",
                body[..Math.Min(body.Length, sent?.Invoke(++replies) ?? body.Length)]);
        });
    }

    public IReadOnlyList<string> Heads => _server.Heads;

    public static RunwareClientOptions Options() => new()
    {
        ApiKey = FakeService.Key,
        LoggerFactory = Secrecy.RunWatch.Log,
        RetryPolicy = new ResiliencePipelineBuilder<SendAttempt>().AddRetry(AtOnce()).Build(),
    };

    public static ImageInferenceResult Image(string member, string value) => new(new Dictionary<string, JsonElement>
    {
        ["taskUUID"] = JsonSerializer.SerializeToElement(Guid.Parse("11111111-1111-4111-8111-111111111111")),
        ["imageUUID"] = JsonSerializer.SerializeToElement(Guid.Parse("a0000000-0000-4000-8000-000000000000")),
        [member] = JsonSerializer.SerializeToElement(value),
    });

    public ImageInferenceResult Image() => Image("imageURL", new Uri(_server.Url, "/image/ws/a").AbsoluteUri);

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private static Polly.Retry.RetryStrategyOptions<SendAttempt> AtOnce()
    {
        Polly.Retry.RetryStrategyOptions<SendAttempt> options = RetryPolicies.DefaultOptions;
        options.DelayGenerator = _ => ValueTask.FromResult<TimeSpan?>(TimeSpan.Zero);
        return options;
    }
}
