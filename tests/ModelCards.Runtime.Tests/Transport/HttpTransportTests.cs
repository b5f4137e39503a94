using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.Time.Testing;
using ModelCards.Errors;
using ModelCards.Results;
using ModelCards.Runtime.Tests.Client;
using Xunit;

namespace ModelCards.Runtime.Tests.Transport;

/// <summary>What only a real socket shows.</summary>
public sealed class HttpTransportTests
{
    private static readonly Guid First = Guid.Parse("11111111-1111-4111-8111-111111111111");

    private static readonly byte[] Success = Encoding.UTF8.GetBytes(
        $$"""{"data":[{"taskType":"imageInference","taskUUID":"{{First}}","imageURL":"https://im.runware.ai/a.jpg"}]}""");

    [Fact]
    public async Task ARequestAndItsReplyTravelOverASocket()
    {
        await using var server = new LoopbackServer(_ => LoopbackServer.Reply($"HTTP/1.1 200 OK\nContent-Length: {Success.Length}", Success));
        await using RunwareClient client = Client(server.Url);

        TaskOutcome<ImageInferenceResult> outcome = await client.SendAsync(PictureRequest.Of(First));

        Assert.True(outcome.IsSuccess);
        Assert.StartsWith("POST /v1 HTTP/1.1\r\n", Assert.Single(server.Heads), StringComparison.Ordinal);
        Assert.Contains($"\r\nAuthorization: Bearer {FakeService.Key}\r\n", server.Heads[0], StringComparison.Ordinal);
        Assert.Contains("\r\nContent-Type: application/json\r\n", server.Heads[0], StringComparison.Ordinal);
        Assert.Equal($$"""[{"taskType":"imageInference","taskUUID":"{{First}}","positivePrompt":"a lighthouse","numberResults":1}]""", Assert.Single(server.Bodies));
    }

