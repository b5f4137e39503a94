using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Quickstart;

/// <summary>Keeps the JSON that went out and came back. The API key travels in a header, which is not looked at.</summary>
internal sealed class WireTap() : DelegatingHandler(new SocketsHttpHandler())
{
    private const int LongestText = 72;

    private static readonly JsonSerializerOptions Layout = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public string Sent { get; private set; } = "";

    public string Answer { get; private set; } = "";

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Content is null)
            return await base.SendAsync(request, cancellationToken);
        await request.Content.LoadIntoBufferAsync(cancellationToken);
        Sent = Show(await request.Content.ReadAsStringAsync(cancellationToken));
        HttpResponseMessage response = await base.SendAsync(request, cancellationToken);
        await response.Content.LoadIntoBufferAsync(cancellationToken);
        Answer = Show(await response.Content.ReadAsStringAsync(cancellationToken));
        return response;
    }

    private static string Show(string json)
    {
        try
        {
            return Shorten(JsonNode.Parse(json))?.ToJsonString(Layout) ?? "null";
        }
        catch (JsonException)
        {
            return json;
        }
    }

    /// <summary>Pictures are thousands of letters; their first ones will do.</summary>
    private static JsonNode? Shorten(JsonNode? node) => node switch
    {
        JsonObject members => new JsonObject(members.Select(member => KeyValuePair.Create(member.Key, Shorten(member.Value)))),
        JsonArray items => new JsonArray([.. items.Select(Shorten)]),
        JsonValue value when value.TryGetValue(out string? text) && text.Length > LongestText && !text.StartsWith("http", StringComparison.Ordinal) => $"{text[..LongestText]}... ({text.Length} characters)",
        _ => node?.DeepClone(),
    };
}
