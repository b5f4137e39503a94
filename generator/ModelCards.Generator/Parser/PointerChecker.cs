using System.Globalization;
using ModelCards.Generator.Diagnostics;

namespace ModelCards.Generator.Parser;

/// <summary>Checks that the pointers of <c>x-minimum</c> and its kin lead to numbers that the card declares.</summary>
internal sealed class PointerChecker(DiagnosticBag diagnostics, JsonNode task)
{
    private readonly List<JsonNode> _containers = [];

    public void Check() => Check(task);

    private void Check(JsonNode schema)
    {
        if (!schema.IsObject)
            return;
        foreach (JsonMember member in schema.Members)
        {
            if (Keywords.TryGet(member.Name, out KeywordValue kind) && kind == KeywordValue.Pointer && member.Value.Kind == JsonKind.Text)
                CheckPointer(member);
        }

        foreach (JsonMember property in schema["properties"]?.Members ?? [])
            Descend(schema, property.Value);
        if (schema["items"] is { } items)
            Descend(schema, items);
        foreach (string keyword in (string[])["allOf", "anyOf", "oneOf"])
            schema[keyword]?.Items.ForEach(Check);
        foreach (string keyword in (string[])["then", "else", "not", "if"])
        {
            if (schema[keyword] is { } part)
                Check(part);
        }
    }

    private void Descend(JsonNode container, JsonNode value)
    {
        _containers.Add(container);
        Check(value);
        _containers.RemoveAt(_containers.Count - 1);
    }

    private void CheckPointer(JsonMember rule)
    {
        string pointer = rule.Value.Text;
        int slash = pointer.IndexOf('/');
        if (slash < 0)
            return;
        JsonNode? node = task;
        if (slash > 0)
        {
            int up = int.TryParse(pointer.Substring(0, slash), NumberStyles.None, CultureInfo.InvariantCulture, out int levels) ? levels : -1;
            node = up >= 1 && up <= _containers.Count ? _containers[_containers.Count - up] : null;
            if (node is null)
            {
                Fail(rule, $"'{up.ToString(CultureInfo.InvariantCulture)}' goes up to no object; 1 is the object that the parameter is in");
                return;
            }
        }

        foreach (string step in pointer.Substring(slash + 1).Split('/').Select(step => step.Replace("~1", "/").Replace("~0", "~")))
        {
            if (node!["properties"]?[step] is not { } next)
            {
                Fail(rule, $"there is no parameter '{step}'");
                return;
            }

            node = next;
        }

        if (node!["type"] is { Kind: JsonKind.Text, Text: not ("integer" or "number") })
            Fail(rule, "it leads to a parameter that is no number");
    }

    private void Fail(JsonMember rule, string reason) =>
        diagnostics.Report(DiagnosticDescriptors.UnresolvedPointer, rule.Value, rule.Value.Text, rule.Name, reason);
}
