using System.Net;
using System.Text.Json;

namespace ModelCards.EndToEnd.Tests.Emulator;

public class DeliveryTests
{
    private const string Small = "\"width\":64,\"height\":64";

    [Fact]
    public async Task AnAsynchronousTaskIsAcknowledgedOnceAndPolled()
    {
        await using EmulatorSession session = await EmulatorSession.StartAsync();
        Guid uuid = Guid.NewGuid();

        Answer answer = await session.PostAsync(Sample.Task($"{Small},\"deliveryMethod\":\"async\",\"numberResults\":3,\"seed\":5", uuid));
        Answer polled = await session.PostAsync(Sample.Poll(uuid));

        Assert.Equal($$"""{"data":[{"taskType":"imageInference","taskUUID":"{{uuid}}"}]}""", answer.Json.GetRawText());
        Assert.Equal(["5", "6", "7"], polled.Data.Select(item => item.GetProperty("seed").GetRawText()));
        Assert.All(polled.Data, item => Assert.Equal("success", item.GetProperty("status").GetString()));
        Assert.All(polled.Data, item => Assert.Equal("imageInference", item.GetProperty("taskType").GetString()));
        Assert.Equal(polled.Json.GetRawText(), (await session.PostAsync(Sample.Poll(uuid))).Json.GetRawText());
    }

    [Theory]
    [InlineData("URL")]
    [InlineData("base64Data")]
    public async Task AfterALostReplyThePollDeliversTheSameImages(string outputType)
    {
        await using EmulatorSession session = await EmulatorSession.StartAsync();
        Guid uuid = Guid.NewGuid();

        Answer answer = await session.PostAsync(Sample.Task($"{Small},\"outputType\":\"{outputType}\"", uuid));
        Answer polled = await session.PostAsync(Sample.Poll(uuid));

        Assert.Equal(
            answer.Data[0].EnumerateObject().Select(property => property.ToString()),
            polled.Data[0].EnumerateObject().Where(property => property.Name != "status").Select(property => property.ToString()));
    }

    [Fact]
    public async Task ATaskThatNeverWasIsNotFound()
    {
        await using EmulatorSession session = await EmulatorSession.StartAsync();

        Answer answer = await session.PostAsync(Sample.Poll(Guid.NewGuid()));

        Assert.Equal(HttpStatusCode.NotFound, answer.Status);
        Assert.Equal("taskFailedOrNotFound", answer.ErrorCode);
    }

    [Fact]
    public async Task EachImageIsUploadedAndDelivered()
    {
        await using EmulatorSession session = await EmulatorSession.StartAsync();
        await using LoopbackReceiver receiver = await LoopbackReceiver.StartAsync();

        Answer answer = await session.PostAsync(
            Sample.Task($"{Small},\"numberResults\":2,\"outputFormat\":\"PNG\",\"uploadEndpoint\":\"{receiver.Address}bucket?sig=1\""));

        Assert.Empty(answer.Errors);
        foreach (JsonElement item in answer.Data)
        {
            LoopbackReceiver.Call call = await receiver.NextAsync();
            Assert.Equal(("PUT", "/bucket?sig=1", "image/png"), (call.Method, call.Target, call.ContentType));
            Assert.Equal(await session.Client.GetByteArrayAsync(new Uri(item.GetProperty("imageURL").GetString()!)), call.Body);
        }
    }

    [Fact]
    public async Task AFailedUploadIsAnErrorBesideTheResult()
    {
        await using EmulatorSession session = await EmulatorSession.StartAsync();
        await using LoopbackReceiver receiver = await LoopbackReceiver.StartAsync(refusals: 1);
        Guid uuid = Guid.NewGuid();

        Answer answer = await session.PostAsync(Sample.Task($"{Small},\"uploadEndpoint\":\"{receiver.Address}\"", uuid));
        Answer polled = await session.PostAsync(Sample.Poll(uuid));

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Single(answer.Data);
        Assert.Equal("uploadFailed", answer.ErrorCode);
        Assert.Equal("uploadFailed", polled.ErrorCode);
    }

    [Theory]
    [InlineData("sync", 0)]
    [InlineData("async", 0)]
    [InlineData("sync", 2)]
    public async Task AWebhookGetsEachResultAsAFlatObject(string deliveryMethod, int refusals)
    {
        await using EmulatorSession session = await EmulatorSession.StartAsync();
        await using LoopbackReceiver receiver = await LoopbackReceiver.StartAsync(refusals);
        Guid uuid = Guid.NewGuid();

        await session.PostAsync(Sample.Task($"{Small},\"deliveryMethod\":\"{deliveryMethod}\",\"webhookURL\":\"{receiver.Address}hook?token=1\"", uuid));
        for (int i = 0; i < refusals; i++)
            await receiver.NextAsync();
        LoopbackReceiver.Call call = await receiver.NextAsync();

        Assert.Equal(("POST", "/hook?token=1", "application/json"), (call.Method, call.Target, call.ContentType));
        using JsonDocument body = JsonDocument.Parse(call.Body);
        Assert.Equal(
            ["taskType", "taskUUID", "imageUUID", "imageURL", "seed"], body.RootElement.EnumerateObject().Select(property => property.Name));
        Assert.Equal(uuid.ToString(), body.RootElement.GetProperty("taskUUID").GetString());
    }
}
