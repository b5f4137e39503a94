using System.Net;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using ModelCards.Emulator;
using ModelCards.Emulator.Faults;

namespace ModelCards.EndToEnd.Tests.Emulator;

public class FaultTests
{
    private const string Ping = """{"taskType":"ping","ping":true}""";
    private const string Small = "\"width\":64,\"height\":64";

    [Theory]
    [InlineData(FaultKind.Drop, 0)]
    [InlineData(FaultKind.DropAfter, 1)]
    public async Task ASocketIsCutBeforeOrAfterTheTaskIsCarriedOut(FaultKind kind, int executed)
    {
        await using RunwareEmulator emulator = await StartAsync(new Fault(kind));
        (SocketSession session, _) = await SocketSession.AuthenticateAsync(emulator);
        using SocketSession owned = session;

        await session.SendAsync(Ping);
        await session.ReadAsync();
        await session.SendAsync(Sample.Task(Small));

        Assert.Null(await session.CloseAsync());
        Assert.Equal(executed, emulator.ExecutedTasks);
        Assert.Equal(1, emulator.Faults.Hits);
    }

    [Fact]
    public async Task ALostReplyLeavesTheTaskCarriedOut()
    {
        await using RunwareEmulator emulator = await StartAsync(new Fault(FaultKind.LoseReply));
        (SocketSession session, _) = await SocketSession.AuthenticateAsync(emulator);
        using SocketSession owned = session;
        Guid uuid = Guid.NewGuid();

        await session.SendAsync(Sample.Task(Small, uuid));
        await session.SendAsync(Sample.Task(Small, uuid));

        Assert.Equal("conflictTaskUUID", (await session.ReadAsync()).ErrorCode);
    }

    [Fact]
    public async Task ADelayedReplyDoesNotHoldOthersUp()
    {
        var clock = new FakeTimeProvider();
        await using RunwareEmulator emulator = await StartAsync(clock, new Fault(FaultKind.Delay) { Delay = TimeSpan.FromSeconds(5) });
        (SocketSession session, _) = await SocketSession.AuthenticateAsync(emulator);
        using SocketSession owned = session;

        await session.SendAsync(Sample.Task(Small));
        await session.SendAsync(Ping);
        Assert.Equal("ping", Assert.Single((await session.ReadAsync()).Data).GetProperty("taskType").GetString());
        clock.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal("imageInference", Assert.Single((await session.ReadAsync()).Data).GetProperty("taskType").GetString());
    }

    [Fact]
    public async Task GarbageIsNeitherJsonNorText()
    {
        await using RunwareEmulator emulator = await StartAsync(new Fault(FaultKind.Garbage));
        (SocketSession session, _) = await SocketSession.AuthenticateAsync(emulator);
        using SocketSession owned = session;

        await session.SendAsync(Sample.Task(Small));

        byte[] frame = new byte[100];
        await Assert.ThrowsAnyAsync<Exception>(async () =>
        {
            // .NET's own socket refuses text that is not UTF-8; a client that does not has to cope with the frame.
            WebSocketReceiveResult part = await session.Socket.ReceiveAsync(frame, CancellationToken.None);
            JsonDocument.Parse(Encoding.UTF8.GetString(frame, 0, part.Count));
        });
    }

    [Fact]
    public async Task ASilentSocketStaysOpenAndAnswersNothing()
    {
        var clock = new FakeTimeProvider();
        await using RunwareEmulator emulator = await StartAsync(clock, new Fault(FaultKind.Silence));
        (SocketSession session, _) = await SocketSession.AuthenticateAsync(emulator);
        using SocketSession owned = session;

        await session.SendAsync(Sample.Task(Small));
        await session.SendAsync(Ping);
        Task<WebSocketCloseStatus?> closed = session.CloseAsync();
        Assert.Equal(WebSocketState.Open, session.Socket.State);
        clock.Advance(TimeSpan.FromSeconds(120));

        Assert.Equal(WebSocketCloseStatus.NormalClosure, await closed);
        Assert.Empty(emulator.ReceivedTasks);
    }

    [Theory]
    [InlineData(FaultKind.TooManyRequests, "rateLimitExceeded", HttpStatusCode.TooManyRequests)]
    [InlineData(FaultKind.Unavailable, "noAvailableServer", HttpStatusCode.ServiceUnavailable)]
    public async Task RefusalsComeOnBothWays(FaultKind kind, string code, HttpStatusCode status)
    {
        await using EmulatorSession http = await EmulatorSession.StartAsync(new EmulatorOptions
        {
            Cards = [SmallCards.Strict],
            Faults = [new Fault(kind) { Times = 2, Delay = TimeSpan.FromSeconds(7) }],
        });
        (SocketSession session, _) = await SocketSession.AuthenticateAsync(http.Emulator);
        using SocketSession owned = session;
        Guid uuid = Guid.NewGuid();

        await session.SendAsync(Sample.Task(Small, uuid));
        Answer framed = await session.ReadAsync();
        Answer posted = await http.PostAsync(Sample.Task(Small, uuid));
        Answer good = await http.PostAsync(Sample.Task(Small, uuid));

        Assert.Equal((code, uuid), (framed.ErrorCode, framed.Error.GetProperty("taskUUID").GetGuid()));
        Assert.Equal((code, status), (posted.ErrorCode, posted.Status));
        Assert.Equal(HttpStatusCode.OK, good.Status);
    }

