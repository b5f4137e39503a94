using System.Globalization;
using System.Text;
using System.Text.Json;
using ModelCards.Results;

namespace ModelCards.TextStreaming;

/// <summary>
/// Reads texts that were cut in the middle of a surrogate pair: a service that counts in UTF-16 sends the halves as escapes, one at the end
/// of a chunk and one at the beginning of the next, which System.Text.Json does not read.
/// </summary>
internal static class HalfPairs
{
    public static string? Text(JsonElement value) =>
        value.ValueKind == JsonValueKind.String ? value.Text() ?? Unescape(value.GetRawText().AsSpan()[1..^1]) : null;

    private static string Unescape(ReadOnlySpan<char> escaped)
    {
        var text = new StringBuilder(escaped.Length);
        while (escaped.IndexOf('\\') is >= 0 and var start)
        {
            text.Append(escaped[..start]).Append(Letter(escaped[start..], out int length));
            escaped = escaped[(start + length)..];
        }

        return text.Append(escaped).ToString();
    }

    // The parser has seen to it that the escape is one.
    private static char Letter(ReadOnlySpan<char> escape, out int length)
    {
        length = escape[1] == 'u' ? 6 : 2;
        return escape[1] switch
        {
            'u' => (char)ushort.Parse(escape[2..6], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture),
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            'b' => '\b',
            'f' => '\f',
            char plain => plain,
        };
    }
}
