using System.Text.Json;

namespace ModelCards.EndToEnd.Tests.Emulator;

public class ImageTests
{
    private const string Small = "\"width\":96,\"height\":64";

    [Theory]
    [InlineData("URL", "imageURL")]
    [InlineData("base64Data", "imageBase64Data")]
    [InlineData("dataURI", "imageDataURI")]
    public async Task TheOutputTypeDecidesTheMember(string outputType, string member)
    {
        await using EmulatorSession session = await EmulatorSession.StartAsync();
        Guid uuid = Guid.NewGuid();

        JsonElement item = Assert.Single((await session.PostAsync(Sample.Task($"{Small},\"outputType\":\"{outputType}\"", uuid))).Data);

        Assert.Equal(["taskType", "taskUUID", "imageUUID", member, "seed"], item.EnumerateObject().Select(property => property.Name));
        Assert.Equal("imageInference", item.GetProperty("taskType").GetString());
        Assert.Equal(uuid.ToString(), item.GetProperty("taskUUID").GetString());
        Assert.True(item.GetProperty("imageUUID").TryGetGuid(out _));
        Assert.Equal(new PictureHeader("JPG", 96, 64, false), PictureHeader.Read(await BytesAsync(session, item)));
    }

    [Theory]
    [InlineData("JPG", "image/jpeg", ".jpg")]
    [InlineData("PNG", "image/png", ".png")]
    [InlineData("WEBP", "image/webp", ".webp")]
    public async Task TheFormatIsTheOneAskedFor(string format, string mediaType, string extension)
    {
        await using EmulatorSession session = await EmulatorSession.StartAsync();

        Answer answer = await session.PostAsync(
            Sample.Task($"{Small},\"outputFormat\":\"{format}\""),
            Sample.Task($"{Small},\"outputFormat\":\"{format}\",\"outputType\":\"dataURI\""));

        string url = answer.Data[0].GetProperty("imageURL").GetString()!;
        Assert.EndsWith(extension, url, StringComparison.Ordinal);
        using HttpResponseMessage response = await session.Client.GetAsync(new Uri(url));
        Assert.Equal(mediaType, response.Content.Headers.ContentType?.ToString());
        Assert.Equal(new PictureHeader(format, 96, 64, false), PictureHeader.Read(await response.Content.ReadAsByteArrayAsync()));
        Assert.StartsWith($"data:{mediaType};base64,", answer.Data[1].GetProperty("imageDataURI").GetString(), StringComparison.Ordinal);
        Assert.Equal(format, PictureHeader.Read(await BytesAsync(session, answer.Data[1])).Format);
    }

    [Theory]
    [InlineData("PNG")]
    [InlineData("WEBP")]
    public async Task LayerDiffuseMakesThePictureTransparent(string format)
    {
        await using EmulatorSession session = await EmulatorSession.StartAsync();

        JsonElement item = Assert.Single((await session.PostAsync(Sample.Task($"{Small},\"layerDiffuse\":true,\"outputFormat\":\"{format}\""))).Data);

        Assert.Equal(new PictureHeader(format, 96, 64, true), PictureHeader.Read(await BytesAsync(session, item)));
    }

    [Fact]
    public async Task WithoutASizeAPictureHasTheServicesDefault()
    {
        await using EmulatorSession session = await EmulatorSession.StartAsync();

        JsonElement item = Assert.Single((await session.PostAsync(Sample.Task())).Data);

        Assert.Equal(new PictureHeader("JPG", 1024, 1024, false), PictureHeader.Read(await BytesAsync(session, item)));
    }

    [Fact]
    public async Task MoreQualityMakesALargerFile()
    {
        await using EmulatorSession session = await EmulatorSession.StartAsync();

        Answer answer = await session.PostAsync(
            Sample.Task($"{Small},\"seed\":1,\"outputQuality\":20"), Sample.Task($"{Small},\"seed\":1,\"outputQuality\":99"));

        Assert.True((await BytesAsync(session, answer.Data[0])).Length < (await BytesAsync(session, answer.Data[1])).Length);
    }

