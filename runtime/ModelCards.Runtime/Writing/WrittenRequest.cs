using System.Text.Encodings.Web;
using System.Text.Json;
using ModelCards.Requests;

namespace ModelCards.Writing;

/// <summary>Puts a request into the caller's JSON writer.</summary>
internal static class WrittenRequest
{
    // A buffer that a large file blew up is not kept.
    private const int LargestKept = 64 * 1024;

    [ThreadStatic]
    private static JsonBuffer? s_buffer;

    public static void WriteTo(Utf8JsonWriter writer, ModelRequest request)
    {
        JsonBuffer buffer = s_buffer ?? new JsonBuffer();
        s_buffer = null;
        buffer.Clear();
        new RequestWriter(buffer, null, writer.Options.Encoder ?? JavaScriptEncoder.Default, null).Write(request);
        if (writer.Options.Indented)
        {
            using JsonDocument document = JsonDocument.Parse(buffer.Memory);
            document.RootElement.WriteTo(writer);
        }
        else
        {
            writer.WriteRawValue(buffer.Span, skipInputValidation: true);
        }

        if (buffer.Capacity <= LargestKept)
            s_buffer = buffer;
    }
}
