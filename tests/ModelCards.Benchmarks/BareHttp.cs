using System.Net.Http.Headers;

namespace ModelCards.Benchmarks;

/// <summary>An <see cref="HttpClient"/> used by hand, by one caller at a time.</summary>
internal sealed class BareHttp(Uri endpoint) : IDisposable
{
    private readonly HttpClient _http = new();
    private readonly BareMessage _message = new();

    public async Task ExchangeAsync()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, endpoint) { Content = new ReadOnlyMemoryContent(_message.Write()) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", BareMessage.Key);
        using HttpResponseMessage response = await _http.SendAsync(request);
        _message.Read(await response.Content.ReadAsByteArrayAsync());
    }

    public void Dispose()
    {
        _http.Dispose();
        _message.Dispose();
    }
}
