using System.Text.RegularExpressions;

namespace ModelCards.Generator.Parser;

/// <summary>Descriptions are markdown; documentation wants the sentences.</summary>
internal static class Markdown
{
    private static readonly TimeSpan TimeOut = TimeSpan.FromSeconds(10);

    // No pattern goes back over what it has read, so that no text takes long; the time-out is a second belt.
    public static string ToPlainText(string markdown)
    {
        try
        {
            string text = Replace(markdown, @"```.*?(```|$)", " ", RegexOptions.Singleline);
            text = Replace(text, @"\[Read full documentation\]\([^()\s]*\)", " ");
            text = Replace(text, @"!?\[([^\[\]]*)\]\([^()\[\]]*\)", "$1");
            text = Replace(text, @"^[^\S\n]*(>[^\S\n]*)?(\[!\w+\]|[-*•]\s|>|#{1,6}\s)", " ", RegexOptions.Multiline);
            text = Replace(text, @"\\([`*_])", "$1");
            text = Replace(text, @"\*\*", "");
            return Replace(text, @"\s+", " ").Trim();
        }
        catch (RegexMatchTimeoutException)
        {
            return "";
        }
    }

    private static string Replace(string text, string pattern, string replacement, RegexOptions options = RegexOptions.None) =>
        Regex.Replace(text, pattern, replacement, options | RegexOptions.CultureInvariant, TimeOut);
}
