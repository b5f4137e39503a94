using System.Globalization;
using ModelCards.Generator.Diagnostics;

namespace ModelCards.Generator.Parser;

/// <summary>Checks that the pointers of <c>x-minimum</c> and its kin lead to numbers that the card declares.</summary>
internal sealed class PointerChecker(DiagnosticBag diagnostics, JsonNode task)
{
    private static readonly string[] PartLists = ["allOf", "anyOf", "oneOf"];
    private static readonly string[] Parts = ["if", "then", "else", "not"];

    // What is known of each container above the value: its schema, and the parts of that schema on the way here.
    private readonly List<List<JsonNode>> _containers = [];

    public void Check() => Check(task, [task]);

    private void Check(JsonNode schema, List<JsonNode> known)
    {
        foreach (JsonMember member in schema.Members)
        {
            if (Keywords.TryGet(member.Name, out KeywordValue kind) && kind == KeywordValue.Pointer && member.Value.Kind == JsonKind.Text)
                CheckPointer(schema, member);
        }

        foreach (JsonNode part in PartsOf(schema))
            Check(part, [.. known, part]);
        _containers.Add(known);
        foreach (JsonNode child in ChildrenOf(schema))
            Check(child, [child]);
        _containers.RemoveAt(_containers.Count - 1);
    }

    private void CheckPointer(JsonNode schema, JsonMember rule)
    {
        string pointer = rule.Value.Text;
        int slash = pointer.IndexOf('/');
        if (slash < 0)
            return;
        List<JsonNode> nodes = [task];
        if (slash > 0)
        {
            string levels = pointer.Substring(0, slash);
            if (!int.TryParse(levels, NumberStyles.None, CultureInfo.InvariantCulture, out int up) || up < 1 || up > _containers.Count)
            {
                Fail(schema, rule, $"'{levels}' goes up to no object; 1 is the object that the parameter is in");
                return;
            }

            nodes = _containers[_containers.Count - up];
        }

        foreach (string step in pointer.Substring(slash + 1).Split('/').Select(step => step.Replace("~1", "/").Replace("~0", "~")))
        {
            nodes = [.. nodes.SelectMany(node => Find(node, step))];
            if (nodes.Count == 0)
            {
                Fail(schema, rule, $"there is no parameter '{step}'");
                return;
            }
        }

        if (nodes.TrueForAll(node => node["type"] is { Kind: JsonKind.Text, Text: not ("integer" or "number") }))
            Fail(schema, rule, "it leads to a parameter that is no number");
    }

    /// <summary>The schemas of a property, in an object's own list or in one of its parts.</summary>
    private static IEnumerable<JsonNode> Find(JsonNode schema, string property)
    {
        IEnumerable<JsonNode> inParts = PartsOf(schema).SelectMany(part => Find(part, property));
        return schema["properties"]?[property] is { } own ? inParts.Prepend(own) : inParts;
    }

    /// <summary>Schemas that judge the same value.</summary>
    private static IEnumerable<JsonNode> PartsOf(JsonNode schema) => PartLists.SelectMany(keyword => schema[keyword]?.Items ?? [])
        .Concat(Parts.Select(keyword => schema[keyword]).OfType<JsonNode>())
        .Concat(schema["dependentSchemas"]?.Members.Select(member => member.Value) ?? []);

    /// <summary>Schemas that judge a value inside.</summary>
    private static IEnumerable<JsonNode> ChildrenOf(JsonNode schema) => (schema["properties"]?.Members.Select(member => member.Value) ?? [])
        .Concat(schema["prefixItems"]?.Items ?? [])
        .Concat(new[] { schema["items"], schema["contains"], schema["additionalProperties"] }.OfType<JsonNode>());

    private void Fail(JsonNode schema, JsonMember rule, string reason) =>
        diagnostics.ReportFrom(schema.Origin, DiagnosticDescriptors.UnresolvedPointer, rule.Value, rule.Value.Text, rule.Name, reason);
}
