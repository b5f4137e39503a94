using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using ModelCards.Generator.Analyzers.Cards;
using ModelCards.Generator.Diagnostics;
using ModelCards.Schemas;

namespace ModelCards.Generator.Analyzers.Checks;

/// <summary>Judges texts by length and pattern.</summary>
internal sealed class TextCheck
{
    /// <summary>The pattern by which the service tells an AIR.</summary>
    private const string Air = "^[a-zA-Z0-9._-]+(:[a-zA-Z0-9._/@-]+)?$";

    private static readonly TimeSpan TimeOut = TimeSpan.FromMilliseconds(250);

    private readonly ConcurrentDictionary<string, Regex?> _patterns = new(StringComparer.Ordinal);

    public Diagnostic? Judge(MemberShape member, string name, string text, Location place)
    {
        int length = CodePoints(text);
        if (member.Length is { } limits && !limits.Allows(length))
        {
            return Finding.Of(
                UsageDescriptors.WrongLength, place, name, limits.Describe("character"), CountLimits.Count(length, "character"));
        }

        if (member.Pattern is not { } pattern || Matches(pattern, text))
            return null;
        return pattern == Air
            ? Finding.Of(UsageDescriptors.NotAnAir, place, Short(text))
            : Finding.Of(UsageDescriptors.PatternMismatch, place, name, pattern);
    }

    public static string Short(string text) => text.Length <= 60 ? text : text.Substring(0, 57) + "...";

    private static int CodePoints(string text)
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
    private bool Matches(string pattern, string text)
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
