using System.Net;
using System.Text.RegularExpressions;
using ModelCards.EndToEnd.Tests.Emulator;

namespace ModelCards.EndToEnd.Tests.Journal;

public class PageTests
{
    [Fact]
    public async Task ThePageRunsNothingButItselfAndCallsNobodyElse()
    {
        await using EmulatorSession session = await EmulatorSession.StartAsync();
        using HttpResponseMessage response = await session.Client.GetAsync(session.Emulator.Page);
        string page = await response.Content.ReadAsStringAsync();

        string policy = Assert.Single(response.Headers.GetValues("Content-Security-Policy"));
        Assert.StartsWith("default-src 'none'; script-src 'sha256-", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.Equal("text/html; charset=utf-8", response.Content.Headers.ContentType?.ToString());
        Assert.DoesNotMatch(new Regex("""\son[a-z]+\s*=\s*["']|\sstyle\s*=\s*["']|(src|href)\s*=\s*["'](https?:)?//""", RegexOptions.IgnoreCase), page);
        Assert.DoesNotContain("innerHTML", page, StringComparison.Ordinal);
        Assert.Contains("A test double.", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/events")]
    [InlineData("/page/icon.svg")]
    public async Task ANameThatOnlyPointsHereSeesNothing(string path)
    {
        await using EmulatorSession session = await EmulatorSession.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(session.Emulator.Page, path));
        request.Headers.Host = "rebound.example.com";

        using HttpResponseMessage response = await session.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("invalidRequest", (await Answer.ReadAsync(response)).ErrorCode);
    }

    [Fact]
    public async Task NoOtherPageMayReadTheEvents()
    {
        await using EmulatorSession session = await EmulatorSession.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(session.Emulator.Page, "/events"));
        request.Headers.Add("Origin", "https://example.com");

        using HttpResponseMessage response = await session.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);

        Assert.False(response.Headers.Contains("Access-Control-Allow-Origin"));
        Assert.Equal(["same-origin"], response.Headers.GetValues("Cross-Origin-Resource-Policy"));
    }
}
