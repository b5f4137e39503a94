using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using ModelCards.Schemas;

namespace ModelCards.Generator.Analyzers.Checks;

/// <summary>What is certain about a text in the compiler, where no engine without backtracking can be counted on.</summary>
internal sealed class TextFacts
{
    private static readonly TimeSpan TimeOut = TimeSpan.FromMilliseconds(250);

    private readonly ConcurrentDictionary<string, Regex?> _patterns = new(StringComparer.Ordinal);

    public static int CodePoints(string text)
    {
        int count = text.Length;
        for (int i = 1; i < text.Length; i++)
        {
            if (char.IsSurrogatePair(text[i - 1], text[i]))
                count--;
        }

        return count;
    }

    /// <summary>Whether the text matches, or takes too long for anyone to say.</summary>
    public bool MayMatch(string pattern, string text)
    {
        try
        {
            return _patterns.GetOrAdd(pattern, Compile)?.IsMatch(text) ?? true;
        }
        catch (RegexMatchTimeoutException)
        {
            return true;
        }
    }

    private static Regex? Compile(string pattern)
    {
        try
        {
            return new Regex(EcmaTranslation.Of(pattern).Pattern, RegexOptions.CultureInvariant, TimeOut);
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
