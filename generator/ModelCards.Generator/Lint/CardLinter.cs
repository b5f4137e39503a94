using ModelCards.Generator.Diagnostics;
using ModelCards.Generator.Parser;
using ModelCards.Generator.Specs;

namespace ModelCards.Generator.Lint;

/// <summary>Finds what a card says in vain or twice: it makes code all the same, which is why the generator leaves it to this.</summary>
internal sealed class CardLinter
{
    private readonly CardFile _file;
    private readonly DiagnosticBag _diagnostics = new();
    private readonly HashSet<JsonNode> _seen = [];

    private CardLinter(CardFile file) => _file = file;

    public static EquatableArray<DiagnosticInfo> Lint(CardFile file, SharedDefinitions shared)
    {
        var linter = new CardLinter(file);
        foreach (JsonNode schema in CardSchemas.Of(file, shared))
            linter.Visit(schema);
        return linter._diagnostics.Findings.Select(finding => finding.Info).Distinct().ToEquatableArray();
    }

    private void Visit(JsonNode schema)
    {
        if (!schema.IsObject || !_seen.Add(schema))
            return;
        CheckRange(schema);
        Counts.Check(schema, Report);
        CheckValues(schema);
        CheckDefault(schema);
        CheckFormat(schema);
        NameClashes.Check(schema, Report);
        foreach (JsonNode inner in CardSchemas.Within(schema))
            Visit(inner);
    }

    private void CheckRange(JsonNode schema)
    {
        if (NumberSpace.Of(schema) is not { } space)
            return;
        if (space.IsEmpty)
            Report(DiagnosticDescriptors.EmptyRange, [space.Low!, space.High!], space.LowText, space.HighText, "number");
        else if (space.HasNoMultiple)
            Report(DiagnosticDescriptors.UnreachableStep, [schema["multipleOf"] ?? schema["type"]!], space.StepText, space.LowText, space.HighText);
    }

    private void CheckValues(JsonNode schema)
    {
        List<JsonNode> values = schema["enum"]?.Items
            ?? schema["oneOf"]?.Items.ConvertAll(branch => branch["const"]).OfType<JsonNode>().ToList()
            ?? [];
        var seen = new HashSet<JsonNode>(JsonEquality.Instance);
        foreach (JsonNode value in values.Where(value => !seen.Add(value)))
            Report(DiagnosticDescriptors.DuplicateValue, [value], JsonEquality.Show(value));
    }

    private void CheckDefault(JsonNode schema)
    {
        if (schema["default"] is { } value && ValueJudge.WhyNot(schema, value) is { } reason)
            Report(DiagnosticDescriptors.DefaultOutside, [value], JsonEquality.Show(value), reason);
    }

    private void CheckFormat(JsonNode schema)
    {
        if (schema["format"] is { Kind: JsonKind.Text, Text: not ("uuid" or "uri") } format)
            Report(DiagnosticDescriptors.UnjudgedFormat, [format], format.Text);
    }

    /// <summary>Reports at the first place that is in this file; what stands whole in another file is reported with that.</summary>
    private void Report(Microsoft.CodeAnalysis.DiagnosticDescriptor descriptor, JsonNode[] places, params string[] arguments)
    {
        if (Array.Find(places, place => place.File.Path == _file.Path) is { } place)
            _diagnostics.Report(descriptor, place, arguments);
    }
}
