using System.Threading.Channels;
using ModelCards.Errors;
using ModelCards.Runtime.Tests.Client;
using ModelCards.TextStreaming;
using Xunit;
using static ModelCards.Runtime.Tests.TextStreaming.TextService;

namespace ModelCards.Runtime.Tests.TextStreaming;

/// <summary>Streams that the reader, the caller or the client ends.</summary>
public sealed class StreamEndTests : IAsyncDisposable
{
    private readonly Channel<string> _pieces = Channel.CreateUnbounded<string>();
    private readonly TaskCompletionSource _blocked = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _closed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly RunwareClient _client;

    public StreamEndTests() => _client = TextService.Answering(() => Reply(new Watched(
        new BodyStream(async (buffer, cancellationToken) =>
        {
            if (_pieces.Reader.Count == 0)
                _blocked.TrySetResult();
            return System.Text.Encoding.UTF8.GetBytes(await _pieces.Reader.ReadAsync(cancellationToken), buffer.Span);
        }),
        _closed))).Client();

    public ValueTask DisposeAsync() => _client.DisposeAsync();

    [Fact]
    public async Task CancellingDuringABlockedReadEndsItWithTheTokenOfTheCaller()
    {
        using var source = new CancellationTokenSource();
        StreamedText text = _client.StreamTextAsync(Request, source.Token);
        _pieces.Writer.TryWrite(Delta("A"));
        Task<(List<TextChunk> Chunks, Exception? Error)> reading = text.DrainAsync();
        await _blocked.Task;

        await source.CancelAsync();

        (List<TextChunk> chunks, Exception? error) = await reading;
        Assert.Equal(source.Token, Assert.IsAssignableFrom<OperationCanceledException>(error).CancellationToken);
        Assert.Equal(("A", "A"), (Assert.Single(chunks).Text, text.Result.Text));
        await _closed.Task;
    }

    [Fact]
    public async Task TheTokenOfTheReaderEndsTheStreamToo()
    {
        using var source = new CancellationTokenSource();
        Task reading = _client.StreamTextAsync(Request).ReadToEndAsync(source.Token);
        await _blocked.Task;

        await source.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading);
        await _closed.Task;
    }

    [Fact]
    public async Task CancellingBeforehandSendsNothing()
    {
        FakeService service = Streaming(Done);
        await using RunwareClient client = service.Client();

        Exception? error = await Record.ExceptionAsync(() => client.StreamTextAsync(Request, new CancellationToken(true)).ReadToEndAsync());

        Assert.IsAssignableFrom<OperationCanceledException>(error);
        Assert.Empty(service.Sent);
    }

    [Fact]
    public async Task ClosingTheClientShutsActiveStreams()
    {
        StreamedText text = _client.StreamTextAsync(Request);
        _pieces.Writer.TryWrite(Delta("A"));
        Task<(List<TextChunk> Chunks, Exception? Error)> reading = text.DrainAsync();
        await _blocked.Task;

        await _client.DisposeAsync();

        RunwareException error = Assert.IsType<RunwareException>((await reading).Error);
        Assert.Equal(("disconnected", "The client was disposed while the task was under way."), (error.Errors[0].Code, error.Errors[0].Message));
        Assert.Equal("A", text.Result.Text);
        await _closed.Task;
    }

    [Fact]
    public async Task AReaderWhoStopsEarlyClosesTheConnection()
    {
        StreamedText text = _client.StreamTextAsync(Request);
        _pieces.Writer.TryWrite(Delta("A") + Delta("B"));

        await foreach (TextChunk _ in text)
            break;

        await _closed.Task;
        Assert.Equal("A", text.Result.Text);
    }

    [Fact]
    public async Task AStreamThatHasEndedLeavesNoTimerBehindAndIsDeafToCancellation()
    {
        var time = new FakeTime();
        RunwareClientOptions options = Streaming(Delta("A") + Stop + Done).Options();
        options.TimeProvider = time;
        await using var client = new RunwareClient(options);
        using var source = new CancellationTokenSource();
        StreamedText text = client.StreamTextAsync(Request, source.Token);

        (List<TextChunk> chunks, Exception? error) = await text.DrainAsync();

        Assert.Null(error);
        Assert.Equal(2, chunks.Count);
        Assert.Equal(0, time.Pending);
        await source.CancelAsync();
        Assert.Equal("A", text.Result.Text);
    }

    /// <summary>Tells when the connection is given back.</summary>
    private sealed class Watched(Stream body, TaskCompletionSource closed) : StreamContent(body)
    {
        protected override void Dispose(bool disposing)
        {
            closed.TrySetResult();
            base.Dispose(disposing);
        }
    }
}
