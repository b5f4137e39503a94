using System.Net;
using System.Text.Json;

namespace ModelCards.EndToEnd.Tests.Emulator;

public class JudgementTests
{
    [Theory]
    [InlineData("\"width\":100,\"height\":64", "invalidParameter", "\"width\"", "width must be a multiple of 16, but is 100; nearest are 96 and 112.")]
    [InlineData("\"seed\":-1", "invalidParameter", "\"seed\"", "seed must be at least 0, but is -1 (allowed: 0 to 9223372036854776000).")]
    [InlineData("\"steps\":20", "unsupportedParameter", "\"steps\"", "steps is not a parameter of Small Model.")]
    [InlineData("\"width\":64", "missingParameter", "\"height\"", "height is required when width is given.")]
    [InlineData("\"lora\":[]", "arrayTooSmall", "\"lora\"", "lora must have at least 1 item, but has 0.")]
    [InlineData("\"lora\":[{\"model\":\"a\"},{\"weight\":1}]", "missingParameter", "\"lora.model\"", "lora[1].model is required.")]
    [InlineData("\"lora\":[{\"model\":\"a\",\"x\":1}]", "unsupportedParameter", "\"lora.x\"", "lora[0].x is not a parameter of Small Model.")]
    [InlineData("\"layerDiffuse\":true", "invalidParameter", "[\"layerDiffuse\",\"outputFormat\"]", "layerDiffuse needs outputFormat PNG or WEBP.")]
    [InlineData(
        "\"width\":512,\"height\":512", "invalidParameter", "[\"width\",\"height\"]", "width times height must be at most 250000, but is 262144 (512 and 512).")]
    public async Task AnErrorHasItsCodeParameterAndSentence(string more, string code, string parameter, string message)
    {
        await using EmulatorSession session = await EmulatorSession.StartAsync();

        Answer answer = await session.PostAsync(Sample.Task(more));

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.False(answer.Json.TryGetProperty("data", out _));
        Assert.Equal(code, answer.ErrorCode);
        Assert.Equal(parameter, answer.Error.GetProperty("parameter").GetRawText());
        Assert.Equal(message, answer.Error.GetProperty("message").GetString());
    }

    [Fact]
    public async Task AnErrorHasEveryDocumentedMember()
    {
        await using EmulatorSession session = await EmulatorSession.StartAsync();
        Guid uuid = Guid.NewGuid();

        Answer answer = await session.PostAsync(Sample.Task("\"outputFormat\":\"GIF\"", uuid));

        Assert.Equal(
            $$"""
            {"errors":[{"code":"invalidParameter","message":"outputFormat must be one of JPG, PNG, WEBP, but is \"GIF\".","parameter":"outputFormat","type":"string","taskType":"imageInference","taskUUID":"{{uuid}}","documentation":"https://runware.ai/docs/models/small-model#request-outputformat","allowedValues":["JPG","PNG","WEBP"]}]}
            """,
            answer.Json.GetRawText());
    }

    [Theory]
    [InlineData("a")]
    [InlineData("")]
    public async Task APromptOfTheWrongLengthHasACodeOfItsOwn(string prompt)
    {
        await using EmulatorSession session = await EmulatorSession.StartAsync();

        Answer answer = await session.PostAsync(
            $$"""{"taskType":"imageInference","taskUUID":"{{Guid.NewGuid()}}","model":"runware:1@1","positivePrompt":"{{prompt}}"}""");

        Assert.Equal("invalidPositivePromptLength", answer.ErrorCode);
    }

    [Fact]
    public async Task AllErrorsOfATaskComeAtOnce()
    {
        await using EmulatorSession session = await EmulatorSession.StartAsync();

        Answer answer = await session.PostAsync("""{"taskType":"imageInference","model":"runware:1@1","width":1,"seed":"x","foo":1}""");

        Assert.Equal(
            ["foo", "height", "positivePrompt", "seed", "taskUUID", "width", "width"],
            answer.Errors.Select(error => error.GetProperty("parameter").GetString()).Order());
    }

    [Theory]
    [InlineData("{}", "missingParameter", "taskType")]
    [InlineData("""{"taskType":"videoInference"}""", "unsupportedTaskType", "taskType")]
    [InlineData("""{"taskType":7}""", "unsupportedTaskType", "taskType")]
    [InlineData("""{"taskType":"imageInference"}""", "missingParameter", "taskUUID")]
    [InlineData("""{"taskType":"imageInference","taskUUID":"39d7207a"}""", "invalidParameter", "taskUUID")]
    [InlineData("""{"taskType":"getResponse"}""", "missingParameter", "taskUUID")]
    [InlineData("""{"taskType":"getResponse","taskUUID":1}""", "invalidParameter", "taskUUID")]
    public async Task ATaskMustSayWhatItIs(string task, string code, string parameter)
    {
        await using EmulatorSession session = await EmulatorSession.StartAsync(SmallCards.Open);

        Answer answer = await session.PostAsync(task);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal(code, answer.ErrorCode);
        Assert.Equal(parameter, answer.Error.GetProperty("parameter").GetString());
    }

