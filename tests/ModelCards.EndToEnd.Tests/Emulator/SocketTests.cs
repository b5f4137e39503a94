using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using ModelCards.Emulator;

namespace ModelCards.EndToEnd.Tests.Emulator;

public class SocketTests
{
    private const string Ping = """{"taskType":"ping","ping":true}""";
    private const string Small = "\"width\":64,\"height\":64";

    [Fact]
    public async Task AKeyIsAnsweredWithASessionAndAPingWithAPong()
    {
        await using RunwareEmulator emulator = await StartAsync();
        (SocketSession session, Guid uuid) = await SocketSession.AuthenticateAsync(emulator);
        using SocketSession owned = session;

        await session.SendAsync(Ping);

        Assert.NotEqual(Guid.Empty, uuid);
        Assert.Equal("""{"data":[{"taskType":"ping","pong":true}]}""", (await session.ReadAsync()).Json.GetRawText());
    }

    [Theory]
    [InlineData(Ping, "missingAuthentication")]
    [InlineData("""{"taskType":"authentication"}""", "missingAuthentication")]
    [InlineData("""{"taskType":"authentication","apiKey":"some-key"},{"taskType":"ping"}""", "invalidRequest")]
    [InlineData("""{"taskType":"authentication","apiKey":"wrong"}""", "invalidApiKey")]
    [InlineData("{", "invalidRequestBody")]
    public async Task NothingButAKeyComesFirstAndItIsRefusedInTheDocumentedForm(string tasks, string code)
    {
        await using RunwareEmulator emulator = await StartAsync();
        using SocketSession session = await SocketSession.OpenAsync(emulator);

        await session.SendAsync(tasks);

        Answer answer = await session.ReadAsync();
        Assert.Equal(code, answer.ErrorCode);
        Assert.False(answer.Error.TryGetProperty("taskUUID", out _));
        Assert.Equal(WebSocketCloseStatus.PolicyViolation, await session.CloseAsync());
        Assert.Empty(emulator.ReceivedTasks);
    }

    [Fact]
    public async Task AWebPageFromElsewhereIsNotLetIn()
    {
        await using RunwareEmulator emulator = await StartAsync();

        await Assert.ThrowsAsync<WebSocketException>(() => SocketSession.OpenAsync(emulator, "https://example.com"));
        (await SocketSession.OpenAsync(emulator, "http://localhost:5000")).Dispose();
    }

    [Fact]
    public async Task EachResultHasAFrameOfItsOwn()
    {
        await using RunwareEmulator emulator = await StartAsync();
        (SocketSession session, _) = await SocketSession.AuthenticateAsync(emulator);
        using SocketSession owned = session;
        Guid uuid = Guid.NewGuid();

        await session.SendAsync(Sample.Task($"{Small},\"numberResults\":3,\"seed\":5", uuid));

        for (int seed = 5; seed < 8; seed++)
        {
            JsonElement item = Assert.Single((await session.ReadAsync()).Data);
            Assert.Equal((uuid, seed), (item.GetProperty("taskUUID").GetGuid(), item.GetProperty("seed").GetInt32()));
        }
    }

    [Fact]
    public async Task SoundTasksRunThoughOthersOfTheMessageFail()
    {
        await using RunwareEmulator emulator = await StartAsync();
        (SocketSession session, _) = await SocketSession.AuthenticateAsync(emulator);
        using SocketSession owned = session;
        Guid good = Guid.NewGuid();
        Guid bad = Guid.NewGuid();

        await session.SendAsync(Sample.Task("\"width\":1,\"height\":64", bad), Sample.Task(Small, good));

        Assert.All((await session.ReadAsync()).Errors, error => Assert.Equal(bad, error.GetProperty("taskUUID").GetGuid()));
        Assert.Equal(good, Assert.Single((await session.ReadAsync()).Data).GetProperty("taskUUID").GetGuid());
    }

    [Fact]
    public async Task AMessageThatIsNoneIsAnErrorAndTheConnectionLives()
    {
        await using RunwareEmulator emulator = await StartAsync();
        (SocketSession session, _) = await SocketSession.AuthenticateAsync(emulator);
        using SocketSession owned = session;

        await session.SendTextAsync("{\"taskType\":");
        Assert.Equal("invalidRequestBody", (await session.ReadAsync()).ErrorCode);
        await session.SendTextAsync("[]");
        Assert.Equal("invalidRequestBody", (await session.ReadAsync()).ErrorCode);
        await session.SendAsync(Ping);
        Assert.Single((await session.ReadAsync()).Data);
    }

