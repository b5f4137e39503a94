using System.Net.Http.Headers;
using System.Text;
using ModelCards.Emulator;
using ModelCards.Runware;

namespace ModelCards.Page.Tests.Harness;

/// <summary>An emulator, its page in a browser, and what the browser complained about.</summary>
internal sealed class PageSession : IAsyncDisposable
{
    public const string Key = "S3cretKeyOfThePageTests";

    private readonly List<string> _complaints = [];
    private readonly IBrowserContext _context;
    private readonly HttpClient _http = new();

    private PageSession(RunwareEmulator emulator, IBrowserContext context, IPage page)
    {
        (Emulator, _context, Page) = (emulator, context, page);
        page.Console += (_, message) => Complain(message.Type is "error" or "warning", $"{message.Type}: {message.Text}");
        page.PageError += (_, error) => Complain(true, error);
        page.RequestFailed += (_, request) => Complain(!request.Url.Contains("/events", StringComparison.Ordinal), $"{request.Url}: {request.Failure}");
    }

    public RunwareEmulator Emulator { get; private set; }

    public IPage Page { get; }

    public ILocator Cards => Page.Locator("#tasks .card");

    public ILocator Frames => Page.Locator("#frames .frame");

    public ILocator Chips => Page.Locator("#connections .chip");

    public ILocator Status => Page.GetByRole(AriaRole.Status);

    /// <summary>Errors and warnings of the browser, broken policies among them.</summary>
    public IReadOnlyList<string> Complaints
    {
        get
        {
            lock (_complaints)
                return [.. _complaints];
        }
    }

    public static async Task<PageSession> OpenAsync(
        BrowserFixture fixture, EmulatorOptions? options = null, int width = 1280, int height = 800, ColorScheme scheme = ColorScheme.Light)
    {
        RunwareEmulator emulator = await RunwareEmulator.StartAsync(options);
        IBrowserContext context = await fixture.Browser.NewContextAsync(
            new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = width, Height = height }, ColorScheme = scheme });
        var session = new PageSession(emulator, context, await context.NewPageAsync());
        await session.Page.GotoAsync(emulator.Page.AbsoluteUri);
        await Expect(session.Status).ToHaveTextAsync("Live");
        return session;
    }

    public RunwareClient Connect(bool overHttp = false) =>
        new(new RunwareClientOptions { ApiKey = Key, Endpoint = overHttp ? Emulator.Endpoint : Emulator.WebSocketEndpoint });

    public static Flux1DevSrpoRequest Picture(string prompt = "a lighthouse", Guid? uuid = null, int results = 1)
    {
        Flux1DevSrpoRequestBuilder builder = Flux1DevSrpoRequest.Create(prompt).WithWidth(192).WithHeight(128).WithNumberResults(results);
        return (uuid is { } known ? builder.WithTaskUuid(known) : builder).Build();
    }

    /// <summary>Posts a body as it is.</summary>
    public async Task PostAsync(string body, string authorization = "Bearer " + Key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Emulator.Endpoint) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Authorization = AuthenticationHeaderValue.Parse(authorization);
        using HttpResponseMessage response = await _http.SendAsync(request);
    }

    /// <summary>Another emulator at the same address.</summary>
    public async Task ReplaceEmulatorAsync()
    {
        int port = Emulator.Endpoint.Port;
        await Emulator.DisposeAsync();
        Emulator = await RunwareEmulator.StartAsync(new EmulatorOptions { Port = port });
    }

    /// <summary>Opens every frame, so that the page shows all that it knows.</summary>
    public async Task OpenFramesAsync()
    {
        ILocator closed = Page.Locator("#frames details:not([open]) > summary");
        while (await closed.CountAsync() > 0)
            await closed.First.ClickAsync();
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _context.DisposeAsync();
        await Emulator.DisposeAsync();
    }

    private void Complain(bool isComplaint, string text)
    {
        if (!isComplaint)
            return;
        lock (_complaints)
            _complaints.Add(text);
    }
}
