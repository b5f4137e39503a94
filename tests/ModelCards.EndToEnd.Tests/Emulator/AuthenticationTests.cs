using System.Net;
using ModelCards.Emulator;

namespace ModelCards.EndToEnd.Tests.Emulator;

public class AuthenticationTests
{
    private const string Ping = """{"taskType":"ping","ping":true}""";

    [Fact]
    public async Task AKeyInTheHeaderLetsIn()
    {
        await using EmulatorSession session = await EmulatorSession.StartAsync();

        Answer answer = await session.SendAsync($"[{Ping}]", "Bearer any-key");

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal("""{"data":[{"taskType":"ping","pong":true}]}""", answer.Json.GetRawText());
    }

    [Fact]
    public async Task AKeyInTheFirstElementLetsIn()
    {
        await using EmulatorSession session = await EmulatorSession.StartAsync();

        Answer answer = await session.SendAsync($$"""[{"taskType":"authentication","apiKey":"any-key"},{{Ping}}]""", authorization: null);

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal("""{"data":[{"taskType":"ping","pong":true}]}""", answer.Json.GetRawText());
    }

    [Theory]
    [InlineData(null, Ping)]
    [InlineData("Bearer ", Ping)]
    [InlineData("Basic any-key", Ping)]
    [InlineData(null, """{"taskType":"authentication"},{"taskType":"ping"}""")]
    [InlineData(null, """{"taskType":"authentication","apiKey":""},{"taskType":"ping"}""")]
    [InlineData(null, """{"taskType":"authentication","apiKey":1},{"taskType":"ping"}""")]
    [InlineData(null, """{"taskType":"ping"},{"taskType":"authentication","apiKey":"any-key"}""")]
    public async Task WithoutAKeyThereIsNoWayIn(string? header, string tasks)
    {
        await using EmulatorSession session = await EmulatorSession.StartAsync();

        Answer answer = await session.SendAsync($"[{tasks}]", header);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.Status);
        Assert.Equal("missingAuthentication", answer.ErrorCode);
        Assert.Empty(session.Emulator.ReceivedTasks);
    }

    [Theory]
    [InlineData("Bearer wrong", Ping)]
    [InlineData(null, """{"taskType":"authentication","apiKey":"wrong"},{"taskType":"ping"}""")]
    [InlineData("Bearer right", """{"taskType":"authentication","apiKey":"wrong"},{"taskType":"ping"}""")]
    public async Task AWrongKeyIsRefusedInTheDocumentedForm(string? header, string tasks)
    {
        await using EmulatorSession session = await EmulatorSession.StartAsync(
            new EmulatorOptions { Cards = [SmallCards.Strict], ApiKeys = ["right", "also right"] });

        Answer answer = await session.SendAsync($"[{tasks}]", header);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.Status);
        Assert.Equal(
            """{"errors":[{"code":"invalidApiKey","message":"Invalid API key: it is none of those that this emulator was started with.","parameter":"apiKey","type":"string","taskType":"authentication"}]}""",
            answer.Json.GetRawText());
    }

    [Fact]
    public async Task EveryListedKeyLetsIn()
    {
        await using EmulatorSession session = await EmulatorSession.StartAsync(
            new EmulatorOptions { Cards = [SmallCards.Strict], ApiKeys = ["right", "also right"] });

        Assert.Equal(HttpStatusCode.OK, (await session.SendAsync($"[{Ping}]", "Bearer also right")).Status);
        Assert.Equal(HttpStatusCode.OK, (await session.SendAsync($"[{Ping}]", "bearer right")).Status);
    }

    [Fact]
    public async Task AKeyIsNeverAmongTheReceivedTasks()
    {
        await using EmulatorSession session = await EmulatorSession.StartAsync();

        await session.SendAsync($$"""[{"taskType":"authentication","apiKey":"secret"},{{Ping}}]""", authorization: null);

        Assert.Equal(Ping, Assert.Single(session.Emulator.ReceivedTasks).Json.GetRawText());
    }
}
