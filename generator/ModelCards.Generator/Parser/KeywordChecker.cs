using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using ModelCards.Generator.Diagnostics;
using ModelCards.Schemas;

namespace ModelCards.Generator.Parser;

/// <summary>Checks that every keyword of a schema is known and has a value that it can have.</summary>
internal sealed class KeywordChecker(DiagnosticBag diagnostics)
{
    /// <summary>Most members of one object that code is made for; cards have about forty.</summary>
    public const int MaxProperties = 1000;

    private static readonly string[] TypeNames = ["null", "boolean", "integer", "number", "string", "array", "object"];

    private readonly HashSet<JsonNode> _seen = [];

    public void Check(JsonNode schema)
    {
        if (!schema.IsObject || !_seen.Add(schema))
            return;
        foreach (JsonMember member in schema.Members)
        {
            if (!Keywords.TryGet(member.Name, out KeywordValue expected))
                ReportUnsupported(schema, member);
            else if (!HasValue(member.Value, expected))
                Report(schema, DiagnosticDescriptors.WrongKeywordValue, member.Value, member.Name, Keywords.Describe(expected));
            else
                Descend(schema, member.Value, expected);
        }

        CheckRequired(schema);
    }

    private void ReportUnsupported(JsonNode schema, JsonMember member)
    {
        string advice = member.Name switch
        {
            "patternProperties" => "list the properties by name",
            "unevaluatedProperties" => "use additionalProperties where the properties are declared",
            "unevaluatedItems" => "use items",
            "$dynamicRef" or "$recursiveRef" => "use $ref",
            "dependencies" => "use dependentRequired or dependentSchemas",
            "additionalItems" => "use prefixItems and items",
            _ => "remove it, or begin its name with x- if it only informs",
        };
        // The value stands in the file of its name, which need not be that of the schema: a reference joins two files.
        Report(schema, DiagnosticDescriptors.UnsupportedKeyword, PlaceOf(member, member.Value.File), member.Name, advice);
    }

    /// <summary>The place of a member's name.</summary>
    public static JsonNode PlaceOf(JsonMember member, CardFile file) => new(file, JsonKind.Text, member.Start) { End = member.End };

    public static bool HasValue(JsonNode node, KeywordValue expected) => expected switch
    {
        KeywordValue.Annotation or KeywordValue.Any => true,
        KeywordValue.Types => IsType(node) || (node.Kind == JsonKind.Array && node.Items.Count > 0 && node.Items.TrueForAll(IsType)),
        KeywordValue.Number => node.Kind == JsonKind.Number,
        KeywordValue.PositiveNumber => node.Kind == JsonKind.Number && node.Text[0] != '-' && IsNonZero(node.Text),
        KeywordValue.Count => node.Kind == JsonKind.Number && IsCount(node.Text),
        KeywordValue.Flag => node.Kind is JsonKind.True or JsonKind.False,
        KeywordValue.Text or KeywordValue.Pattern or KeywordValue.Reference => node.Kind == JsonKind.Text,
        KeywordValue.Values => node.Kind == JsonKind.Array && node.Items.Count > 0,
        KeywordValue.Names => IsNames(node),
        KeywordValue.Schema => IsSchema(node),
        KeywordValue.Schemas => node.Kind == JsonKind.Array && node.Items.Count > 0 && node.Items.TrueForAll(IsSchema),
        KeywordValue.NamedSchemas => node.IsObject && node.Members.TrueForAll(member => IsSchema(member.Value)),
        KeywordValue.NamedNames => node.IsObject && node.Members.TrueForAll(member => IsNames(member.Value)),
        KeywordValue.Pointer => node.Kind == JsonKind.Text && Regex.IsMatch(node.Text, "^(0|[1-9][0-9]?)?/[^/]"),
        KeywordValue.Identifier => node.Kind == JsonKind.Text && Words.IsIdentifier(node.Text),
        _ => node.Kind == JsonKind.Array && node.Items.TrueForAll(IsConstraint),
    };

    private void Descend(JsonNode schema, JsonNode node, KeywordValue kind)
    {
        switch (kind)
        {
            case KeywordValue.Schema:
                Check(node);
                break;
            case KeywordValue.Schemas:
                node.Items.ForEach(Check);
                break;
            case KeywordValue.NamedSchemas when node.Members.Count > MaxProperties:
                string limit = $"too large in one object; {MaxProperties} properties are the most that code is made for";
                Report(schema, DiagnosticDescriptors.TooLarge, PlaceOf(node.Members[MaxProperties], node.File), limit);
                break;
            case KeywordValue.NamedSchemas:
                node.Members.ForEach(member => Check(member.Value));
                break;
            case KeywordValue.Pattern:
                CheckPattern(schema, node);
                break;
        }
    }

    private void CheckPattern(JsonNode schema, JsonNode node)
    {
        try
        {
            _ = EcmaTranslation.Of(node.Text);
        }
        catch (FormatException error)
        {
            Report(schema, DiagnosticDescriptors.UnusablePattern, node, node.Text, error.Message);
        }
    }

    private void CheckRequired(JsonNode schema)
    {
        if (schema["additionalProperties"]?.Kind != JsonKind.False || schema["required"] is not { Kind: JsonKind.Array } required
            || schema["properties"] is not { IsObject: true } properties)
            return;
        var declared = new HashSet<string>(properties.Members.Select(member => member.Name), StringComparer.Ordinal);
        foreach (JsonNode name in required.Items)
        {
            if (name.Kind == JsonKind.Text && !declared.Contains(name.Text))
                Report(schema, DiagnosticDescriptors.UndeclaredRequired, name, name.Text);
        }
    }

    private static bool IsSchema(JsonNode node) => node.Kind is JsonKind.Object or JsonKind.True or JsonKind.False;

    private static bool IsType(JsonNode node) => node.Kind == JsonKind.Text && Array.IndexOf(TypeNames, node.Text) >= 0;

    private void Report(JsonNode schema, DiagnosticDescriptor descriptor, JsonNode place, params string[] arguments) =>
        diagnostics.ReportFrom(schema.Origin, descriptor, place, arguments);

    private static bool IsConstraint(JsonNode node) =>
        node.TextOf("operation") is not null && node["parameters"] is { } names && IsNames(names)
        && node["minimum"] is null or { Kind: JsonKind.Number } && node["maximum"] is null or { Kind: JsonKind.Number };

    private static bool IsNames(JsonNode node) => node.Kind == JsonKind.Array && node.Items.TrueForAll(item => item.Kind == JsonKind.Text);

    private static bool IsCount(string number) =>
        double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out double count)
        && count >= 0 && count == Math.Floor(count);

    private static bool IsNonZero(string number)
    {
        int exponent = number.IndexOfAny(['e', 'E']);
        return (exponent < 0 ? number : number.Substring(0, exponent)).IndexOfAny("123456789".ToCharArray()) >= 0;
    }
}
