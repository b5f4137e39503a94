using ModelCards.EndToEnd.Tests.Client;
using ModelCards.Emulator;
using ModelCards.Errors;
using ModelCards.Results;
using ModelCards.TextStreaming;
using ModelCards.Validation;

namespace ModelCards.EndToEnd.Tests.Texts;

/// <summary>Requests of a text card, however their texts are delivered.</summary>
public sealed class TextDeliveryTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task TheSameTextComesAsAWholeWhenItIsPolledAndWordByWord(bool isHttp)
    {
        await using ClientSession session = await TextSession.StartAsync(isHttp);
        QuillTextRequestBuilder builder = TextSession.Ask().WithIncludeCost(true).WithThinking(QuillTextThinking.High);

        TextInferenceResult whole = Assert.Single((await session.Client.SendAsync(builder.Build())).Results);
        TextInferenceResult polled = Assert.Single((await session.Client.SendAsync(builder.WithDeliveryMethod(QuillTextDeliveryMethod.Async).Build())).Results);
        StreamedText text = session.Client.StreamTextAsync(builder.WithDeliveryMethod(null).Build());
        List<TextChunk> chunks = [];
        await foreach (TextChunk chunk in text)
            chunks.Add(chunk);

        Assert.Contains("lighthouse", whole.Text, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(TextFinishReason.Stop, whole.FinishReason);
        Assert.NotNull(whole.Usage);
        Assert.True(whole.Cost > 0 && whole.Usage.ThinkingTokens > 3, $"{whole.Cost} {whole.Usage}");
        Assert.Equal(whole.Usage.PromptTokens + whole.Usage.CompletionTokens, whole.Usage.TotalTokens);
        Assert.All([polled, text.Result], result => Assert.Equal(
            (whole.Text, whole.Reasoning, whole.FinishReason, whole.Usage, whole.Cost),
            (result.Text, result.Reasoning, result.FinishReason, result.Usage, result.Cost)));
        Assert.True(chunks.Count > 10, $"{chunks.Count} chunks");
        Assert.Equal(chunks.Count(chunk => chunk.Reasoning.Length > 0), whole.Usage.ThinkingTokens);
        Assert.Equal((null, "", whole.Usage, whole.Cost), (chunks[^1].FinishReason, chunks[^1].Text, chunks[^1].Usage, chunks[^1].Cost));
        Assert.Equal(["textInference", "textInference", "getResponse", "textInference"], session.Emulator.ReceivedTasks.Select(task => task.TaskType));
        Assert.Equal("stream", session.Emulator.ReceivedTasks[^1].Json.GetProperty("deliveryMethod").GetString());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task SeveralResultsAreSeveralTexts(bool isHttp)
    {
        await using ClientSession session = await TextSession.StartAsync(isHttp);

        TaskOutcome<TextInferenceResult> outcome = await session.Client.SendAsync(TextSession.Ask().WithNumberResults(3).Build());

        Assert.Null(outcome.Failure);
        Assert.Equal(3, outcome.Results.Select(result => result.Text).Distinct().Count());
    }

    [Fact]
    public async Task WithoutThinkingThereIsNoReasoningAndWithoutIncludeCostNoCost()
    {
        await using ClientSession session = await TextSession.StartAsync(isHttp: true);

        TextInferenceResult result = await session.Client.StreamTextAsync(TextSession.Ask().WithThinking(false).Build()).ReadToEndAsync();

        Assert.Equal(("", null, null), (result.Reasoning, result.Usage?.ThinkingTokens, result.Cost));
    }

    [Fact]
    public async Task ATextIsCutWhereTheRequestSays()
    {
        await using ClientSession session = await TextSession.StartAsync(isHttp: true);
        TextInferenceResult whole = await session.Client.StreamTextAsync(TextSession.Ask().Build()).ReadToEndAsync();

        TextInferenceResult four = await session.Client.StreamTextAsync(TextSession.Ask().WithSettings(settings => settings.WithMaxTokens(4)).Build()).ReadToEndAsync();
        string stop = whole.Text[10..14];
        TextInferenceResult stopped = await session.Client.StreamTextAsync(
            TextSession.Ask().WithSettings(settings => settings.WithStopSequences(stop)).Build()).ReadToEndAsync();

        Assert.Equal((TextFinishReason.Length, 4L), (four.FinishReason, four.Usage?.CompletionTokens));
        Assert.StartsWith(four.Text, whole.Text, StringComparison.Ordinal);
        Assert.Equal((TextFinishReason.Stop, whole.Text[..whole.Text.IndexOf(stop, StringComparison.Ordinal)]), (stopped.FinishReason, stopped.Text));
    }

    [Fact]
    public async Task WhatIsNoRequestForAStreamIsNotSent()
    {
        await using ClientSession session = await TextSession.StartAsync(isHttp: false);

        RequestValidationException error = Assert.Throws<RequestValidationException>(() => session.Client.StreamTextAsync(
            TextSession.Ask().WithNumberResults(2).WithDeliveryMethod(QuillTextDeliveryMethod.Async).Build()));

        Assert.Equal(["/deliveryMethod", "/numberResults"], error.Errors.Select(wrong => wrong.Pointer));
        Assert.Empty(session.Emulator.ReceivedTasks);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task AStreamIsRefusedOverAWebSocketAndBesideOtherTasks(bool isHttp)
    {
        await using ClientSession session = await TextSession.StartAsync(isHttp);
        QuillTextRequest request = TextSession.Ask().WithDeliveryMethod(QuillTextDeliveryMethod.Stream).Build();

        IReadOnlyList<TaskOutcome<TaskResult>> outcomes = await session.Client.SendAsync([request, TextSession.Ask().Build()]);

        ServiceError error = Assert.Single(outcomes[0].Failure!.Errors);
        Assert.Equal(("invalidParameter", "deliveryMethod"), (error.Code, Assert.Single(error.Parameters)));
        Assert.Equal(["sync", "async"], error.AllowedValues.Select(value => value.GetString()));
        Assert.IsType<TextInferenceResult>(Assert.Single(outcomes[1].Results));
    }

    [Fact]
    public async Task ATextIsJudgedByItsCardBeforeItIsStreamed()
    {
        await using ClientSession session = await ClientSession.StartAsync(
            (options, _) => options.SendUnchecked = true, new EmulatorOptions { Cards = [QuillTextRequest.Card] });

        StreamedText text = session.Client.StreamTextAsync(TextSession.Ask().WithSettings(settings => settings.WithTopK(0)).BuildUnchecked());
        RunwareException error = await Assert.ThrowsAsync<RunwareException>(() => text.ReadToEndAsync());

        Assert.Equal(("invalidParameter", "settings.topK"), (error.Errors[0].Code, Assert.Single(error.Errors[0].Parameters)));
        Assert.Equal(System.Net.HttpStatusCode.BadRequest, error.StatusCode);
        Assert.Equal(0, session.Emulator.ExecutedTasks);
    }

    [Fact]
    public async Task ABadKeyEndsAStreamBeforeItBegins()
    {
        await using ClientSession session = await ClientSession.StartAsync((options, _) => options.ApiKey = "wrong");

        RunwareException error = await Assert.ThrowsAsync<RunwareException>(() => session.Client.StreamTextAsync(TextSession.Ask().Build()).ReadToEndAsync());

        Assert.Equal(ErrorCategory.Authentication, error.Category);
    }
}
