using System.Net.Http.Headers;
using System.Text;
using ModelCards.Cards;
using ModelCards.Emulator;

namespace ModelCards.EndToEnd.Tests.Emulator;

/// <summary>An emulator and a plain HTTP client beside it.</summary>
internal sealed class EmulatorSession : IAsyncDisposable
{
    public const string Key = "some-key";

    private EmulatorSession(RunwareEmulator emulator) => Emulator = emulator;

    public RunwareEmulator Emulator { get; }

    public HttpClient Client { get; } = new();

    public static Task<EmulatorSession> StartAsync(params ModelCard[] cards) =>
        StartAsync(new EmulatorOptions { Cards = cards.Length > 0 ? cards : [SmallCards.Strict] });

    public static async Task<EmulatorSession> StartAsync(EmulatorOptions options) => new(await RunwareEmulator.StartAsync(options));

    /// <summary>Posts tasks with a key in the header.</summary>
    public Task<Answer> PostAsync(params string[] tasks) => SendAsync($"[{string.Join(',', tasks)}]");

    /// <summary>Posts a body as it is.</summary>
    public Task<Answer> SendAsync(string body, string? authorization = "Bearer " + Key) =>
        SendAsync(Encoding.UTF8.GetBytes(body), authorization);

    public async Task<Answer> SendAsync(byte[] body, string? authorization = "Bearer " + Key, string mediaType = "application/json")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Emulator.Endpoint) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(mediaType);
        if (authorization is not null)
            request.Headers.TryAddWithoutValidation("Authorization", authorization);
        using HttpResponseMessage response = await Client.SendAsync(request);
        return await Answer.ReadAsync(response);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Emulator.DisposeAsync();
    }
}
