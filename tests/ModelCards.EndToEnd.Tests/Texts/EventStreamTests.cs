using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using ModelCards.EndToEnd.Tests.Emulator;
using ModelCards.Emulator;
using ModelCards.Emulator.Faults;

namespace ModelCards.EndToEnd.Tests.Texts;

/// <summary>What the emulator sends on the wire for a text.</summary>
public sealed class EventStreamTests
{
    private static string Task(string more, Guid? uuid = null) =>
        $$"""{"taskType":"textInference","taskUUID":"{{uuid ?? Guid.NewGuid()}}","model":"quill:5@2","messages":[{"role":"user","content":"About boats"}]{{more}}}""";

    private static Task<EmulatorSession> StartAsync(TimeProvider? clock = null, TimeSpan taskTime = default, params Fault[] faults) => EmulatorSession.StartAsync(new EmulatorOptions
    {
        Cards = [QuillTextRequest.Card], Faults = faults, TaskTime = taskTime, TimeProvider = clock ?? TimeProvider.System,
    });

    private static async Task<HttpResponseMessage> OpenAsync(EmulatorSession session, string task)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, session.Emulator.Endpoint) { Content = new StringContent($"[{task}]", Encoding.UTF8, "application/json") };
        request.Headers.Add("Authorization", "Bearer " + EmulatorSession.Key);
        return await session.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }

    [Fact]
    public async Task AStreamIsEventsOfReasoningWordsReasonUsageAndDone()
    {
        await using EmulatorSession session = await StartAsync();
        Guid uuid = Guid.NewGuid();

        using HttpResponseMessage response = await OpenAsync(session, Task(",\"deliveryMethod\":\"stream\",\"thinking\":\"low\",\"includeCost\":true", uuid));
        string[] events = (await response.Content.ReadAsStringAsync()).Split("\n\n");

        Assert.Equal("text/event-stream", response.Content.Headers.ContentType?.ToString());
        Assert.Equal((": keep-alive", "data: [DONE]", ""), (events[0], events[^2], events[^1]));
        JsonElement[] chunks = [.. events[1..^2].Select(text => JsonDocument.Parse(text["data: ".Length..]).RootElement)];
        Assert.All(chunks, chunk => Assert.Equal(("textInference", uuid), (chunk.GetProperty("taskType").GetString(), chunk.GetProperty("taskUUID").GetGuid())));
        Assert.True(chunks[0].GetProperty("delta").TryGetProperty("reasoningContent", out _));
        Assert.True(chunks[^3].GetProperty("delta").TryGetProperty("text", out _));
        Assert.Equal("stop", chunks[^2].GetProperty("finishReason").GetString());
        Assert.False(chunks[^1].TryGetProperty("delta", out _));
        Assert.True(chunks[^1].GetProperty("usage").GetProperty("thinkingTokens").GetInt32() > 0 && chunks[^1].GetProperty("cost").GetDecimal() > 0);
    }

    [Fact]
    public async Task ATextThatTakesItsTimeShowsSignsOfLife()
    {
        var clock = new FakeTimeProvider();
        await using EmulatorSession session = await StartAsync(clock, TimeSpan.FromHours(1));
        using HttpResponseMessage response = await OpenAsync(session, Task(",\"deliveryMethod\":\"stream\""));

        Task<string> reading = response.Content.ReadAsStringAsync();
        while (!reading.IsCompleted)
        {
            clock.Advance(TimeSpan.FromSeconds(5));
            await System.Threading.Tasks.Task.Yield();
        }

        string text = await reading;
        int words = text.Split("\"delta\"").Length - 1;
        int comments = text.Split(": keep-alive\n\n").Length - 1;
        Assert.True(comments > words, $"{comments} comments, {words} words");
        Assert.EndsWith("data: [DONE]\n\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AStreamOverAWebSocketIsAnErrorAndTakesNoUuid()
    {
        await using EmulatorSession emulator = await StartAsync();
        (SocketSession session, _) = await SocketSession.AuthenticateAsync(emulator.Emulator);
        using SocketSession owned = session;
        Guid uuid = Guid.NewGuid();

        await session.SendAsync(Task(",\"deliveryMethod\":\"stream\"", uuid));
        Answer refusal = await session.ReadAsync();
        await session.SendAsync(Task("", uuid));
        Answer answer = await session.ReadAsync();

        Assert.Equal("invalidParameter", refusal.ErrorCode);
        Assert.Equal("deliveryMethod stream is for one task alone, over HTTP.", refusal.Error.GetProperty("message").GetString());
        Assert.Equal("stop", Assert.Single(answer.Data).GetProperty("finishReason").GetString());
    }

    [Theory]
    [InlineData(",\"deliveryMethod\":\"stream\",\"numberResults\":2", "invalidParameter", "numberResults")]
    [InlineData(",\"deliveryMethod\":\"post\"", "invalidParameter", "deliveryMethod")]
    [InlineData(",\"user\":\"\"", "invalidParameter", "user")]
    [InlineData(",\"responseFormat\":{\"type\":\"json_schema\",\"schema\":{}}", "invalidParameter", "responseFormat")]
    [InlineData(",\"tools\":[{\"name\":\"add\"}],\"toolChoice\":\"required\"", "invalidParameter", "toolChoice")]
    public async Task WhatTheCardForbidsOrTheEmulatorCannotDoIsAnError(string more, string code, string parameter)
    {
        await using EmulatorSession session = await StartAsync();

        Answer answer = await session.PostAsync(Task(more));

        Assert.Equal((code, parameter), (answer.ErrorCode, answer.Error.GetProperty("parameter").GetString()));
        Assert.Equal(0, session.Emulator.ExecutedTasks);
    }

    [Fact]
    public async Task AStreamedTaskIsRememberedAndItsUuidTaken()
    {
        await using EmulatorSession session = await StartAsync();
        Guid uuid = Guid.NewGuid();
        using HttpResponseMessage response = await OpenAsync(session, Task(",\"deliveryMethod\":\"stream\"", uuid));
        string streamed = string.Concat((await response.Content.ReadAsStringAsync()).Split("\n\n")
            .Where(text => text.Contains("\"delta\"", StringComparison.Ordinal))
            .Select(text => JsonDocument.Parse(text["data: ".Length..]).RootElement.GetProperty("delta").GetProperty("text").GetString()));

        Answer again = await session.PostAsync(Task(",\"deliveryMethod\":\"stream\"", uuid));
        Answer polled = await session.PostAsync(Sample.Poll(uuid));

        Assert.Equal("conflictTaskUUID", again.ErrorCode);
        Assert.Equal(("success", streamed), (polled.Data[0].GetProperty("status").GetString(), polled.Data[0].GetProperty("text").GetString()));
    }

    [Fact]
    public async Task JsonIsWrittenWhereItIsAskedForAndWebhooksGetTexts()
    {
        await using LoopbackReceiver receiver = await LoopbackReceiver.StartAsync();
        await using EmulatorSession session = await EmulatorSession.StartAsync(new EmulatorOptions { Cards = [AnyText] });

        Answer answer = await session.PostAsync(Task($",\"responseFormat\":\"json\",\"webhookURL\":\"{receiver.Address}\""));

        string text = answer.Data[0].GetProperty("text").GetString()!;
        Assert.Contains("oats", JsonDocument.Parse(text).RootElement.GetProperty("answer").GetString(), StringComparison.Ordinal);
        Assert.Equal(text, JsonDocument.Parse((await receiver.NextAsync()).Body).RootElement.GetProperty("text").GetString());
    }

    private static Cards.ModelCard AnyText { get; } = Cards.ModelCard.FromSchema("any-text", """{ "properties": { "taskType": { "const": "textInference" } } }"""u8);

    [Theory]
    [InlineData("break-stream", FaultKind.BreakStream)]
    [InlineData("end-stream:task=textInference", FaultKind.EndStream)]
    [InlineData("garble-stream:skip=1", FaultKind.GarbleStream)]
    [InlineData("stall-stream:delay=2.5", FaultKind.StallStream)]
    public void FaultsOfStreamsCanBeNamedOnTheCommandLine(string text, FaultKind kind)
    {
        Fault fault = FaultText.Parse(text);

        Assert.Equal((kind, text), (fault.Kind, FaultText.Of(fault)));
    }

    [Fact]
    public async Task AFaultOfStreamsLeavesOtherMessagesAlone()
    {
        await using EmulatorSession session = await StartAsync(faults: new Fault(FaultKind.BreakStream));

        Assert.Single((await session.PostAsync(Task(""))).Data);
        Assert.Equal(0, session.Emulator.Faults.Hits);
    }
}
