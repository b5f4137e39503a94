using System.Text;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp;

namespace ModelCards.Generator.Parser;

/// <summary>Splits names of the wire into words and joins them as C# does: <c>CFGScale</c> becomes <c>CfgScale</c>.</summary>
internal static class Words
{
    private const int MaxLength = 100;

    private static readonly Regex Identifier = new(@"^[\p{L}_][\p{L}\p{Nd}_]{0,99}\z", RegexOptions.CultureInvariant);

    // Acronyms that run into the next word (CFGstartStep), runs of capitals (DDIMScheduler is DDIM, Scheduler), words,
    // numbers with one letter behind them (2M), other scripts, symbols.
    private static readonly Regex Pattern = new(
        @"(?:CFG|UUID|URL|URI|NSFW|DPM|VAE)\d*|\p{Lu}+(?!\p{Ll})\d*|\p{Lu}?\p{Ll}+\d*|\d+(?:[A-Za-z](?!\p{Ll}))?|\p{L}+|[+\-.@#%&*=<>!]",
        RegexOptions.CultureInvariant,
        TimeSpan.FromSeconds(1));

    public static string Pascal(string text)
    {
        var result = new StringBuilder();
        foreach (string word in Split(text))
            result.Append(Capitalise(word));
        if (result.Length == 0)
            return "Empty";
        if (!char.IsLetter(result[0]))
            result.Insert(0, '_');
        return result.Length <= MaxLength ? result.ToString() : result.ToString(0, MaxLength - 8) + StableHash(text);
    }

    /// <summary>Whether a card may ask for this name: one that needs no @ and that no invisible character tells from another.</summary>
    public static bool IsIdentifier(string name) => Identifier.IsMatch(name) && SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None;

    public static string Camel(string pascal)
    {
        string name = char.ToLowerInvariant(pascal[0]) + pascal.Substring(1);
        return SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None ? "@" + name : name;
    }

    /// <summary>Name of one of many: loras gives lora.</summary>
    public static string Singular(string name)
    {
        if (name.EndsWith("ies", StringComparison.Ordinal))
            return name.Substring(0, name.Length - 3) + "y";
        return name.EndsWith("s", StringComparison.Ordinal) && !name.EndsWith("ss", StringComparison.Ordinal) && name.Length > 2
            ? name.Substring(0, name.Length - 1)
            : name;
    }

    private static IEnumerable<string> Split(string text)
    {
        foreach (Match match in Pattern.Matches(text))
        {
            char first = match.Value[0];
            if (char.IsLetterOrDigit(first))
                yield return match.Value;
            else if (Symbol(first) is { } symbol && (first != '-' || match.Index == 0))
                yield return symbol;
        }
    }

    /// <summary>Capital first letter, small rest, digits as they are: 2M stays 2M.</summary>
    private static string Capitalise(string word)
    {
        int letter = 0;
        while (letter < word.Length - 1 && char.IsDigit(word[letter]))
            letter++;
        return word.Substring(0, letter) + char.ToUpperInvariant(word[letter]) + word.Substring(letter + 1).ToLowerInvariant();
    }

    private static string? Symbol(char c) => c switch
    {
        '+' => "Plus",
        '-' => "Minus",
        '.' => "Dot",
        '@' => "At",
        '#' => "Sharp",
        '%' => "Percent",
        '&' => "And",
        '*' => "Star",
        '=' => "Equals",
        '<' => "Less",
        '>' => "Greater",
        '!' => "Not",
        _ => null,
    };

    /// <summary>The same on every machine and in every run, unlike <see cref="string.GetHashCode()"/>.</summary>
    private static string StableHash(string text)
    {
        uint hash = 2166136261;
        foreach (char c in text)
            hash = unchecked((hash ^ c) * 16777619);
        return hash.ToString("x8", System.Globalization.CultureInfo.InvariantCulture);
    }
}
