using ModelCards.EndToEnd.Tests.Journal;
using ModelCards.Page.Tests.Harness;

namespace ModelCards.Page.Tests;

[Collection(SharedBrowser.Name)]
public class UsageTests(BrowserFixture fixture)
{
    [BrowserFact]
    public async Task ATaskOrAConnectionFiltersTheFramesUntilEscape()
    {
        await using PageSession session = await PageSession.OpenAsync(fixture);
        await using RunwareClient client = session.Connect();
        await client.SendAsync(PageSession.Picture("one"));
        await client.SendAsync(PageSession.Picture("two"));
        await session.PostAsync("[{\"taskType\":\"ping\"}]");
        await Expect(session.Frames).ToHaveCountAsync(8);

        await session.Cards.Nth(1).Locator(".pick").FocusAsync();
        await session.Page.Keyboard.PressAsync("Enter");
        await Expect(session.Cards.Nth(1).Locator(".pick")).ToHaveAttributeAsync("aria-pressed", "true");
        await Expect(session.Frames).ToHaveCountAsync(2);
        await session.Page.Keyboard.PressAsync("Escape");
        await Expect(session.Frames).ToHaveCountAsync(8);

        await session.Chips.Nth(0).ClickAsync();
        await Expect(session.Frames.Locator(".way")).ToHaveTextAsync(["#2", "#2"]);
        await session.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "show all frames again" }).ClickAsync();
        await Expect(session.Frames).ToHaveCountAsync(8);
        await session.Page.GetByLabel("Which frames are shown").SelectOptionAsync("Without pings");
        await Expect(session.Frames).ToHaveCountAsync(6);
        Assert.Empty(session.Complaints);
    }

    [BrowserFact]
    public async Task APausedPageStandsStillAndCatchesUp()
    {
        await using PageSession session = await PageSession.OpenAsync(fixture);
        ILocator pause = session.Page.Locator("#pause");
        await pause.ClickAsync();
        await Expect(session.Status).ToHaveTextAsync("Paused");

        await session.PostAsync("[{\"taskType\":\"ping\"}]");
        await EventReader.ReadAsync(session.Emulator, reader => reader.Frames.Count == 2);
        await Expect(session.Frames).ToHaveCountAsync(0);
        await pause.ClickAsync();

        await Expect(session.Frames).ToHaveCountAsync(2);
        await Expect(session.Status).ToHaveTextAsync("Live");
        Assert.Empty(session.Complaints);
    }

    [BrowserFact]
    public async Task AnOpenFrameStaysOpenWhenOthersCome()
    {
        await using PageSession session = await PageSession.OpenAsync(fixture);
        await session.PostAsync("[{\"taskType\":\"ping\",\"seed\":18446744073709551615}]");
        await Expect(session.Frames).ToHaveCountAsync(2);
        await session.Frames.Nth(1).Locator("summary").ClickAsync();

        await session.PostAsync("[{\"taskType\":\"ping\"}]");
        await Expect(session.Frames).ToHaveCountAsync(4);

        await Expect(session.Page.Locator("#frames details[open]")).ToHaveCountAsync(1);
        await Expect(session.Frames.Nth(3).Locator("pre")).ToHaveTextAsync(new System.Text.RegularExpressions.Regex("18446744073709551615"));
        Assert.Empty(session.Complaints);
    }

    [BrowserTheory]
    [InlineData(320)]
    [InlineData(400)]
    [InlineData(1920)]
    public async Task NothingIsWiderThanTheWindow(int width)
    {
        await using PageSession session = await PageSession.OpenAsync(fixture, width: width);
        await FillAsync(session);

        Assert.Equal(width, await session.Page.EvaluateAsync<int>("document.scrollingElement.scrollWidth"));
    }

    [BrowserTheory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task EveryTextHasEnoughContrastAndEveryControlAName(ColorScheme scheme)
    {
        await using PageSession session = await PageSession.OpenAsync(fixture, scheme: scheme);
        await FillAsync(session);

        string[] faint = await session.Page.EvaluateAsync<string[]>(PageScripts.FaintTexts);
        string[] nameless = await session.Page.EvaluateAsync<string[]>(PageScripts.NamelessControls);

        Assert.Empty(faint);
        Assert.Empty(nameless);
        Assert.Equal(1, await session.Page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Level = 1 }).CountAsync());
        await Expect(session.Page.GetByRole(AriaRole.Main)).ToHaveCountAsync(1);
    }

    private static async Task FillAsync(PageSession session)
    {
        await using RunwareClient client = session.Connect();
        await client.SendAsync(PageSession.Picture(string.Concat(Enumerable.Repeat("anextremelylongwordwithoutanyspace", 8)), results: 3));
        await session.PostAsync("[{\"taskType\":\"" + new string('x', 90) + "\",\"taskUUID\":\"0a9e6c9e-94d4-4c2e-a0e5-7e0ad2d8b6a2\"}]");
        await session.PostAsync("no JSON");
        await Expect(session.Cards).ToHaveCountAsync(2);
        await Expect(session.Frames).ToHaveCountAsync(10);
        await session.OpenFramesAsync();
    }
}