    [Fact]
    public async Task BinaryAndEndlessMessagesEndTheConnection()
    {
        await using RunwareEmulator emulator = await RunwareEmulator.StartAsync(
            new EmulatorOptions { Cards = [SmallCards.Strict], Limits = new EmulatorLimits { MaxBodyBytes = 10_000 } });
        (SocketSession binary, _) = await SocketSession.AuthenticateAsync(emulator);
        (SocketSession endless, _) = await SocketSession.AuthenticateAsync(emulator);

        await binary.Socket.SendAsync(new byte[] { 1 }, WebSocketMessageType.Binary, endOfMessage: true, CancellationToken.None);
        await endless.Socket.SendAsync(new byte[20_000], WebSocketMessageType.Text, endOfMessage: false, CancellationToken.None);

        Assert.Equal(WebSocketCloseStatus.InvalidMessageType, await binary.CloseAsync());
        Assert.Equal(WebSocketCloseStatus.MessageTooBig, await endless.CloseAsync());
        binary.Dispose();
        endless.Dispose();
    }

    [Fact]
    public async Task AnIdleConnectionIsClosedAfter120SecondsAndEachMessageBeginsThemAnew()
    {
        var clock = new FakeTimeProvider();
        await using RunwareEmulator emulator = await StartAsync(clock);
        (SocketSession session, _) = await SocketSession.AuthenticateAsync(emulator);
        using SocketSession owned = session;

        clock.Advance(TimeSpan.FromSeconds(119));
        await session.SendAsync(Ping);
        await session.ReadAsync();
        clock.Advance(TimeSpan.FromSeconds(119));
        await session.SendAsync(Ping);
        await session.ReadAsync();
        // The pong may be read before its sender has wound the clock.
        Task<WebSocketCloseStatus?> closed = session.CloseAsync();
        while (!closed.IsCompleted)
        {
            clock.Advance(TimeSpan.FromSeconds(120));
            await Task.Yield();
        }

        Assert.Equal(WebSocketCloseStatus.NormalClosure, await closed);
    }

    [Fact]
    public async Task AClientThatComesBackGetsWhatItMissed()
    {
        var clock = new FakeTimeProvider();
        await using RunwareEmulator emulator = await StartAsync(clock, TimeSpan.FromSeconds(30));
        (SocketSession session, Guid old) = await SocketSession.AuthenticateAsync(emulator);
        Guid uuid = Guid.NewGuid();
        await session.SendAsync(Sample.Task($"{Small},\"numberResults\":3", uuid), Ping);
        await session.ReadAsync();
        await CutAsync(emulator, session);

        clock.Advance(TimeSpan.FromSeconds(10));
        clock.Advance(TimeSpan.FromSeconds(10));
        (SocketSession again, Guid fresh) = await SocketSession.AuthenticateAsync(emulator, old);
        using SocketSession owned = again;
        clock.Advance(TimeSpan.FromSeconds(10));

        Assert.NotEqual(old, fresh);
        HashSet<Guid> images = [];
        for (int i = 0; i < 3; i++)
            Assert.True(images.Add(Assert.Single((await again.ReadAsync()).Data).GetProperty("imageUUID").GetGuid()));
        await again.SendAsync(Ping);
        Assert.True(Assert.Single((await again.ReadAsync()).Data).GetProperty("pong").GetBoolean());
    }

    [Fact]
    public async Task After120SecondsWhatWasMissedIsGoneButCanBePolled()
    {
        var clock = new FakeTimeProvider();
        await using RunwareEmulator emulator = await StartAsync(clock, TimeSpan.FromSeconds(10));
        (SocketSession session, Guid old) = await SocketSession.AuthenticateAsync(emulator);
        Guid uuid = Guid.NewGuid();
        await session.SendAsync(Sample.Task(Small, uuid), Ping);
        await session.ReadAsync();
        await CutAsync(emulator, session);

        clock.Advance(TimeSpan.FromSeconds(10));
        clock.Advance(TimeSpan.FromSeconds(121));
        (SocketSession again, _) = await SocketSession.AuthenticateAsync(emulator, old);
        using SocketSession owned = again;
        await again.SendAsync(Ping);
        Assert.True(Assert.Single((await again.ReadAsync()).Data).GetProperty("pong").GetBoolean());
        await again.SendAsync(Sample.Poll(uuid));
        Assert.Equal("success", Assert.Single((await again.ReadAsync()).Data).GetProperty("status").GetString());
    }

