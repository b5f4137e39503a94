using Microsoft.CodeAnalysis;
using ModelCards.Generator.Analyzers.Cards;
using ModelCards.Generator.Diagnostics;

namespace ModelCards.Generator.Analyzers.Checks;

/// <summary>Judges texts by length and pattern.</summary>
internal sealed class TextCheck
{
    /// <summary>The pattern by which the service tells an AIR.</summary>
    private const string Air = "^[a-zA-Z0-9._-]+(:[a-zA-Z0-9._/@-]+)?$";

    private readonly TextFacts _facts = new();

    public Diagnostic? Judge(MemberShape member, string name, string text, Location place)
    {
        int length = TextFacts.CodePoints(text);
        if (member.Length is { } limits && !limits.Allows(length))
        {
            return Finding.Of(
                UsageDescriptors.WrongLength, place, name, limits.Describe("character"), CountLimits.Count(length, "character"));
        }

        if (member.Pattern is not { } pattern || _facts.MayMatch(pattern, text))
            return null;
        return pattern == Air
            ? Finding.Of(UsageDescriptors.NotAnAir, place, Short(text))
            : Finding.Of(UsageDescriptors.PatternMismatch, place, name, pattern);
    }

    public static string Short(string text) => text.Length <= 60 ? text : text.Substring(0, 57) + "...";
}
