using Microsoft.Extensions.Time.Testing;
using ModelCards.Emulator;
using ModelCards.Page.Tests.Harness;

namespace ModelCards.Page.Tests;

[Collection(SharedBrowser.Name)]
public class LivePageTests(BrowserFixture fixture)
{
    [BrowserFact]
    public async Task AConnectionAppearsWithItsSessionAndGoes()
    {
        await using PageSession session = await PageSession.OpenAsync(fixture);
        await Expect(session.Page.GetByText("Nobody has connected yet.")).ToBeVisibleAsync();

        await using (RunwareClient client = session.Connect())
        {
            await client.SendAsync(PageSession.Picture());
            await Expect(session.Chips).ToHaveAttributeAsync("data-state", "open");
            await Expect(session.Chips.Locator(".chip-session")).ToHaveTextAsync(new System.Text.RegularExpressions.Regex("^[0-9a-f-]{36}$"));
            await Expect(session.Page.Locator("#connections-count")).ToHaveTextAsync("1 open, 1 so far");
        }

        await Expect(session.Chips).ToHaveAttributeAsync("data-state", "closed");
        await Expect(session.Page.Locator("#connections-count")).ToHaveTextAsync("0 open, 1 so far");
        Assert.Empty(session.Complaints);
    }

    [BrowserFact]
    public async Task ATaskIsWorkingAndThenAPictureThatIsReallyThere()
    {
        var clock = new FakeTimeProvider();
        await using PageSession session = await PageSession.OpenAsync(
            fixture, new EmulatorOptions { TimeProvider = clock, TaskTime = TimeSpan.FromSeconds(10) });
        await using RunwareClient client = session.Connect();

        Task sending = client.SendAsync(PageSession.Picture(results: 2));
        await Expect(session.Cards.Locator(".state")).ToHaveTextAsync("working, 0 of 2");
        clock.Advance(TimeSpan.FromSeconds(5));
        await Expect(session.Cards.Locator(".state")).ToHaveTextAsync("working, 1 of 2");
        clock.Advance(TimeSpan.FromSeconds(5));
        await sending;

        await Expect(session.Cards.Locator(".state")).ToHaveTextAsync("done");
        await Expect(session.Cards.Locator("img")).ToHaveCountAsync(2);
        foreach (ILocator image in await session.Cards.Locator("img").AllAsync())
        {
            await Expect(image).ToHaveAttributeAsync("src", new System.Text.RegularExpressions.Regex("^/page/pictures/"));
            Assert.Equal(192, await image.EvaluateAsync<int>("async image => { await image.decode(); return image.naturalWidth; }"));
        }

        await Expect(session.Page.Locator("#tasks-none")).ToBeHiddenAsync();
        Assert.Empty(session.Complaints);
    }

    [BrowserFact]
    public async Task FramesOfBothDirectionsShowOnBothTransports()
    {
        await using PageSession session = await PageSession.OpenAsync(fixture);
        await using RunwareClient overSocket = session.Connect();
        await using RunwareClient overHttp = session.Connect(overHttp: true);
        Guid[] uuids = [Guid.NewGuid(), Guid.NewGuid()];

        await overSocket.SendAsync(PageSession.Picture(uuid: uuids[0]));
        await overHttp.SendAsync(PageSession.Picture(uuid: uuids[1]));
        await Expect(session.Chips).ToHaveCountAsync(2);

        for (int i = 0; i < 2; i++)
        {
            await session.Page.Locator(".card", new PageLocatorOptions { HasText = uuids[i].ToString() }).Locator(".pick").ClickAsync();
            await Expect(session.Frames.Locator(".way")).ToHaveTextAsync(i == 0 ? ["#1", "#1"] : ["#2", "#2"]);
            await Expect(session.Frames.Nth(1).Locator(".direction")).ToContainTextAsync("in");
            await Expect(session.Frames.Nth(0).Locator(".direction")).ToContainTextAsync("out");
            await session.OpenFramesAsync();
            await Expect(session.Frames.Nth(1).Locator("pre")).ToContainTextAsync($"\"taskUUID\": \"{uuids[i]}\"");
            await Expect(session.Frames.Nth(0).Locator("pre")).ToContainTextAsync("\"imageURL\": \"http://127.0.0.1:");
        }

        Assert.Empty(session.Complaints);
    }

