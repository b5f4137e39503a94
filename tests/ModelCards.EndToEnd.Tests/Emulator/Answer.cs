using System.Net;
using System.Text.Json;

namespace ModelCards.EndToEnd.Tests.Emulator;

/// <summary>A status and an envelope.</summary>
internal sealed record Answer(HttpStatusCode Status, JsonElement Json)
{
    public JsonElement[] Data => Json.TryGetProperty("data", out JsonElement data) ? [.. data.EnumerateArray()] : [];

    public JsonElement[] Errors => Json.TryGetProperty("errors", out JsonElement errors) ? [.. errors.EnumerateArray()] : [];

    /// <summary>The only error.</summary>
    public JsonElement Error => Assert.Single(Errors);

    public string? ErrorCode => Error.GetProperty("code").GetString();

    public static async Task<Answer> ReadAsync(HttpResponseMessage response)
    {
        Assert.Equal("application/json; charset=utf-8", response.Content.Headers.ContentType?.ToString());
        using JsonDocument document = JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync());
        return new Answer(response.StatusCode, document.RootElement.Clone());
    }
}