    [Fact]
    public async Task ACompressedReplyIsRead()
    {
        using var packed = new MemoryStream();
        await using (var gzip = new GZipStream(packed, CompressionMode.Compress, leaveOpen: true))
            await gzip.WriteAsync(Success);
        await using var server = new LoopbackServer(_ =>
            LoopbackServer.Reply($"HTTP/1.1 200 OK\nContent-Encoding: gzip\nContent-Length: {packed.Length}", packed.ToArray()));
        await using RunwareClient client = Client(server.Url);

        Assert.True((await client.SendAsync(PictureRequest.Of(First))).IsSuccess);
        Assert.Contains("\r\nAccept-Encoding: gzip", Assert.Single(server.Heads), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ACompressedReplyIsLimitedByWhatItUnpacksTo()
    {
        using var packed = new MemoryStream();
        await using (var gzip = new GZipStream(packed, CompressionMode.Compress, leaveOpen: true))
            await gzip.WriteAsync(new byte[10_000_000]);
        await using var server = new LoopbackServer(_ =>
            LoopbackServer.Reply($"HTTP/1.1 200 OK\nContent-Encoding: gzip\nContent-Length: {packed.Length}", packed.ToArray()));
        await using RunwareClient client = Client(server.Url, sizeLimit: 1_000_000);

        Assert.True(packed.Length < 100_000);
        await AssertFailsAsync(
            client, ErrorCategory.InvalidResponse, "responseTooLarge: The reply is larger than the 1000000 bytes that RunwareClientOptions.ResponseSizeLimit allows.");
    }

    [Theory]
    [InlineData("HTTP/1.1 200 OK\nContent-Length: 2000000000")]
    [InlineData("HTTP/1.1 200 OK\nConnection: close")]
    public async Task AReplyBeyondTheSizeLimitIsATypedError(string head)
    {
        await using var server = new LoopbackServer(_ => LoopbackServer.Reply(head, new byte[200_000]));
        await using RunwareClient client = Client(server.Url, sizeLimit: 100_000);

        await AssertFailsAsync(
            client, ErrorCategory.InvalidResponse, "responseTooLarge: The reply is larger than the 100000 bytes that RunwareClientOptions.ResponseSizeLimit allows.");
    }

    [Fact]
    public async Task AReplyThatBreaksOffIsAConnectionError()
    {
        await using var server = new LoopbackServer(_ => LoopbackServer.Reply($"HTTP/1.1 200 OK\nContent-Length: {Success.Length}", Success[..40]));
        await using RunwareClient client = Client(server.Url);

        RunwareException failure = await AssertFailsAsync(
            client, ErrorCategory.Connection, "connectionFailed: The connection broke while the reply was read: ");
        Assert.Equal(HttpStatusCode.OK, failure.StatusCode);
        Assert.IsType<HttpIOException>(failure.InnerException);
    }

    [Theory]
    [InlineData("")]
    [InlineData("this is no HTTP\r\n\r\n")]
    public async Task AConnectionWithoutAReplyIsAConnectionError(string reply)
    {
        await using var server = new LoopbackServer(_ => Encoding.ASCII.GetBytes(reply));
        await using RunwareClient client = Client(server.Url);

        await AssertFailsAsync(client, ErrorCategory.Connection, "connectionFailed: The connection broke before the reply came: ");
        Assert.Single(server.Heads);
    }

    [Fact]
    public async Task AnUnreachableServiceSaysThatNothingWasSent()
    {
        var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        int port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        await using RunwareClient client = Client(new Uri($"http://127.0.0.1:{port}/v1"));

        RunwareException failure = await AssertFailsAsync(
            client, ErrorCategory.Connection, "connectionFailed: The service could not be reached, so that nothing was sent: ");
        Assert.IsType<HttpRequestException>(failure.InnerException);
    }

    [Fact]
    public async Task TheKeyDoesNotFollowARedirect()
    {
        await using var other = new LoopbackServer(_ => LoopbackServer.Reply($"HTTP/1.1 200 OK\nContent-Length: {Success.Length}", Success));
        await using var server = new LoopbackServer(_ =>
            LoopbackServer.Reply($"HTTP/1.1 307 Temporary Redirect\nLocation: {other.Url}\nContent-Length: 0", []));
        await using RunwareClient client = Client(server.Url);

        await client.SendAsync(PictureRequest.Of(First));

        Assert.Contains("Authorization", Assert.Single(server.Heads), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Authorization", Assert.Single(other.Heads), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task DisposingTheClientEndsASendingThatIsUnderWay()
    {
        var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        RunwareClient client = Client(new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/v1"));
        Task<TaskOutcome<ImageInferenceResult>> sending = client.SendAsync(PictureRequest.Of(First));
        using TcpClient connection = await listener.AcceptTcpClientAsync();

        await client.DisposeAsync();

        Assert.Equal(ErrorCategory.Connection, (await sending).Failure?.Category);
        listener.Stop();
    }

    [Fact]
    public async Task ABodyThatDripsByteByByteForEverEndsWithTheTimeOutOfTheSending()
    {
        var clock = new FakeTimeProvider();
        var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        await using var client = new RunwareClient(new RunwareClientOptions
        {
            ApiKey = FakeService.Key,
            LoggerFactory = Secrecy.RunWatch.Log,
            Endpoint = new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/v1"),
            RetryPolicy = RetryPolicies.None,
            Timeout = TimeSpan.FromMinutes(2),
            TimeProvider = clock,
        });
        Task<TaskOutcome<ImageInferenceResult>> sending = client.SendAsync(PictureRequest.Of(First));
        using TcpClient connection = await listener.AcceptTcpClientAsync();
        NetworkStream stream = connection.GetStream();
        await stream.WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n{"u8.ToArray());

        while (!sending.IsCompleted)
        {
            clock.Advance(TimeSpan.FromSeconds(1));
            await Record.ExceptionAsync(() => stream.WriteAsync(" "u8.ToArray()).AsTask());
            await Task.Yield();
        }

        listener.Stop();
        Assert.Equal("timeout: Not everything came within the 00:02:00 of RunwareClientOptions.Timeout.", Assert.Single((await sending).Failure!.Errors).ToString());
    }

    private static RunwareClient Client(Uri endpoint, int sizeLimit = 256 * 1024 * 1024) =>
        new(new RunwareClientOptions { ApiKey = FakeService.Key, LoggerFactory = Secrecy.RunWatch.Log, Endpoint = endpoint, ResponseSizeLimit = sizeLimit, RetryPolicy = RetryPolicies.None });

    private static async Task<RunwareException> AssertFailsAsync(RunwareClient client, ErrorCategory category, string error)
    {
        RunwareException failure = (await client.SendAsync(PictureRequest.Of(First))).Failure!;
        Assert.Equal(category, failure.Category);
        Assert.StartsWith(error, Assert.Single(failure.Errors).ToString(), StringComparison.Ordinal);
        return failure;
    }
}