    [Fact]
    public async Task AnUnknownTaskTypeIsToldTheKnownOnes()
    {
        await using EmulatorSession session = await EmulatorSession.StartAsync();

        Answer answer = await session.PostAsync("""{"taskType":"upscale"}""");

        Assert.Equal(
            ["accountManagement", "getResponse", "getTaskDetails", "imageInference", "imageUpload", "mediaStorage", "modelSearch", "modelUpload", "ping", "promptEnhance", "textInference"],
            answer.Error.GetProperty("allowedValues").EnumerateArray().Select(known => known.GetString()));
    }

    [Fact]
    public async Task AModelWithItsOwnCardIsNotJudgedByTheGeneralOnes()
    {
        await using EmulatorSession session = await EmulatorSession.StartAsync(SmallCards.Open, SmallCards.Strict);

        Assert.Equal("unsupportedParameter", (await session.PostAsync(Sample.Task("\"foo\":1"))).ErrorCode);
        Answer answer = await session.PostAsync(Sample.Task("\"foo\":1").Replace("runware:1@1", "runware:2@1"));
        Assert.Equal(HttpStatusCode.OK, answer.Status);
    }

    [Fact]
    public async Task OneOfSeveralGeneralCardsIsEnough()
    {
        await using EmulatorSession session = await EmulatorSession.StartAsync(SmallCards.Coarse, SmallCards.Fine);

        Assert.Equal(HttpStatusCode.OK, (await session.PostAsync(Sample.Task("\"width\":72,\"height\":72"))).Status);
    }

    [Fact]
    public async Task OfSeveralGeneralCardsTheOneWithTheFewestErrorsSpeaks()
    {
        await using EmulatorSession session = await EmulatorSession.StartAsync(SmallCards.Coarse, SmallCards.Fine);

        Answer answer = await session.PostAsync(Sample.Task("\"width\":70,\"height\":72,\"clipSkip\":1"));

        Assert.Equal("width must be a multiple of 8, but is 70; nearest are 64 and 72.", answer.Error.GetProperty("message").GetString());
    }

    [Fact]
    public async Task AModelThatNoCardTakesIsInvalid()
    {
        await using EmulatorSession session = await EmulatorSession.StartAsync();

        Answer answer = await session.PostAsync(Sample.Task().Replace("runware:1@1", "runware:9@9"));

        Assert.Equal("invalidModel", answer.ErrorCode);
        Assert.Equal("""["runware:1@1"]""", answer.Error.GetProperty("allowedValues").GetRawText());
    }

    [Theory]
    [InlineData("\"outputFormat\":\"SVG\"", "outputFormat")]
    [InlineData("\"outputType\":\"hologram\"", "outputType")]
    [InlineData("\"deliveryMethod\":\"stream\"", "deliveryMethod")]
    [InlineData("\"width\":100000", "width")]
    [InlineData("\"height\":0.5", "height")]
    [InlineData("\"numberResults\":1e9", "numberResults")]
    [InlineData("\"seed\":1e30", "seed")]
    [InlineData("\"seed\":1e400", "seed")]
    [InlineData("\"uploadEndpoint\":\"https://example.com/put\"", "uploadEndpoint")]
    [InlineData("\"webhookURL\":\"http://169.254.169.254/\"", "webhookURL")]
    [InlineData("\"webhookURL\":\"http://127.0.0.1.example.com/\"", "webhookURL")]
    [InlineData("\"uploadEndpoint\":\"file:///tmp/x\"", "uploadEndpoint")]
    public async Task WhatACardAllowsAndTheEmulatorCannotDoIsAnError(string more, string parameter)
    {
        await using EmulatorSession session = await EmulatorSession.StartAsync(SmallCards.Open);

        Answer answer = await session.PostAsync(Sample.Task(more));

        Assert.Equal("invalidParameter", answer.ErrorCode);
        Assert.Equal(parameter, answer.Error.GetProperty("parameter").GetString());
        Assert.Equal(JsonValueKind.String, answer.Error.GetProperty("taskUUID").ValueKind);
    }
}
