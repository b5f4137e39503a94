using System.Globalization;
using System.Text;

namespace ModelCards.Emulator.Journal.Hiding;

/// <summary>Reads what stands in a JSON string as a person would, and never fails: what is no UTF-8 or no escape stays as it looks.</summary>
internal static class LooseText
{
    public static string Read(ReadOnlySpan<byte> bytes)
    {
        string text = Encoding.UTF8.GetString(bytes);
        return text.Contains('\\', StringComparison.Ordinal) ? Unescape(text) : text;
    }

    /// <summary>The text up to a length; no character is cut in half, for no writer takes halves.</summary>
    public static string Cut(string text, int length)
    {
        if (length >= text.Length)
            return text;
        return length <= 0 ? "" : text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)];
    }

    private static string Unescape(string text)
    {
        var result = new StringBuilder(text.Length);
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] != '\\' || i + 1 == text.Length)
            {
                result.Append(text[i]);
                continue;
            }

            char escape = text[++i];
            if (escape == 'u' && i + 4 < text.Length
                && ushort.TryParse(text.AsSpan(i + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ushort unit))
            {
                result.Append((char)unit);
                i += 4;
            }
            else
            {
                result.Append(Of(escape));
            }
        }

        // Halves of surrogate pairs are for no writer to take.
        return Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(result.ToString()));
    }

    private static char Of(char escape) => escape switch
    {
        'b' => '\b',
        'f' => '\f',
        'n' => '\n',
        'r' => '\r',
        't' => '\t',
        _ => escape,
    };
}