    [BrowserFact]
    public async Task WhatIsRefusedIsShownWithItsReasons()
    {
        await using PageSession session = await PageSession.OpenAsync(fixture, new EmulatorOptions { ApiKeys = [PageSession.Key] });

        await session.PostAsync("""[{"taskType":"imageInference","taskUUID":"0a9e6c9e-94d4-4c2e-a0e5-7e0ad2d8b6a2","model":"runware:111@1","positivePrompt":"a boat","width":1001}]""");
        await session.PostAsync("[]", "Bearer wrong-key");
        await session.PostAsync("{\"taskType\":\"ping\"");

        await Expect(session.Cards.Locator(".state")).ToHaveTextAsync("refused");
        await Expect(session.Cards.Locator(".errors")).ToContainTextAsync("width must be a multiple of 16, but is 1001; nearest are 992 and 1008.");
        await session.Page.GetByLabel("Which frames are shown").SelectOptionAsync("With errors");
        await Expect(session.Frames).ToHaveCountAsync(3);
        await Expect(session.Frames.Nth(0)).ToContainTextAsync("400 invalidRequestBody");
        await Expect(session.Frames.Nth(1)).ToContainTextAsync("401 invalidApiKey");
        await Expect(session.Frames.Nth(2)).ToContainTextAsync("400 invalidParameter");
        Assert.Empty(session.Complaints);
    }

    [BrowserFact]
    public async Task ThePageCarriesOnAfterARestartAndBeginsAnewWithAnotherEmulator()
    {
        await using PageSession session = await PageSession.OpenAsync(fixture);
        await session.PostAsync($"[{PageTask("before")}]");
        await Expect(session.Cards).ToHaveCountAsync(1);

        await session.Emulator.RestartAsync();
        await session.PostAsync($"[{PageTask("after")}]");
        await Expect(session.Cards.Locator(".prompt")).ToHaveTextAsync(["after", "before"]);
        await Expect(session.Status).ToHaveTextAsync("Live");

        await session.ReplaceEmulatorAsync();
        await session.PostAsync($"[{PageTask("another")}]");
        await Expect(session.Cards.Locator(".prompt")).ToHaveTextAsync(["another"]);
        await Expect(session.Page.Locator("#tasks-count")).ToHaveTextAsync("1");
        // The browser itself tells that nobody was there.
        Assert.All(session.Complaints, complaint => Assert.Contains("net::ERR_", complaint, StringComparison.Ordinal));
    }

    [BrowserFact]
    public async Task TwoThousandTasksKeepTheListsShortAndThePageAwake()
    {
        await using PageSession session = await PageSession.OpenAsync(fixture);
        for (int i = 0; i < 40; i++)
            await session.PostAsync($"[{string.Join(',', Enumerable.Range(0, 50).Select(number => PageTask($"picture {i * 50 + number}")))}]");
        for (int i = 0; i < 200; i++)
            await session.PostAsync("[{\"taskType\":\"ping\"}]");

        await Expect(session.Page.Locator("#tasks-count")).ToHaveTextAsync("latest 24 of 2,000");
        await Expect(session.Page.Locator("#frames-count")).ToHaveTextAsync("latest 100 of 480");
        await Expect(session.Cards).ToHaveCountAsync(24);
        await Expect(session.Cards.First.Locator(".prompt")).ToHaveTextAsync("picture 1999");
        await Expect(session.Frames).ToHaveCountAsync(100);
        for (int i = 0; i < 25 && await session.Page.Locator("#tasks-more").IsVisibleAsync(); i++)
            await session.Page.Locator("#tasks-more").ClickAsync();
        await Expect(session.Cards).ToHaveCountAsync(500);
        await Expect(session.Page.Locator("#tasks-count")).ToHaveTextAsync("latest 500 of 2,000");
        Assert.InRange(await session.Page.EvaluateAsync<int>("document.querySelectorAll('*').length"), 0, 15_000);
        Assert.Empty(session.Complaints);
    }

    private static string PageTask(string prompt) =>
        $$"""{"taskType":"imageInference","taskUUID":"{{Guid.NewGuid()}}","model":"runware:111@1","positivePrompt":"{{prompt}}","width":128,"height":128}""";
}
