using ModelCards.Generator.Diagnostics;
using ModelCards.Generator.Parser;
using ModelCards.Schemas;

namespace ModelCards.Generator.Lint;

/// <summary>Lengths and numbers of items or members whose least is above their most.</summary>
internal static class Counts
{
    private static readonly (string Least, string Most, string What)[] Pairs =
    [
        ("minLength", "maxLength", "length"),
        ("minItems", "maxItems", "number of items"),
        ("minContains", "maxContains", "number of contained items"),
        ("minProperties", "maxProperties", "number of members"),
    ];

    public static void Check(JsonNode schema, LintReport report)
    {
        foreach ((string least, string most, string what) in Pairs)
        {
            if (schema[least] is { Kind: JsonKind.Number } low && schema[most] is { Kind: JsonKind.Number } high
                && ExactNumber.Parse(low.Text).CompareTo(ExactNumber.Parse(high.Text)) > 0)
                report(DiagnosticDescriptors.EmptyRange, [low, high], low.Text, high.Text, what);
        }
    }
}
