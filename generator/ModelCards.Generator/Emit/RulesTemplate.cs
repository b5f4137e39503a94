using ModelCards.Generator.Specs;

namespace ModelCards.Generator.Emit;

/// <summary>The rules of a type, for analyzers: one attribute for all of them.</summary>
internal static class RulesTemplate
{
    public static string Write(EquatableArray<string> rules) =>
        SourceWriter.List("[Rules", [.. rules.Select(CSharpLiteral.Text)], "]");
}
