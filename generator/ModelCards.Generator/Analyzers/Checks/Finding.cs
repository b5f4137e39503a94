using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using ModelCards.Generator.Analyzers.Reading;
using ModelCards.Schemas;

namespace ModelCards.Generator.Analyzers.Checks;

/// <summary>
/// Makes diagnostics, with what a fix needs to know as properties: <c>replace0</c>, <c>replace1</c> are texts for the place
/// itself; <c>remove0</c>, ... are a span and a name; <c>insert</c> is a position, a name and a text.
/// </summary>
internal static class Finding
{
    public static Diagnostic Of(DiagnosticDescriptor descriptor, Location place, params object[] arguments) =>
        Diagnostic.Create(descriptor, place, arguments);

    /// <summary>A value that others may take the place of; offered only where the code spells the value out.</summary>
    public static Diagnostic WithReplacements(
        DiagnosticDescriptor descriptor, Location place, IEnumerable<ExactNumber> values, ITypeSymbol type, params object[] arguments)
    {
        ImmutableDictionary<string, string?> properties = ImmutableDictionary<string, string?>.Empty;
        if (IsSpelledOut(place))
        {
            int number = 0;
            foreach (ExactNumber value in values)
                properties = properties.Add("replace" + number++.ToString(CultureInfo.InvariantCulture), Literal(value, type));
        }

        return Diagnostic.Create(descriptor, place, properties, arguments);
    }

    public static ImmutableDictionary<string, string?> Removals(IEnumerable<Setting> settings)
    {
        ImmutableDictionary<string, string?> properties = ImmutableDictionary<string, string?>.Empty;
        int number = 0;
        foreach (Setting setting in settings)
        {
            if (setting.Removable is { } span)
                properties = properties.Add("remove" + number.ToString(CultureInfo.InvariantCulture), $"{Span(span)};{setting.Member.Name}");
            number++;
        }

        return properties;
    }

    public static string Span(TextSpan span) =>
        span.Start.ToString(CultureInfo.InvariantCulture) + ";" + span.Length.ToString(CultureInfo.InvariantCulture);

    public static string Literal(ExactNumber value, ITypeSymbol type) =>
        value + (type.SpecialType == SpecialType.System_Decimal && !value.IsInteger ? "m" : "");

    private static bool IsSpelledOut(Location place) => place.SourceTree?.GetRoot().FindNode(place.SourceSpan, getInnermostNodeForTie: true) is ExpressionSyntax value
        && value.Span == place.SourceSpan
        && value.DescendantNodesAndSelf().All(node => node is PrefixUnaryExpressionSyntax || node.IsKind(SyntaxKind.NumericLiteralExpression));
}
