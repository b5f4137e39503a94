using System.Net;
using System.Net.WebSockets;
using System.Text.Json;
using ModelCards.Emulator;
using ModelCards.Emulator.Faults;
using ModelCards.EndToEnd.Tests.Emulator;

namespace ModelCards.EndToEnd.Tests.Journal;

public class EventStreamTests
{
    [Fact]
    public async Task AConnectionComesAuthenticatesAndGoes()
    {
        await using EmulatorSession session = await EmulatorSession.StartAsync();
        using EventReader reader = await EventReader.OpenAsync(session.Emulator);
        using SocketSession socket = await SocketSession.OpenAsync(session.Emulator);

        await reader.ReadUntilAsync(seen => seen.Connections.Count == 1);
        Assert.False(reader.Connections[1].GetProperty("authenticated").GetBoolean());
        await socket.SendAsync(SocketSession.Authentication());
        Guid told = Assert.Single((await socket.ReadAsync()).Data).GetProperty("connectionSessionUUID").GetGuid();
        await reader.ReadUntilAsync(seen => seen.Connections[1].TryGetProperty("session", out _));
        await socket.Socket.CloseAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);
        await reader.ReadUntilAsync(seen => seen.Connections[1].TryGetProperty("closedAt", out _));

        Assert.Equal(told, reader.Connections[1].GetProperty("session").GetGuid());
        Assert.Equal(0, reader.Totals.GetProperty("open").GetInt64());
        Assert.Equal(1, reader.Totals.GetProperty("connections").GetInt64());
    }

    [Fact]
    public async Task FramesOfBothDirectionsComeOnBothTransports()
    {
        await using EmulatorSession session = await EmulatorSession.StartAsync();
        (SocketSession socket, _) = await SocketSession.AuthenticateAsync(session.Emulator);
        using SocketSession owned = socket;
        await socket.SendAsync("{\"taskType\":\"ping\"}");
        await socket.ReadAsync();
        await session.PostAsync("{\"taskType\":\"ping\"}");

        EventReader seen = await EventReader.ReadAsync(session.Emulator, reader => reader.Frames.Count == 6);

        Assert.Equal(
            ["WebSocket: [{\"taskType\":\"authentication\",\"apiKey\":\"•••\"}]", "WebSocket: [{\"taskType\":\"ping\"}]", "HTTP: [{\"taskType\":\"ping\"}]"],
            seen.TextsOf("in"));
        Assert.Equal("HTTP: {\"data\":[{\"taskType\":\"ping\",\"pong\":true}]}", seen.TextsOf("out").Last());
        Assert.Equal(200, seen.Frames[6].GetProperty("status").GetInt32());
    }

    [Fact]
    public async Task NoKeyIsInTheStreamWhereverAClientPutIt()
    {
        static string Key(int number) => $"S3cretKey-{number}-OfAClient";
        await using EmulatorSession session = await EmulatorSession.StartAsync(SmallCards.Open);
        Guid uuid = Guid.NewGuid();
        await session.SendAsync(
            $$"""[{"taskType":"imageInference","taskUUID":"{{uuid}}","model":"{{Key(1)}}","positivePrompt":"my {{Key(1)}}"}]""", "Bearer " + Key(1));
        await session.SendAsync($$"""[{"taskType":"authentication","apiKey":"{{Key(2)}}"},{"taskType":"{{Key(2)}}"}]""", null);
        await session.SendAsync($$"""[{"taskType":"getTaskDetails","taskUUID":"{{uuid}}"}]""");
        await session.SendAsync("[]", Key(3));
        await session.SendAsync($$"""{"taskType":"authentication","apiKey":"{{Key(4)}}",""");
        using SocketSession socket = await SocketSession.OpenAsync(session.Emulator);
        await socket.SendAsync($$"""{"taskType":"authentication","key":"{{Key(5)}}"}""");
        await socket.ReadAsync();

        EventReader seen = await EventReader.ReadAsync(session.Emulator, reader => reader.Frames.Count == 11);

        Assert.DoesNotContain("S3cret", seen.Raw, StringComparison.Ordinal);
        Assert.Contains("my •••", seen.Raw, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ATaskTellsItsStateItsErrorsAndItsPictures()
    {
        await using EmulatorSession session = await EmulatorSession.StartAsync(
            new EmulatorOptions { Cards = [SmallCards.Strict], Faults = [new Fault(FaultKind.PartialSuccess)] });
        await session.PostAsync(Sample.Task("\"numberResults\":2,\"width\":64,\"height\":128"), Sample.Task("\"width\":65"));

        EventReader seen = await EventReader.ReadAsync(
            session.Emulator, reader => reader.Tasks.Count == 2 && reader.Tasks[1].GetProperty("state").GetString() != "working");

        Assert.Equal("partly failed", seen.Tasks[1].GetProperty("state").GetString());
        Assert.Equal("a lighthouse", seen.Tasks[1].GetProperty("prompt").GetString());
        JsonElement picture = Assert.Single(seen.Tasks[1].GetProperty("pictures").EnumerateArray());
        Assert.Equal((64, 128), (picture.GetProperty("width").GetInt32(), picture.GetProperty("height").GetInt32()));
        Assert.Equal("inferenceError", Assert.Single(seen.Tasks[1].GetProperty("errors").EnumerateArray()).GetProperty("code").GetString());
        Assert.Equal("refused", seen.Tasks[2].GetProperty("state").GetString());
        Assert.Contains("multiple of 16", seen.Tasks[2].GetProperty("errors")[0].GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnAsynchronousTaskIsWorkingUntilItsTimeHasPassed()
    {
        var clock = new Microsoft.Extensions.Time.Testing.FakeTimeProvider();
        await using EmulatorSession session = await EmulatorSession.StartAsync(
            new EmulatorOptions { Cards = [SmallCards.Strict], TimeProvider = clock, TaskTime = TimeSpan.FromSeconds(10) });
        await session.PostAsync(Sample.Task("\"deliveryMethod\":\"async\",\"outputType\":\"base64Data\",\"width\":64,\"height\":64"));
        using EventReader reader = await EventReader.OpenAsync(session.Emulator);

        await reader.ReadUntilAsync(seen => seen.Tasks.Count == 1);
        Assert.Equal("working", reader.Tasks[1].GetProperty("state").GetString());
        clock.Advance(TimeSpan.FromSeconds(10));
        await reader.ReadUntilAsync(seen => seen.Tasks[1].GetProperty("state").GetString() == "done");

        string picture = reader.Tasks[1].GetProperty("pictures")[0].GetProperty("uuid").GetString()!;
        byte[] small = await session.Client.GetByteArrayAsync(new Uri(session.Emulator.Page, $"/page/pictures/{reader.Tasks[1].GetProperty("uuid").GetString()}/{picture}?side=32"));
        Assert.Equal([0xFF, 0xD8, 0xFF], small[..3]);
        Assert.Equal(HttpStatusCode.NotFound, (await session.Client.GetAsync(new Uri(session.Emulator.Page, $"/page/pictures/{Guid.NewGuid()}/{picture}"))).StatusCode);
    }

    [Fact]
    public async Task ATaskThatIsSentTwiceIsOneTask()
    {
        await using EmulatorSession session = await EmulatorSession.StartAsync();
        string task = Sample.Task("\"width\":64,\"height\":64");
        await session.PostAsync(task);
        Assert.Equal("conflictTaskUUID", (await session.PostAsync(task)).ErrorCode);

        EventReader seen = await EventReader.ReadAsync(session.Emulator, reader => reader.Frames.Count == 4);

        JsonElement only = Assert.Single(seen.Tasks.Values);
        Assert.Equal(("done", 2), (only.GetProperty("state").GetString(), only.GetProperty("sent").GetInt32()));
    }

    [Fact]
    public async Task AFaultIsToldInItsPlace()
    {
        await using EmulatorSession session = await EmulatorSession.StartAsync(new EmulatorOptions
        {
            Cards = [SmallCards.Strict],
            Faults = [new Fault(FaultKind.TooManyRequests)],
        });
        await session.PostAsync(Sample.Task());

        EventReader seen = await EventReader.ReadAsync(session.Emulator, reader => reader.Frames.Count == 3);

        Assert.Equal(["in", "fault", "out"], seen.Frames.Values.Select(frame => frame.GetProperty("direction").GetString()));
        Assert.Equal("too-many-requests", seen.Frames[2].GetProperty("text").GetString());
        Assert.Equal(429, seen.Frames[3].GetProperty("status").GetInt32());
    }

    [Fact]
    public async Task ManyFramesAndTasksAreBoundedAndCounted()
    {
        await using EmulatorSession session = await EmulatorSession.StartAsync();
        for (int i = 0; i < 12; i++)
            await session.PostAsync([.. Enumerable.Repeat("{\"taskType\":\"paint\",\"a\":\"" + new string('x', 200) + "\"}", 100)]);
        for (int i = 0; i < 600; i++)
            await session.PostAsync("{\"taskType\":\"ping\"}");

        EventReader seen = await EventReader.ReadAsync(session.Emulator, reader => reader.Frames.Keys.LastOrDefault() == 1_224);

        Assert.Equal(1_000, seen.Frames.Count);
        Assert.Equal(500, seen.Tasks.Count);
        Assert.Equal(1_200, seen.Tasks.Keys.Last());
        Assert.Equal((1_224, 1_200), (seen.Totals.GetProperty("frames").GetInt64(), seen.Totals.GetProperty("tasks").GetInt64()));
        Assert.All(seen.Frames.Values, frame => Assert.InRange(frame.GetProperty("text").GetString()!.Length, 1, 8_192));
    }

    [Fact]
    public async Task ALongFrameIsCutAndItsLengthTold()
    {
        await using EmulatorSession session = await EmulatorSession.StartAsync();
        await session.PostAsync(Sample.Task($"\"lora\":\"{new string('x', 50_000)}\""));

        EventReader seen = await EventReader.ReadAsync(session.Emulator, reader => reader.Frames.Count == 2);

        Assert.True(seen.Frames[1].GetProperty("cut").GetBoolean());
        Assert.InRange(seen.Frames[1].GetProperty("length").GetInt64(), 50_000, 51_000);
        Assert.StartsWith("[{\"taskType\":\"imageInference\"", seen.Frames[1].GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task EachPieceOfATextThatIsStreamedIsAFrame()
    {
        await using EmulatorSession session = await EmulatorSession.StartAsync(
            Cards.ModelCard.FromSchema("any-text", """{ "properties": { "taskType": { "const": "textInference" } } }"""u8));
        Guid uuid = Guid.NewGuid();
        string task =
            $$"""[{"taskType":"textInference","taskUUID":"{{uuid}}","model":"a:1@1","messages":[{"role":"user","content":"boats"}],"deliveryMethod":"stream"}]""";
        using var content = new StringContent(task, null, "application/json");
        session.Client.DefaultRequestHeaders.Add("Authorization", "Bearer " + EmulatorSession.Key);
        using HttpResponseMessage response = await session.Client.PostAsync(session.Emulator.Endpoint, content);
        int pieces = (await response.Content.ReadAsStringAsync()).Split("data: {").Length - 1;

        EventReader seen = await EventReader.ReadAsync(session.Emulator, reader => reader.Frames.Count == 1 + pieces);

        Assert.All(seen.Frames.Values, frame => Assert.Equal(uuid, Assert.Single(frame.GetProperty("tasks").EnumerateArray()).GetGuid()));
        Assert.Equal("done", Assert.Single(seen.Tasks.Values).GetProperty("state").GetString());
    }

    [Theory]
    [InlineData(499)]
    [InlineData(500)]
    [InlineData(1_999)]
    public async Task ALongPromptIsCutBetweenCharacters(int before)
    {
        await using EmulatorSession session = await EmulatorSession.StartAsync(SmallCards.Open);
        string prompt = new string('x', before) + string.Concat(Enumerable.Repeat("😀", 1_000));
        await session.PostAsync($$"""{"taskType":"imageInference","taskUUID":"{{Guid.NewGuid()}}","positivePrompt":"{{prompt}}","width":64,"height":64}""");
        await session.SendAsync($"no JSON {prompt}{prompt}{prompt}");

        EventReader seen = await EventReader.ReadAsync(session.Emulator, reader => reader.Frames.Count == 4);

        string shown = seen.Tasks[1].GetProperty("prompt").GetString()!;
        Assert.Equal(prompt[..(before == 499 ? 499 : 500)] + "…", shown);
    }

    [Fact]
    public async Task AReaderWhoComesBackAfterARestartMissesNothingAndHearsNothingTwice()
    {
        await using EmulatorSession session = await EmulatorSession.StartAsync();
        await session.PostAsync("{\"taskType\":\"ping\"}");
        using EventReader first = await EventReader.OpenAsync(session.Emulator);
        await first.ReadUntilAsync(reader => reader.Frames.Count == 2);

        await session.Emulator.RestartAsync();
        while (await first.ReadEventAsync())
        {
        }

        await session.PostAsync("{\"taskType\":\"ping\"}");
        using EventReader second = await EventReader.OpenAsync(session.Emulator, first.LastId);
        await second.ReadUntilAsync(reader => reader.Frames.Count == 2);

        Assert.False(second.IsAnew);
        Assert.Equal([3L, 4L], second.Frames.Keys);
    }

    [Fact]
    public async Task AReaderWhoKnowsAnotherEmulatorBeginsAnew()
    {
        await using EmulatorSession session = await EmulatorSession.StartAsync();
        await session.PostAsync("{\"taskType\":\"ping\"}");

        using EventReader reader = await EventReader.OpenAsync(session.Emulator, $"{Guid.NewGuid():N}.1");
        await reader.ReadUntilAsync(seen => seen.Frames.Count == 2);

        Assert.True(reader.IsAnew);
    }

    [Fact]
    public async Task MoreReadersThanAreServedAreRefused()
    {
        await using EmulatorSession session = await EmulatorSession.StartAsync();
        var readers = new List<EventReader>();
        for (int i = 0; i < 20; i++)
            readers.Add(await EventReader.OpenAsync(session.Emulator));

        using HttpResponseMessage refusal = await session.Client.GetAsync(new Uri(session.Emulator.Page, "/events"));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, refusal.StatusCode);
        readers.ForEach(reader => reader.Dispose());
    }
}
