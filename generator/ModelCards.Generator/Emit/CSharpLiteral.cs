using System.Globalization;
using Microsoft.CodeAnalysis.CSharp;

namespace ModelCards.Generator.Emit;

/// <summary>Literals of C#; Roslyn knows how to escape them.</summary>
internal static class CSharpLiteral
{
    public static string Text(string value)
    {
        string literal = SymbolDisplay.FormatLiteral(value, quote: true);
        return literal.Any(IsUnseen) ? string.Concat(literal.Select(c => IsUnseen(c) ? Escape(c) : c.ToString())) : literal;
    }

    public static string Flag(bool value) => value ? "true" : "false";

    /// <summary>The escape that C# and JSON share.</summary>
    public static string Escape(char c) => "\\u" + ((int)c).ToString("x4", CultureInfo.InvariantCulture);

    /// <summary>Whether a reader of the code would not see the character, or see the code around it in another order.</summary>
    public static bool IsUnseen(char c) => CharUnicodeInfo.GetUnicodeCategory(c)
        is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        or UnicodeCategory.OtherNotAssigned;
}
