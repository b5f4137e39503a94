namespace ModelCards.Errors;

/// <summary>Makes text of a server fit for a message: one line and not too long.</summary>
internal static class PlainText
{
    public static string OneLine(string text, int limit)
    {
        string head = text.Length > limit ? text[..limit] : text;
        string line = string.Join(' ', head.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (line.Any(char.IsControl))
            line = string.Concat(line.Select(letter => char.IsControl(letter) ? '?' : letter));
        return text.Length > limit ? line + "..." : line;
    }
}
