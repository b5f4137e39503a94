using System.Net.WebSockets;
using System.Text;
using Microsoft.Extensions.Time.Testing;
using ModelCards.Errors;
using ModelCards.Results;
using ModelCards.Runtime.Tests.Client;
using Xunit;

namespace ModelCards.Runtime.Tests.Transport;

/// <summary>Whatever a server sends, a sending ends with its results or a typed error, and the next one works.</summary>
public sealed class HostileServerTests
{
    private static readonly Guid First = Guid.Parse("11111111-1111-4111-8111-111111111111");

    [Theory]
    [InlineData("not JSON")]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("""{"data":[null,1,"x",[]]}""")]
    [InlineData("""{"data":[{"taskType":"ping","pong":true}]}""")]
    [InlineData("""{"data":[{"taskType":"imageInference"},{"taskUUID":"no UUID"}]}""")]
    [InlineData("""{"data":[{"taskType":"imageInference","taskUUID":"99999999-9999-4999-8999-999999999999","imageUUID":"99999999-9999-4999-8999-999999999999"}]}""")]
    [InlineData("""{"errors":[{"code":"c","message":"m","taskUUID":"99999999-9999-4999-8999-999999999999"}]}""")]
    public async Task AFrameThatIsNobodysIsPassedOver(string frame)
    {
        await using var server = new SocketServer(async peer =>
        {
            await peer.AuthenticateAsync();
            await peer.SayAsync(frame);
            await peer.AnswerAsync();
        });

        await AssertWorksAsync(server);
    }

    [Fact]
    public async Task ABinaryFrameIsPassedOver()
    {
        await using var server = new SocketServer(async peer =>
        {
            await peer.AuthenticateAsync();
            await peer.SayAsync([1, 2, 3], WebSocketMessageType.Binary);
            await peer.AnswerAsync();
        });

        await AssertWorksAsync(server);
    }

    [Fact]
    public async Task JsonThatIs200DeepIsPassedOver()
    {
        await using var server = new SocketServer(async peer =>
        {
            await peer.AuthenticateAsync();
            await peer.SayAsync($$"""{"data":[{"taskUUID":"{{First}}","x":{{new string('[', 200)}}{{new string(']', 200)}}}]}""");
            await peer.AnswerAsync();
        });

        await AssertWorksAsync(server);
    }

    [Fact]
    public async Task TextThatIsNotUtf8EndsTheSocketAndNotTheTask()
    {
        await using var server = new SocketServer(async peer =>
        {
            await peer.AuthenticateAsync();
            if (peer.Number == 1)
            {
                await peer.ReadAsync();
                await peer.SayRawAsync([0x81, 2, 0xC3, 0x28]);
            }

            await peer.AnswerAsync();
        });

        await AssertWorksAsync(server);
    }

    [Fact]
    public async Task AFrameThatClaimsOneGigabyteIsNotBelieved()
    {
        await using var server = new SocketServer(async peer =>
        {
            await peer.AuthenticateAsync();
            if (peer.Number == 1)
            {
                await peer.ReadAsync();
                // The length takes no memory until the bytes are there.
                await peer.SayRawAsync([0x81, 127, 0, 0, 0, 0, 0x40, 0, 0, 0, (byte)'{']);
                return;
            }

            await peer.AnswerAsync();
        });

        await AssertWorksAsync(server);
    }

    [Fact]
    public async Task AnEndlessFrameIsATypedErrorAndTheNextSendingWorks()
    {
        await using var server = new SocketServer(async peer =>
        {
            await peer.AuthenticateAsync();
            if (peer.Number == 1)
            {
                await peer.ReadAsync();
                byte[] piece = Encoding.ASCII.GetBytes(new string(' ', 64 * 1024));
                while (true)
                    await peer.SayAsync(piece, WebSocketMessageType.Text, end: false);
            }

            await peer.AnswerAsync();
        });
        await using RunwareClient client = Client(server, sizeLimit: 1_000_000);

        ServiceError error = Assert.Single((await client.SendAsync(PictureRequest.Of(First))).Failure!.Errors);

        Assert.Equal("responseTooLarge", error.Code);
        Assert.True((await client.SendAsync(PictureRequest.Of(First))).IsSuccess);
    }

    [Fact]
    public async Task AFrameThatDripsIsReadAndHarmsNobody()
    {
        await using var server = new SocketServer(async peer =>
        {
            await peer.AuthenticateAsync();
            byte[] frame = Encoding.UTF8.GetBytes(SocketServer.Peer.Picture(await peer.ReadAsync()));
            for (int i = 0; i < frame.Length; i++)
                await peer.SayAsync([frame[i]], WebSocketMessageType.Text, end: i == frame.Length - 1);
            await peer.AnswerAsync();
        });

        await AssertWorksAsync(server);
    }

    [Fact]
    public async Task ADripWithoutEndEndsWithTheTimeOutOfTheSending()
    {
        var clock = new WatchedClock();
        await using SocketServer server = Dripping(clock, TimeSpan.FromMilliseconds(100));
        await using RunwareClient client = Client(server, clock: clock, timeout: TimeSpan.FromSeconds(10));

        Assert.Equal(ErrorCategory.Timeout, (await client.SendAsync(PictureRequest.Of(First))).Failure!.Category);
        Assert.Equal(1, server.Connections);
    }

    [Fact]
    public async Task ADripWithoutEndBreaksTheConnectionAfterAMinuteAndHoldsNobodyUpForLong()
    {
        var clock = new WatchedClock();
        long start = clock.GetTimestamp();
        await using SocketServer server = Dripping(clock, TimeSpan.FromMilliseconds(500));
        await using RunwareClient client = Client(server, clock: clock, timeout: TimeSpan.FromMinutes(10));

        TaskOutcome<ImageInferenceResult>[] outcomes = await Task.WhenAll(
            client.SendAsync(PictureRequest.Of(First)), client.SendAsync(PictureRequest.Of(Guid.NewGuid())));

        Assert.All(outcomes, outcome => Assert.Null(outcome.Failure));
        Assert.Equal(2, server.Connections);
        Assert.InRange(clock.GetElapsedTime(start).TotalSeconds, 60, 600);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task AServerThatTakesNothingInBreaksTheConnectionAndNotTheTasks(bool isFile)
    {
        var clock = new FakeTimeProvider();
        var deaf = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var second = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var server = new SocketServer(async peer =>
        {
            await peer.AuthenticateAsync();
            (peer.Number == 1 ? deaf : second).SetResult();
            if (peer.Number == 1)
                await Task.Delay(Timeout.Infinite, peer.Stop);
            await peer.AnswerAsync();
        });
        await using RunwareClient client = Client(server, clock: clock, timeout: TimeSpan.FromHours(1));
        // More than the buffers of a socket hold.
        byte[] bytes = new byte[24 * 1024 * 1024];
        MediaInput large = isFile ? MediaInput.FromBytes(bytes) : MediaInput.FromText(Convert.ToBase64String(bytes));

        Task<TaskOutcome<ImageInferenceResult>[]> outcomes = Task.WhenAll(
            client.SendAsync(new PictureRequest { TaskUuid = First, PositivePrompt = "a lighthouse", SeedImage = large }),
            client.SendAsync(PictureRequest.Of(Guid.NewGuid())));
        await deaf.Task;
        // The message has to be under way before time passes, and nothing tells when it is: time goes on until the client has noticed.
        while (!second.Task.IsCompleted && !outcomes.IsCompleted)
        {
            clock.Advance(TimeSpan.FromSeconds(1));
            await Task.WhenAny(second.Task, Task.Delay(5));
        }

        Assert.All(await outcomes, outcome => Assert.Null(outcome.Failure));
        Assert.Equal(2, server.Connections);
    }

    [Fact]
    public async Task TheSameResultAThousandTimesIsOneResult()
    {
        await using var server = new SocketServer(async peer =>
        {
            await peer.AuthenticateAsync();
            string frame = SocketServer.Peer.Picture(await peer.ReadAsync());
            for (int i = 0; i < 1000; i++)
                await peer.SayAsync(frame);
            await peer.AnswerAsync();
        });
        await using RunwareClient client = Client(server);
        var images = new List<ImageInferenceResult>();

        // A second result never comes, so that all of the thousand are looked at until the next task's.
        Task draining = Task.Run(async () =>
        {
            await foreach (ImageInferenceResult image in client.RunAsync(PictureRequest.Of(First, 2)))
                images.Add(image);
        });
        while (images.Count == 0)
            await Task.Yield();
        Assert.True((await client.SendAsync(PictureRequest.Of(Guid.NewGuid()))).IsSuccess);

        Assert.Single(images);
        await client.DisposeAsync();
        await Assert.ThrowsAsync<RunwareException>(() => draining);
    }

    [Fact]
    public async Task AServerThatClosesAtOnceEachTimeIsATypedErrorAndNoEndlessLoop()
    {
        await using var server = new SocketServer(peer => peer.CloseAsync());
        await using RunwareClient client = Client(server);

        Assert.Equal(ErrorCategory.Connection, (await client.SendAsync(PictureRequest.Of(First))).Failure!.Category);
        Assert.Equal(1, server.Connections);
    }

    [Theory]
    [InlineData(1_000)]
    [InlineData(10_000)]
    public async Task ThousandsOfTasksAreInFlightOnOneConnection(int tasks)
    {
        await using var server = new SocketServer(async peer =>
        {
            await peer.AuthenticateAsync();
            var messages = new List<string>();
            while (messages.Count < tasks)
            {
                string message = await peer.ReadAsync();
                if (!message.Contains("\"ping\"", StringComparison.Ordinal))
                    messages.Add(message);
            }

            // Not before the last one is there, and then backwards.
            for (int i = tasks - 1; i >= 0; i--)
                await peer.SayAsync(SocketServer.Peer.Picture(messages[i]));
            await peer.AnswerAsync();
        });
        await using RunwareClient client = Client(server);

        TaskOutcome<ImageInferenceResult>[] outcomes = await Task.WhenAll(
            Enumerable.Range(0, tasks).Select(_ => client.SendAsync(new PictureRequest { PositivePrompt = "a lighthouse" })));

        Assert.All(outcomes, outcome => Assert.Equal(outcome.TaskUuid, Assert.Single(outcome.Results).TaskUuid));
        Assert.Equal(1, server.Connections);
    }

    private static async Task AssertWorksAsync(SocketServer server)
    {
        await using RunwareClient client = Client(server);

        Assert.Null((await client.SendAsync(PictureRequest.Of(First))).Failure);
        Assert.Null((await client.SendAsync(PictureRequest.Of(Guid.NewGuid()))).Failure);
    }

    /// <summary>Says one blank after another on its first connection, and time passes with each.</summary>
    private static SocketServer Dripping(WatchedClock clock, TimeSpan pause) => new(async peer =>
    {
        await peer.AuthenticateAsync();
        if (peer.Number > 1)
            await peer.AnswerAsync();
        await peer.ReadAsync();
        while (true)
        {
            Task read = clock.NextRead;
            await peer.SayAsync(" "u8.ToArray(), WebSocketMessageType.Text, end: false);
            // The client reads the clock when it hears something: time must not run away from it.
            await read.WaitAsync(TimeSpan.FromSeconds(10), peer.Stop);
            clock.Advance(pause);
        }
    });

    private sealed class WatchedClock : FakeTimeProvider
    {
        private TaskCompletionSource _read = New();

        public Task NextRead => Volatile.Read(ref _read).Task;

        public override long GetTimestamp()
        {
            long now = base.GetTimestamp();
            Interlocked.Exchange(ref _read, New()).TrySetResult();
            return now;
        }

        private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    private static RunwareClient Client(
        SocketServer server, int sizeLimit = 256 * 1024 * 1024, TimeSpan? timeout = null, TimeProvider? clock = null) => new(new RunwareClientOptions
    {
        ApiKey = FakeService.Key,
        LoggerFactory = Secrecy.RunWatch.Log,
        Endpoint = server.Url,
        RetryPolicy = RetryPolicies.None,
        ResponseSizeLimit = sizeLimit,
        Timeout = timeout ?? TimeSpan.FromMinutes(2),
        TimeProvider = clock ?? TimeProvider.System,
    });
}
