using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using ModelCards.Requests;
using ModelCards.Runtime.Tests.Harness;

namespace ModelCards.Runtime.Tests.Writing;

/// <summary>What a request is written as.</summary>
internal static class Written
{
    public static string Text(ModelRequest request, JsonWriterOptions options = default)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, options))
            request.WriteTo(writer);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>One member of a request that has no other, as raw JSON.</summary>
    public static string Member(StudioRequest request, string name, JavaScriptEncoder? encoder = null)
    {
        using JsonDocument document = JsonDocument.Parse(Text(request, new JsonWriterOptions { Encoder = encoder }));
        return document.RootElement.GetProperty(name).GetRawText();
    }
}