    [Fact]
    public async Task AGivenSeedCountsUpFromResultToResult()
    {
        await using EmulatorSession session = await EmulatorSession.StartAsync();

        Answer answer = await session.PostAsync(Sample.Task($"{Small},\"numberResults\":4,\"seed\":9223372036854775806"));

        Assert.Equal(
            ["9223372036854775806", "9223372036854775807", "9223372036854775808", "9223372036854775809"],
            answer.Data.Select(item => item.GetProperty("seed").GetRawText()));
        Assert.Equal(4, answer.Data.Select(item => item.GetProperty("imageUUID").GetString()).Distinct().Count());
    }

    [Fact]
    public async Task WithoutASeedEachResultDrawsItsOwnOf32Bits()
    {
        await using EmulatorSession session = await EmulatorSession.StartAsync();

        Answer answer = await session.PostAsync(Sample.Task($"{Small},\"numberResults\":20"));

        long[] seeds = [.. answer.Data.Select(item => item.GetProperty("seed").GetInt64())];
        Assert.Equal(20, seeds.Distinct().Count());
        Assert.All(seeds, seed => Assert.InRange(seed, 0, uint.MaxValue));
    }

    [Fact]
    public async Task TheSameSeedAndPromptGiveTheSameBytes()
    {
        await using EmulatorSession session = await EmulatorSession.StartAsync();

        Answer answer = await session.PostAsync(
            Sample.Task($"{Small},\"seed\":7,\"outputType\":\"base64Data\""),
            Sample.Task($"{Small},\"seed\":7.0,\"outputType\":\"URL\""),
            Sample.Task($"{Small},\"seed\":8,\"outputType\":\"base64Data\""),
            Sample.Task($"{Small},\"seed\":7,\"outputType\":\"base64Data\"").Replace("lighthouse", "windmill"));

        byte[] picture = await BytesAsync(session, answer.Data[0]);
        Assert.Equal(picture, await BytesAsync(session, answer.Data[1]));
        Assert.NotEqual(picture, await BytesAsync(session, answer.Data[2]));
        Assert.NotEqual(picture, await BytesAsync(session, answer.Data[3]));
    }

    [Theory]
    [InlineData("\"checkNSFW\":true", true)]
    [InlineData("\"safety\":{\"checkContent\":true}", true)]
    [InlineData("\"safety\":{\"mode\":\"fast\"}", true)]
    [InlineData("\"checkNSFW\":false", false)]
    [InlineData("\"safety\":{\"mode\":\"none\",\"checkContent\":false}", false)]
    public async Task TheContentCheckIsReportedWhereItWasAskedFor(string more, bool isReported)
    {
        await using EmulatorSession session = await EmulatorSession.StartAsync();

        JsonElement item = Assert.Single((await session.PostAsync(Sample.Task($"{Small},{more}"))).Data);

        Assert.Equal(isReported, item.TryGetProperty("NSFWContent", out JsonElement flagged) && !flagged.GetBoolean());
    }

    [Fact]
    public async Task TheCostIsReportedWhereItWasAskedFor()
    {
        await using EmulatorSession session = await EmulatorSession.StartAsync();

        Answer answer = await session.PostAsync(
            Sample.Task("\"includeCost\":true"), Sample.Task("\"includeCost\":false"));

        Assert.Equal(0.0006m, answer.Data[0].GetProperty("cost").GetDecimal());
        Assert.False(answer.Data[1].TryGetProperty("cost", out _));
    }

    private static async Task<byte[]> BytesAsync(EmulatorSession session, JsonElement item)
    {
        if (item.TryGetProperty("imageURL", out JsonElement url))
            return await session.Client.GetByteArrayAsync(new Uri(url.GetString()!));
        return item.TryGetProperty("imageBase64Data", out JsonElement base64)
            ? base64.GetBytesFromBase64()
            : Convert.FromBase64String(item.GetProperty("imageDataURI").GetString()!.Split(',')[1]);
    }
}