    [Theory]
    [InlineData(FaultKind.Drop, 0)]
    [InlineData(FaultKind.LoseReply, 1)]
    [InlineData(FaultKind.DropAfter, 1)]
    public async Task OverHttpTheConnectionIsCut(FaultKind kind, int executed)
    {
        await using EmulatorSession http = await EmulatorSession.StartAsync(new EmulatorOptions { Cards = [SmallCards.Strict], Faults = [new Fault(kind)] });

        await Assert.ThrowsAsync<HttpRequestException>(() => http.PostAsync(Sample.Task(Small)));

        Assert.Equal(executed, http.Emulator.ExecutedTasks);
    }

    [Fact]
    public async Task PartialSuccessKeepsWhatSucceeded()
    {
        await using EmulatorSession http = await EmulatorSession.StartAsync(
            new EmulatorOptions { Cards = [SmallCards.Strict], Faults = [new Fault(FaultKind.PartialSuccess)] });
        Guid uuid = Guid.NewGuid();

        Answer answer = await http.PostAsync(Sample.Task($"{Small},\"numberResults\":3", uuid));
        Answer polled = await http.PostAsync(Sample.Poll(uuid));

        Assert.Equal((2, "inferenceError"), (answer.Data.Length, answer.ErrorCode));
        Assert.Equal((2, "inferenceError"), (polled.Data.Length, polled.ErrorCode));
    }

    [Fact]
    public async Task AFaultHitsTheTasksOfItsTypeAsOftenAsToldAfterLettingSomeThrough()
    {
        await using EmulatorSession http = await EmulatorSession.StartAsync();
        http.Emulator.Faults.Add(new Fault(FaultKind.Unavailable) { TaskType = "getResponse", Skip = 1, Times = 2 });
        List<HttpStatusCode> statuses = [];

        for (int i = 0; i < 4; i++)
        {
            Assert.Equal(HttpStatusCode.OK, (await http.PostAsync(Ping)).Status);
            statuses.Add((await http.PostAsync(Sample.Poll(Guid.NewGuid()))).Status);
        }

        Assert.Equal([HttpStatusCode.NotFound, HttpStatusCode.ServiceUnavailable, HttpStatusCode.ServiceUnavailable, HttpStatusCode.NotFound], statuses);
    }

    [Fact]
    public async Task FaultsWithAProbabilityHitAboutThatManyAndClearEndsThem()
    {
        await using EmulatorSession http = await EmulatorSession.StartAsync();
        http.Emulator.Faults.Add(new Fault(FaultKind.Unavailable) { Probability = 0.5, Times = int.MaxValue });

        for (int i = 0; i < 200; i++)
            await http.PostAsync(Sample.Poll(Guid.NewGuid()));
        Assert.InRange(http.Emulator.Faults.Hits, 60, 140);

        int hits = http.Emulator.Faults.Hits;
        http.Emulator.Faults.Clear();
        await http.PostAsync(Sample.Poll(Guid.NewGuid()));
        Assert.Equal(hits, http.Emulator.Faults.Hits);
    }

    [Fact]
    public void AFaultWithoutSenseIsRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => FaultText.Parse("drop:times=-1"));
    }

    [Theory]
    [InlineData("drop")]
    [InlineData("lose-reply:task=imageInference:skip=2:times=3:probability=0.25")]
    [InlineData("unavailable:delay=1.5")]
    public void AFaultIsReadAndWrittenAsText(string text) => Assert.Equal(text, FaultText.Of(FaultText.Parse(text)));

    [Theory]
    [InlineData("explode", "'explode' is no fault; there are drop, drop-after, lose-reply, delay, garbage, silence, partial-success, too-many-requests, unavailable, repeat-webhook, break-stream, end-stream, garble-stream, stall-stream.")]
    [InlineData("drop:often", "'often' in the fault 'drop:often' is not of the form name=value with task, skip, times, probability or delay.")]
    [InlineData("drop:times=x", "'times=x' in the fault 'drop:times=x' is not of the form name=value with task, skip, times, probability or delay.")]
    public void AFaultThatIsNoneSaysSo(string text, string message) =>
        Assert.Equal(message, Assert.Throws<FormatException>(() => FaultText.Parse(text)).Message);

    private static Task<RunwareEmulator> StartAsync(params Fault[] faults) => StartAsync(TimeProvider.System, faults);

    private static Task<RunwareEmulator> StartAsync(TimeProvider clock, params Fault[] faults) =>
        RunwareEmulator.StartAsync(new EmulatorOptions { Cards = [SmallCards.Strict], TimeProvider = clock, Faults = faults });
}
