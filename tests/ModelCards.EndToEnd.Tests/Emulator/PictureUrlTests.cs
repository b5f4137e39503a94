using System.Net;
using System.Text.Json;
using ModelCards.Emulator;

namespace ModelCards.EndToEnd.Tests.Emulator;

public class PictureUrlTests
{
    [Fact]
    public async Task AUrlHasTheFormOfTheServicesAndNeedsNoKey()
    {
        await using EmulatorSession session = await EmulatorSession.StartAsync();

        Answer answer = await session.PostAsync(Sample.Task("\"width\":64,\"height\":64"));

        var url = new Uri(answer.Data[0].GetProperty("imageURL").GetString()!);
        Assert.Equal($"/image/ws/0.5/ii/{answer.Data[0].GetProperty("imageUUID").GetString()}.jpg", url.AbsolutePath);
        Assert.Equal(session.Emulator.Endpoint.Authority, url.Authority);
        Assert.Equal(HttpStatusCode.OK, (await session.Client.GetAsync(url)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await session.Client.SendAsync(new HttpRequestMessage(HttpMethod.Head, url))).StatusCode);
    }

    [Fact]
    public async Task AUrlExpiresWithItsTimeToLive()
    {
        var clock = new ManualClock();
        await using EmulatorSession session = await EmulatorSession.StartAsync(
            new EmulatorOptions { Cards = [SmallCards.Strict], TimeProvider = clock });
        Answer answer = await session.PostAsync(
            Sample.Task("\"width\":64,\"height\":64,\"ttl\":60"), Sample.Task("\"width\":64,\"height\":64"));
        Uri[] urls = [.. answer.Data.Select(item => new Uri(item.GetProperty("imageURL").GetString()!))];

        clock.Advance(TimeSpan.FromSeconds(59));
        Assert.Equal(HttpStatusCode.OK, (await session.Client.GetAsync(urls[0])).StatusCode);

        clock.Advance(TimeSpan.FromSeconds(1));
        using HttpResponseMessage expired = await session.Client.GetAsync(urls[0]);
        Assert.Equal(HttpStatusCode.NotFound, expired.StatusCode);
        Assert.Equal("resourceNotFound", (await Answer.ReadAsync(expired)).ErrorCode);
        Assert.Equal(HttpStatusCode.OK, (await session.Client.GetAsync(urls[1])).StatusCode);
    }

    [Fact]
    public async Task TheOldestUrlIsForgottenFirst()
    {
        await using EmulatorSession session = await EmulatorSession.StartAsync(
            new EmulatorOptions { Cards = [SmallCards.Strict], Limits = new EmulatorLimits { MaxRemembered = 2 } });

        Answer answer = await session.PostAsync(Sample.Task("\"width\":64,\"height\":64,\"numberResults\":3"));

        Assert.Equal(
            [HttpStatusCode.NotFound, HttpStatusCode.OK, HttpStatusCode.OK],
            await Task.WhenAll(answer.Data.Select(item => StatusAsync(session, item))));
    }

    [Theory]
    [InlineData("GET", "/v1", HttpStatusCode.MethodNotAllowed, "unsupportedMethod")]
    [InlineData("PUT", "/v1", HttpStatusCode.MethodNotAllowed, "unsupportedMethod")]
    [InlineData("POST", "/v2", HttpStatusCode.NotFound, "resourceNotFound")]
    [InlineData("GET", "/nothing", HttpStatusCode.NotFound, "resourceNotFound")]
    [InlineData("GET", "/image/ws/0.5/ii/39d7207a-87ef-4c93-8082-1431f9c1dc97.jpg", HttpStatusCode.NotFound, "resourceNotFound")]
    [InlineData("GET", "/image/ws/0.5/ii/..%2f..%2fetc%2fpasswd", HttpStatusCode.NotFound, "resourceNotFound")]
    public async Task EverywhereElseErrorsAreJsonToo(string method, string path, HttpStatusCode status, string code)
    {
        await using EmulatorSession session = await EmulatorSession.StartAsync();

        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(session.Emulator.Endpoint, path));
        using HttpResponseMessage response = await session.Client.SendAsync(request);

        Assert.Equal(status, response.StatusCode);
        Assert.Equal(code, (await Answer.ReadAsync(response)).ErrorCode);
    }

    private static async Task<HttpStatusCode> StatusAsync(EmulatorSession session, JsonElement item)
    {
        using HttpResponseMessage response = await session.Client.GetAsync(new Uri(item.GetProperty("imageURL").GetString()!));
        return response.StatusCode;
    }
}
