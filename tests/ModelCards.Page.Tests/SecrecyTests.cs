using ModelCards.EndToEnd.Tests.Journal;
using ModelCards.Page.Tests.Harness;

namespace ModelCards.Page.Tests;

[Collection(SharedBrowser.Name)]
public class SecrecyTests(BrowserFixture fixture)
{
    [BrowserFact]
    public async Task TheKeyIsNowhereInThePageNorInItsEvents()
    {
        await using PageSession session = await PageSession.OpenAsync(fixture);
        await using (RunwareClient overSocket = session.Connect())
            await overSocket.SendAsync(PageSession.Picture($"my key is {PageSession.Key}, keep it"));
        await using (RunwareClient overHttp = session.Connect(overHttp: true))
            await overHttp.SendAsync(PageSession.Picture());
        await session.PostAsync($$"""[{"taskType":"authentication","apiKey":"{{PageSession.Key}}"},{"taskType":"{{PageSession.Key}}"}]""");
        await session.PostAsync($$"""[{"taskType":"authentication","apiKey":"{{PageSession.Key}}" ...""");
        await session.PostAsync("""[{"taskType":"authentication","\u0061piKey":"S3cretOf\u0041nother"}]""");
        await session.PostAsync("""[{"taskType":"ping","webhookURL":"http://127.0.0.1:1/hook?secret=S3cretOfAHook"}]""");
        EventReader events = await EventReader.ReadAsync(session.Emulator, reader => reader.Frames.Count == 14);

        await Expect(session.Frames).ToHaveCountAsync(14);
        await session.OpenFramesAsync();
        string document = await session.Page.ContentAsync();

        Assert.Contains("my key is •••, keep it", document, StringComparison.Ordinal);
        Assert.DoesNotContain("S3cret", document, StringComparison.Ordinal);
        Assert.DoesNotContain("S3cret", events.Raw, StringComparison.Ordinal);
        Assert.DoesNotContain("sesame", events.Raw, StringComparison.Ordinal);
        Assert.Empty(session.Complaints);
    }

    [BrowserFact]
    public async Task MarkupInAPromptStaysTextAndRunsNothing()
    {
        const string Prompt = "<img src=x onerror=\"document.title='owned'\"><script>document.title='owned'</script>";
        await using PageSession session = await PageSession.OpenAsync(fixture);
        await using RunwareClient client = session.Connect();

        await client.SendAsync(PageSession.Picture(Prompt));
        await session.PostAsync("[{\"taskType\":\"<b>bold</b>\",\"model\":\"<i>\"}]");

        await Expect(session.Cards.Nth(1).Locator(".prompt")).ToHaveTextAsync(Prompt);
        await Expect(session.Cards.Nth(0).Locator(".prompt")).ToHaveTextAsync("<b>bold</b>");
        await session.OpenFramesAsync();
        await Expect(session.Page.Locator("#frames pre", new PageLocatorOptions { HasText = "onerror" })).ToHaveCountAsync(1);
        await Expect(session.Page.Locator("main img[src='x'], main script, main b, main i")).ToHaveCountAsync(0);
        await Expect(session.Page).ToHaveTitleAsync("Runware emulator");
        Assert.Empty(session.Complaints);
    }

    [BrowserFact]
    public async Task ThePolicyStopsScriptsThatAreNotThePages()
    {
        await using PageSession session = await PageSession.OpenAsync(fixture);

        bool isRefused = await session.Page.EvaluateAsync<bool>(
            "() => { try { document.body.innerHTML += '<p>'; return false; } catch (error) { return error instanceof TypeError; } }");

        Assert.True(isRefused);
    }
}
