using System.Net;
using System.Text;
using System.Text.Json;

namespace ModelCards.Runtime.Tests.Client;

/// <summary>Answers requests in place of the network and remembers what was asked.</summary>
internal sealed class FakeService(Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> answer) : HttpMessageHandler
{
    public const string Key = Secrecy.RunWatch.Key;

    public List<(HttpRequestMessage Request, string Body)> Sent { get; } = [];

    /// <summary>The task UUIDs that were sent, over all requests.</summary>
    public IEnumerable<Guid> TaskUuids => Sent.SelectMany(sent =>
        JsonDocument.Parse(sent.Body).RootElement.EnumerateArray().Select(task => task.GetProperty("taskUUID").GetGuid()));

    public static FakeService Answering(string body, HttpStatusCode status = HttpStatusCode.OK, string mediaType = "application/json") =>
        new((_, _) => Task.FromResult(new HttpResponseMessage(status) { Content = new StringContent(body, Encoding.UTF8, mediaType) }));

    public static FakeService Answering(byte[] body) =>
        new((_, _) => Task.FromResult(new HttpResponseMessage { Content = new ByteArrayContent(body) }));

    public static FakeService Failing(Exception error) => new((_, _) => throw error);

    public RunwareClientOptions Options() => new()
    {
        ApiKey = Key, Endpoint = RunwareClientOptions.HttpEndpoint, HttpClient = new HttpClient(this), RetryPolicy = RetryPolicies.None,
        LoggerFactory = Secrecy.RunWatch.Log,
    };

    public RunwareClient Client() => new(Options());

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        string body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        Sent.Add((request, body));
        return await answer(request, cancellationToken);
    }
}
