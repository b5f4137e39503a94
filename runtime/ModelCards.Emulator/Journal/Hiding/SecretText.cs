using System.Globalization;
using System.Text.RegularExpressions;

namespace ModelCards.Emulator.Journal.Hiding;

/// <summary>Hides keys, and what the addresses of webhooks and presigned uploads carry in their queries, in any text.</summary>
internal sealed class SecretText(KnownKeys keys)
{
    // Linear in whatever text comes.
    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline;

    private static readonly Regex NamedKey = new("""(api[_-]?key["'\\\s]*[:=]).*""", Options);
    private static readonly Regex KeyWord = new("""(a\W*p\W*i[\W_]*k\W*e\W*y|authentication|authorization|bearer).*""", Options);
    private static readonly Regex Query = new("""(https?://[^\s?"']*)\?[^\s"']*""", Options);
    private static readonly Regex Login = new("""(https?://)[^\s/?#"'@]*@""", Options);

    /// <summary>The text of a string.</summary>
    public string Hide(string text)
    {
        text = keys.Hide(text);
        if (text.Contains("key", StringComparison.OrdinalIgnoreCase))
            text = NamedKey.Replace(text, "$1" + KnownKeys.Mask);
        return text.Contains("://", StringComparison.Ordinal)
            ? Query.Replace(Login.Replace(text, "$1" + KnownKeys.Mask + "@"), "$1?" + KnownKeys.Mask)
            : text;
    }

    /// <summary>
    /// Text that could not be understood: nothing after the name of a key is shown, and no invisible characters, for what
    /// stands around them reads as a word.
    /// </summary>
    public string HideInGarbage(ReadOnlySpan<byte> bytes, bool isCut)
    {
        string text = string.Concat(LooseText.Read(bytes).Where(letter => letter is '\n' or '\t' || !IsInvisible(letter)));
        text = Hide(KeyWord.Replace(keys.Hide(text), "$1" + KnownKeys.Mask));
        // At the cut half a key may stand, which nobody would find.
        return isCut ? LooseText.Cut(text, text.Length - keys.Longest) : text;
    }

    private static bool IsInvisible(char letter) => char.GetUnicodeCategory(letter) is UnicodeCategory.Control or UnicodeCategory.Format;
}
