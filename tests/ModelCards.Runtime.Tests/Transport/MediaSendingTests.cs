using System.Net;
using ModelCards.Results;
using ModelCards.Runtime.Tests.Client;
using Xunit;

namespace ModelCards.Runtime.Tests.Transport;

public sealed class MediaSendingTests
{
    private static readonly Guid First = Guid.Parse("11111111-1111-4111-8111-111111111111");

    private static PictureRequest With(MediaInput image) => new() { TaskUuid = First, PositivePrompt = "a lighthouse", SeedImage = image };

    [Fact]
    public async Task ALargeFileIsReadAndSentPieceByPiece()
    {
        const int Size = 20 * 1024 * 1024;
        await using var file = new CountingStream(Size);
        var sink = new SinkStream(file);
        var http = new Drain(sink);
        await using var client = new RunwareClient(new RunwareClientOptions { ApiKey = FakeService.Key, LoggerFactory = Secrecy.RunWatch.Log, Endpoint = RunwareClientOptions.HttpEndpoint, HttpClient = new HttpClient(http) });

        await client.SendAsync(With(MediaInput.FromStream(file, "image/png")));

        int base64 = (Size + 2) / 3 * 4;
        Assert.Equal(Size, file.BytesRead);
        Assert.InRange(sink.BytesWritten, base64, base64 + 300);
        Assert.Equal(http.ContentLength, sink.BytesWritten);
        Assert.InRange(sink.LargestWrite, 1, 64 * 1024);
        Assert.InRange(sink.LargestLead, 1, 48 * 1024);
    }

    [Fact]
    public async Task AStreamOfUnknownLengthIsSentWithoutAContentLength()
    {
        var http = new Drain(new MemoryStream());
        await using var client = new RunwareClient(new RunwareClientOptions { ApiKey = FakeService.Key, LoggerFactory = Secrecy.RunWatch.Log, Endpoint = RunwareClientOptions.HttpEndpoint, HttpClient = new HttpClient(http) });

        await client.SendAsync(With(MediaInput.FromStream(new OneWayStream([1, 2, 3]))));

        Assert.Null(http.ContentLength);
        Assert.EndsWith("\"seedImage\":\"AQID\"}]", System.Text.Encoding.UTF8.GetString(((MemoryStream)http.Sink).ToArray()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task BytesTravelOverAWebSocketToo()
    {
        string? sent = null;
        await using var server = new SocketServer(async peer =>
        {
            await peer.AuthenticateAsync();
            await peer.AnswerAsync(message => SocketServer.Peer.Picture(sent = message));
        });
        await using var client = new RunwareClient(new RunwareClientOptions { ApiKey = FakeService.Key, LoggerFactory = Secrecy.RunWatch.Log, Endpoint = server.Url });

        Assert.True((await client.SendAsync(With(MediaInput.FromBytes(new byte[] { 1, 2, 3 }, "image/png")))).IsSuccess);

        Assert.EndsWith("\"seedImage\":\"data:image/png;base64,AQID\"}]", sent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ALargeFileWhoseSendingBrokeOffIsSentWholeAgainUnderTheSameTaskUuid()
    {
        byte[] content = new byte[8 * 1024 * 1024];
        new Random(1).NextBytes(content);
        string path = Path.GetTempFileName();
        await File.WriteAllBytesAsync(path, content);
        List<string> sent = [];
        await using var server = new SocketServer(async peer =>
        {
            await peer.AuthenticateAsync();
            if (peer.Number == 1)
                await peer.ReadPartAsync();
            else
                await peer.AnswerAsync(message =>
                {
                    sent.Add(message);
                    return SocketServer.Peer.Picture(message);
                });
        });
        await using var client = new RunwareClient(new RunwareClientOptions { ApiKey = FakeService.Key, LoggerFactory = Secrecy.RunWatch.Log, Endpoint = server.Url });

        TaskOutcome<ImageInferenceResult> outcome = await client.SendAsync(With(MediaInput.FromFile(path)));
        File.Delete(path);

        Assert.Null(outcome.Failure);
        Assert.Equal(2, server.Connections);
        Assert.Contains($"\"taskUUID\":\"{First}\"", Assert.Single(sent), StringComparison.Ordinal);
        Assert.EndsWith($"\"seedImage\":\"{Convert.ToBase64String(content)}\"}}]", sent[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task AFileThatIsGoneIsNotTakenForABrokenConnection()
    {
        string path = Path.GetTempFileName();
        await File.WriteAllBytesAsync(path, [1, 2, 3]);
        PictureRequest request = With(MediaInput.FromFile(path));
        File.Delete(path);
        await using RunwareClient client = FakeService.Answering("""{"data":[]}""").Client();

        FileNotFoundException error = await Assert.ThrowsAsync<FileNotFoundException>(() => client.SendAsync(request));

        Assert.Equal(path, error.FileName);
    }

    [Fact]
    public async Task AStreamThatCannotBeSentTwiceSaysSo()
    {
        await using RunwareClient client = FakeService.Answering("""{"data":[]}""").Client();
        PictureRequest request = With(MediaInput.FromStream(new OneWayStream([1, 2, 3])));
        await client.SendAsync(request);

        InvalidOperationException error = await Assert.ThrowsAsync<InvalidOperationException>(() => client.SendAsync(request));

        Assert.StartsWith("The stream of a media input was sent already", error.Message, StringComparison.Ordinal);
    }

    /// <summary>Takes a request in as a socket would, without keeping it.</summary>
    private sealed class Drain(Stream sink) : HttpMessageHandler
    {
        public Stream Sink => sink;

        public long? ContentLength { get; private set; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            ContentLength = request.Content!.Headers.ContentLength;
            await request.Content.CopyToAsync(sink, cancellationToken);
            return new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent("""{"data":[]}""") };
        }
    }

    private sealed class CountingStream(long length) : MemoryStream
    {
        public long BytesRead { get; private set; }

        public override long Length => length;

        public override int Read(Span<byte> buffer)
        {
            int count = (int)Math.Min(buffer.Length, length - BytesRead);
            buffer[..count].Fill(0xA5);
            BytesRead += count;
            return count;
        }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => new(Read(buffer.Span));
    }

    private sealed class SinkStream(CountingStream source) : MemoryStream
    {
        public long BytesWritten { get; private set; }

        public int LargestWrite { get; private set; }

        /// <summary>How much was read from the source and not yet written, at the most.</summary>
        public long LargestLead { get; private set; }

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            LargestLead = Math.Max(LargestLead, source.BytesRead - (BytesWritten / 4 * 3));
            BytesWritten += buffer.Length;
            LargestWrite = Math.Max(LargestWrite, buffer.Length);
            return default;
        }
    }

    private sealed class OneWayStream(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;
    }
}
