using System.Text.Json;

namespace ModelCards.EndToEnd.Tests.Emulator;

public class UtilityTests
{
    private static string Task(string type, string members, Guid? uuid = null) =>
        $$"""{"taskType":"{{type}}","taskUUID":"{{uuid ?? Guid.NewGuid()}}",{{members}}}""";

    [Theory]
    [InlineData("imageUpload", "\"image\"", "imageUUID", "imageURL")]
    [InlineData("mediaStorage", "\"operation\":\"upload\",\"media\"", "mediaUUID", "mediaURL")]
    public async Task AnUploadIsServedUntilItIsDeleted(string type, string members, string uuid, string url)
    {
        await using EmulatorSession session = await EmulatorSession.StartAsync();

        JsonElement item = Assert.Single((await session.PostAsync(Task(type, $"{members}:\"data:image/png;base64,AQID\""))).Data);
        Uri address = new(item.GetProperty(url).GetString()!);
        Assert.Equal([1, 2, 3], await session.Client.GetByteArrayAsync(address));
        Answer deleted = await session.PostAsync(Task("mediaStorage", $"\"operation\":\"delete\",\"media\":\"{item.GetProperty(uuid).GetString()}\""));

        Assert.Single(deleted.Data);
        await Assert.ThrowsAsync<HttpRequestException>(() => session.Client.GetByteArrayAsync(address));
    }

    [Fact]
    public async Task UploadedTextIsNeverServedAsAPage()
    {
        await using EmulatorSession session = await EmulatorSession.StartAsync();

        JsonElement item = Assert.Single((await session.PostAsync(Task("imageUpload", "\"image\":\"data:text/html;base64,PGI+\""))).Data);
        using HttpResponseMessage response = await session.Client.GetAsync(new Uri(item.GetProperty("imageURL").GetString()!));

        Assert.Equal("application/octet-stream", response.Content.Headers.ContentType?.ToString());
        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
    }

    [Theory]
    [InlineData("imageUpload", "\"image\":\"no base64!\"", "invalidParameter", "image")]
    [InlineData("imageUpload", "\"x\":1", "missingParameter", "image")]
    [InlineData("mediaStorage", "\"operation\":\"rename\",\"media\":\"AQID\"", "invalidParameter", "operation")]
    [InlineData("mediaStorage", "\"operation\":\"delete\",\"media\":\"AQID\"", "invalidParameter", "media")]
    [InlineData("promptEnhance", "\"promptVersions\":2", "missingParameter", "prompt")]
    [InlineData("accountManagement", "\"operation\":\"getSecrets\"", "invalidParameter", "operation")]
    [InlineData("accountManagement", "\"operation\":\"getUsageErrors\",\"startDate\":\"2026-01-01\",\"endDate\":\"2026-02-01\"", "invalidParameter", "endDate")]
    [InlineData("modelSearch", "\"limit\":101", "invalidParameter", "limit")]
    [InlineData("modelUpload", "\"category\":\"lora\",\"architecture\":\"flux1d\",\"format\":\"safetensors\",\"name\":\"a\",\"version\":\"1\"", "missingParameter", "downloadURL")]
    [InlineData("getTaskDetails", "\"x\":1", "taskFailedOrNotFound", "taskUUID")]
    public async Task WhatIsWrongIsToldWithItsParameter(string type, string members, string code, string parameter)
    {
        await using EmulatorSession session = await EmulatorSession.StartAsync();

        Answer answer = await session.PostAsync(Task(type, members));

        Assert.Empty(answer.Data);
        Assert.Equal((code, parameter), (answer.ErrorCode, answer.Error.GetProperty("parameter").GetString()));
    }

    [Fact]
    public async Task PromptsAreEnhancedModelsFoundAndTheAccountAndTasksTold()
    {
        await using EmulatorSession session = await EmulatorSession.StartAsync();
        Guid uuid = Guid.NewGuid();
        await session.PostAsync(Sample.Task("", uuid));

        Answer enhanced = await session.PostAsync(Task("promptEnhance", "\"prompt\":\"a boat\",\"promptVersions\":2"));
        Answer found = await session.PostAsync(Task("modelSearch", "\"search\":\"SMALL\""));
        Answer account = await session.PostAsync(Task("accountManagement", "\"operation\":\"getDetails\""));
        Answer details = await session.PostAsync(Task("getTaskDetails", "\"x\":1", uuid));

        Assert.Equal(["a boat, soft light", "a boat, fine detail"], enhanced.Data.Select(item => item.GetProperty("text").GetString()!));
        Assert.Equal(1, found.Data[0].GetProperty("totalResults").GetInt32());
        Assert.Equal("runware:1@1", found.Data[0].GetProperty("results")[0].GetProperty("air").GetString());
        Assert.Equal(1, account.Data[0].GetProperty("usage").GetProperty("today").GetProperty("requests").GetInt32());
        Assert.Equal("a lighthouse", details.Data[0].GetProperty("request")[0].GetProperty("positivePrompt").GetString());
    }
}
