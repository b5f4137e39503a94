using System.Buffers;
using System.Buffers.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ModelCards.Media;

/// <summary>Bytes that came as base64 text, maybe behind a data URI prefix; decoded chunk by chunk where they lie, never as one string.</summary>
internal sealed class InlineMedia
{
    private readonly JsonElement _value;
    private readonly ReadOnlyMemory<byte>? _unescaped;
    private int _position;

    private InlineMedia(JsonElement value, ReadOnlyMemory<byte>? unescaped)
    {
        _value = value;
        _unescaped = unescaped;
        ReadOnlySpan<byte> text = Text;
        if (!text.StartsWith("data:"u8))
            return;
        int comma = text[..Math.Min(text.Length, 200)].IndexOf((byte)',');
        _position = comma + 1;
        MediaType = comma < 0 ? null : MediaTypeOf(text["data:".Length..comma]);
    }

    /// <summary>What the data URI says that it is; null when nothing says it.</summary>
    public string? MediaType { get; }

    /// <summary>How many bytes there can be at most.</summary>
    public int LongestContent => Base64.GetMaxDecodedFromUtf8Length(Text.Length - _position);

    /// <summary>How many bytes there are, unless the text holds something else than base64.</summary>
    public long Length
    {
        get
        {
            ReadOnlySpan<byte> text = Text[_position..];
            int padding = text.EndsWith("=="u8) ? 2 : text.EndsWith("="u8) ? 1 : 0;
            return (text.Length / 4 * 3L) - padding;
        }
    }

    private ReadOnlySpan<byte> Text => _unescaped is { } unescaped ? unescaped.Span : Raw(_value);

    /// <summary>The content of a member; null where it is no text.</summary>
    public static InlineMedia? Of(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.String)
            return null;
        try
        {
            return new InlineMedia(value, Unescape(value));
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair, written as an escape.
            return null;
        }
    }

    /// <summary>Decodes the next bytes; 0 at the end.</summary>
    /// <exception cref="FormatException">The text is not base64.</exception>
    public int Read(Span<byte> target)
    {
        ReadOnlySpan<byte> text = Text[_position..];
        if (text.IsEmpty || target.Length < 3)
            return text.IsEmpty ? 0 : throw new FormatException();
        int taken = Math.Min(text.Length, target.Length / 3 * 4);
        bool isLast = taken == text.Length;
        OperationStatus status = Base64.DecodeFromUtf8(text[..taken], target, out int consumed, out int written, isLast);
        bool isRead = status == OperationStatus.Done || (status == OperationStatus.NeedMoreData && !isLast && consumed > 0);
        _position += consumed;
        return isRead && written > 0 ? written : throw new FormatException();
    }

    private static string? MediaTypeOf(ReadOnlySpan<byte> header)
    {
        int end = header.IndexOf((byte)';');
        return System.Text.Encoding.ASCII.GetString(end < 0 ? header : header[..end]) is { Length: > 0 } type ? type : null;
    }

#if NET9_0_OR_GREATER
    private static ReadOnlySpan<byte> Raw(JsonElement value) =>
        System.Runtime.InteropServices.JsonMarshal.GetRawUtf8Value(value)[1..^1];

    private static ReadOnlyMemory<byte>? Unescape(JsonElement value) => Raw(value).Contains((byte)'\\') ? Written(value) : default(ReadOnlyMemory<byte>?);
#else
    // The text cannot be had where it lies before .NET 9.
    private static ReadOnlySpan<byte> Raw(JsonElement value) => throw new NotSupportedException();

    private static ReadOnlyMemory<byte>? Unescape(JsonElement value) => Written(value);
#endif

    // Base64 has no letter that this encoder escapes.
    private static ReadOnlyMemory<byte> Written(JsonElement value)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true }))
            value.WriteTo(writer);
        return buffer.WrittenMemory[1..^1];
    }
}
