using Microsoft.CodeAnalysis.CSharp;

namespace ModelCards.Generator.Emit;

/// <summary>Literals of C#; Roslyn knows how to escape them.</summary>
internal static class CSharpLiteral
{
    public static string Text(string value) => SymbolDisplay.FormatLiteral(value, quote: true);

    public static string Flag(bool value) => value ? "true" : "false";
}