    [Fact]
    public async Task AsynchronousTasksAreAcknowledgedTogetherAndPolledTogetherWithTheirProgress()
    {
        var clock = new FakeTimeProvider();
        await using RunwareEmulator emulator = await StartAsync(clock, TimeSpan.FromSeconds(10));
        (SocketSession session, _) = await SocketSession.AuthenticateAsync(emulator);
        using SocketSession owned = session;
        Guid one = Guid.NewGuid();
        Guid two = Guid.NewGuid();

        await session.SendAsync(
            Sample.Task($"{Small},\"deliveryMethod\":\"async\"", one), Sample.Task($"{Small},\"deliveryMethod\":\"async\",\"numberResults\":2", two));
        Assert.Equal([one, two], (await session.ReadAsync()).Data.Select(item => item.GetProperty("taskUUID").GetGuid()));
        Assert.Equal(["0", "0"], await PollAsync());
        clock.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(["50", "success", "50"], await PollAsync());
        clock.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(["success", "success", "success"], await PollAsync());

        async Task<string[]> PollAsync()
        {
            await session.SendAsync(Sample.Poll(one), Sample.Poll(two));
            return [.. (await session.ReadAsync()).Data.Select(item =>
                item.TryGetProperty("progress", out JsonElement progress) ? progress.GetRawText() : item.GetProperty("status").GetString()!)];
        }
    }

    [Fact]
    public async Task ATaskUuidIsTakenOnceOnWhateverWayItComes()
    {
        await using EmulatorSession http = await EmulatorSession.StartAsync();
        (SocketSession session, _) = await SocketSession.AuthenticateAsync(http.Emulator);
        using SocketSession owned = session;
        Guid uuid = Guid.NewGuid();

        await http.PostAsync(Sample.Task(Small, uuid));
        await session.SendAsync(Sample.Task(Small, uuid));

        Answer answer = await session.ReadAsync();
        Assert.Equal(("conflictTaskUUID", uuid), (answer.ErrorCode, answer.Error.GetProperty("taskUUID").GetGuid()));
        Assert.Empty(answer.Data);
        Assert.Equal(1, http.Emulator.ExecutedTasks);
    }

    [Fact]
    public async Task ALargeResultTravelsInFragments()
    {
        await using RunwareEmulator emulator = await StartAsync();
        (SocketSession session, _) = await SocketSession.AuthenticateAsync(emulator);
        using SocketSession owned = session;

        await session.SendAsync(Sample.Task("\"width\":480,\"height\":480,\"outputFormat\":\"PNG\",\"outputType\":\"base64Data\""));

        byte[] frame = await session.ReadBytesAsync();
        using JsonDocument document = JsonDocument.Parse(frame);
        byte[] picture = document.RootElement.GetProperty("data")[0].GetProperty("imageBase64Data").GetBytesFromBase64();
        Assert.True(frame.Length > 100_000);
        Assert.Equal("PNG", Encoding.ASCII.GetString(picture, 1, 3));
    }

    [Fact]
    public async Task ARestartCutsConnectionsAndKeepsTasks()
    {
        await using RunwareEmulator emulator = await StartAsync();
        (SocketSession session, _) = await SocketSession.AuthenticateAsync(emulator);
        Guid uuid = Guid.NewGuid();
        await session.SendAsync(Sample.Task(Small, uuid));
        await session.ReadAsync();

        await emulator.RestartAsync();

        Assert.Null(await session.CloseAsync());
        session.Dispose();
        (SocketSession again, _) = await SocketSession.AuthenticateAsync(emulator);
        using SocketSession owned = again;
        await again.SendAsync(Sample.Poll(uuid));
        Assert.Equal("success", Assert.Single((await again.ReadAsync()).Data).GetProperty("status").GetString());
    }

    /// <summary>Cuts the connection, and waits until the emulator has noticed.</summary>
    private static async Task CutAsync(RunwareEmulator emulator, SocketSession session)
    {
        session.Dispose();
        while (emulator.OpenConnections > 0)
            await Task.Yield();
    }

    private static Task<RunwareEmulator> StartAsync(TimeProvider? clock = null, TimeSpan taskTime = default) => RunwareEmulator.StartAsync(new EmulatorOptions
    {
        Cards = [SmallCards.Strict],
        ApiKeys = ["some-key"],
        TimeProvider = clock ?? TimeProvider.System,
        TaskTime = taskTime,
    });
}
