using System.Net;
using System.Text;
using ModelCards.Emulator;

namespace ModelCards.EndToEnd.Tests.Emulator;

public class HostileBodyTests
{
    public static TheoryData<string, string> MalformedBodies => new()
    {
        { "", "The body is not valid JSON" },
        { "nonsense", "The body is not valid JSON" },
        { "[", "The body is not valid JSON" },
        { "[{}]x", "The body is not valid JSON" },
        { "{}", "The body must be a JSON array of task objects, even for one task." },
        { "null", "The body must be a JSON array of task objects, even for one task." },
        { "[]", "The body holds no task." },
        { "[1]", "Every element of the body must be an object." },
        { "[{\"taskType\":\"ping\"},[]]", "Every element of the body must be an object." },
        { "[{\"taskType\":\"ping\",\"taskType\":\"ping\"}]", "The body is not valid JSON: Duplicate property 'taskType'" },
        { "[{\"taskType\":\"\\ud800\"}]", "The body is not valid JSON: a string holds half of a surrogate pair." },
        { "[{\"\\udc00\":1}]", "The body is not valid JSON: a string holds half of a surrogate pair." },
        { new string('[', 100) + new string(']', 100), "The body is not valid JSON, or too deep" },
        { string.Concat(Enumerable.Repeat("[{\"a\":", 20_000)), "The body is not valid JSON, or too deep" },
        { $"[{{\"{new string('n', 2_000)}\":1}}]", "The body has a name of more than 1000 bytes." },
        { $"[{{\"seed\":{new string('9', 2_000)}}}]", "The body has a number of more than 1000 digits." },
        { $"[{{\"lora\":[{string.Join(',', Enumerable.Repeat("1", 30_000))}]}}]", "The body has more than 20000 JSON tokens." },
        { $"[{{\"positivePrompt\":\"{new string('x', 300_000)}\"}}]", "The body is longer than 200000 bytes." },
    };

    [Theory]
    [MemberData(nameof(MalformedBodies))]
    public async Task AMalformedBodyIsABadRequest(string body, string message)
    {
        await using EmulatorSession session = await StartAsync();

        Answer answer = await session.SendAsync(body);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal("invalidRequestBody", answer.ErrorCode);
        Assert.StartsWith(message, answer.Error.GetProperty("message").GetString(), StringComparison.Ordinal);
        await AssertStillAnswersAsync(session);
    }

    [Fact]
    public async Task InvalidUtf8IsABadRequest()
    {
        await using EmulatorSession session = await StartAsync();

        Answer answer = await session.SendAsync([.. "[{\"taskType\":\""u8, 0xC3, 0x28, .. "\"}]"u8]);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal("The body is not valid UTF-8.", answer.Error.GetProperty("message").GetString());
    }

    [Fact]
    public async Task AnotherContentTypeIsABadRequest()
    {
        await using EmulatorSession session = await StartAsync();

        Answer answer = await session.SendAsync("[{\"taskType\":\"ping\"}]"u8.ToArray(), mediaType: "text/plain");

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal("The Content-Type must be application/json.", answer.Error.GetProperty("message").GetString());
    }

    [Fact]
    public async Task ANameThatOnlyPointsHereIsABadRequest()
    {
        await using EmulatorSession session = await StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, session.Emulator.Endpoint);
        request.Headers.Host = "rebound.example.com";

        using HttpResponseMessage response = await session.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("invalidRequest", (await Answer.ReadAsync(response)).ErrorCode);
    }

    [Fact]
    public async Task TooManyTasksAreABadRequest()
    {
        await using EmulatorSession session = await StartAsync();

        Answer answer = await session.PostAsync([.. Enumerable.Repeat("{\"taskType\":\"ping\"}", 101)]);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal("maxTasksExceeded", answer.ErrorCode);
        Assert.Equal(100, (await session.PostAsync([.. Enumerable.Repeat("{\"taskType\":\"ping\"}", 100)])).Data.Length);
    }

    [Theory]
    [InlineData("\"seed\":1e999999999999999999")]
    [InlineData("\"seed\":-1e-999999999999999999")]
    [InlineData("\"width\":1e999999999,\"height\":64")]
    [InlineData("\"lora\":{\"a\":[{\"b\":[]}]}")]
    [InlineData("\"numberResults\":null")]
    [InlineData("\"x\\u0000y\":1")]
    public async Task OddValuesAreJudgedLikeAnyOther(string more)
    {
        await using EmulatorSession session = await StartAsync();

        Answer answer = await session.PostAsync(Sample.Task(more));

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.All(answer.Errors, error => Assert.Matches("^(invalid|unsupported)Parameter$", error.GetProperty("code").GetString()));
        await AssertStillAnswersAsync(session);
    }

    [Fact]
    public async Task ManyErrorsAreAllReported()
    {
        await using EmulatorSession session = await StartAsync();

        Answer answer = await session.PostAsync(
            Sample.Task($"\"lora\":[{string.Join(',', Enumerable.Repeat("1", 5_000))}]"));

        Assert.Equal(5_000, answer.Errors.Length);
    }

    [Fact]
    public async Task AMarkupPromptIsOnlyText()
    {
        await using EmulatorSession session = await StartAsync();

        Answer answer = await session.PostAsync(
            Sample.Task("\"outputFormat\":\"<script>alert(1)</script>\""));

        Assert.Contains("<script>", answer.Error.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task RandomDamageNeverBreaksTheEmulator()
    {
        await using EmulatorSession session = await StartAsync();
        byte[] sound = Encoding.UTF8.GetBytes($"[{Sample.Task("\"width\":64,\"height\":64,\"lora\":[{\"model\":\"a\",\"weight\":1.5}]")}]");
        var random = new Random(20260101);

        for (int i = 0; i < 500; i++)
        {
            byte[] damaged = [.. sound];
            for (int changes = random.Next(1, 4); changes > 0; changes--)
                damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
            Answer answer = await session.SendAsync(damaged);
            Assert.Contains(answer.Status, (HttpStatusCode[])[HttpStatusCode.OK, HttpStatusCode.BadRequest]);
        }

        await AssertStillAnswersAsync(session);
    }

    private static Task<EmulatorSession> StartAsync() =>
        EmulatorSession.StartAsync(
            new EmulatorOptions { Cards = [SmallCards.Strict], Limits = new EmulatorLimits { MaxBodyBytes = 200_000 } });

    private static async Task AssertStillAnswersAsync(EmulatorSession session) =>
        Assert.Equal(HttpStatusCode.OK, (await session.PostAsync("{\"taskType\":\"ping\"}")).Status);
}
