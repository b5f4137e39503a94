using ModelCards.Generator.Diagnostics;

namespace ModelCards.Generator.Parser;

/// <summary>Puts what references lead to in their place, so that everything after it sees one tree without references.</summary>
internal sealed class ReferenceInliner(ReferenceResolver resolver, CardFile owner, DiagnosticBag diagnostics)
{
    private const int MaxNodes = 200_000;

    private readonly Stack<JsonNode> _open = new();
    private int _nodes;

    public JsonNode Inline(JsonNode schema)
    {
        if (!schema.IsObject)
            return schema;
        if (++_nodes > MaxNodes)
        {
            if (_nodes == MaxNodes + 1)
                diagnostics.Report(DiagnosticDescriptors.TooLarge, schema, $"larger than {MaxNodes} schemas once its references are put in place");
            return schema;
        }

        JsonNode copy = Copy(schema);
        if (schema["$ref"] is not { Kind: JsonKind.Text } reference)
            return copy;
        if (resolver.Resolve(reference) is not { } target)
            return copy;
        if (_open.Contains(target) || _open.Count >= SchemaReader.MaxDepth)
        {
            diagnostics.Report(DiagnosticDescriptors.CircularReference, reference, reference.Text);
            return copy;
        }

        _open.Push(target);
        JsonNode inlined = Inline(target);
        _open.Pop();
        return Merge(copy, inlined, DefinitionOf(reference, target));
    }

    private JsonNode Copy(JsonNode schema)
    {
        var copy = new JsonNode(schema.File, JsonKind.Object, schema.Start) { End = schema.End };
        foreach (JsonMember member in schema.Members)
        {
            if (member.Name != "$ref")
                copy.Members.Add(member with { Value = InlineValue(member) });
        }

        return copy;
    }

    private JsonNode InlineValue(JsonMember member)
    {
        JsonNode value = member.Value;
        Keywords.TryGet(member.Name, out KeywordValue kind);
        switch (kind)
        {
            case KeywordValue.Schema:
                return Inline(value);
            case KeywordValue.Schemas when value.Kind == JsonKind.Array:
                var items = new JsonNode(value.File, JsonKind.Array, value.Start) { End = value.End };
                items.Items.AddRange(value.Items.Select(Inline));
                return items;
            case KeywordValue.NamedSchemas when value.IsObject:
                var members = new JsonNode(value.File, JsonKind.Object, value.Start) { End = value.End };
                members.Members.AddRange(value.Members.Select(schema => schema with { Value = Inline(schema.Value) }));
                return members;
            default:
                return value;
        }
    }

    /// <summary>Siblings of a reference add to it; annotations beside it win, an assertion that both make holds twice.</summary>
    private static JsonNode Merge(JsonNode siblings, JsonNode target, Definition? definition)
    {
        if (siblings.Members.Count == 0 && !target.IsObject)
            return target;
        var merged = new JsonNode(target.File, JsonKind.Object, target.Start) { End = target.End };
        bool onlyInforms = siblings.Members.TrueForAll(member => Keywords.IsAnnotation(member.Name));
        merged.Definition = onlyInforms ? definition ?? target.Definition : null;
        if (siblings.Members.Exists(member => !Keywords.IsAnnotation(member.Name) && (!target.IsObject || target[member.Name] is not null)))
        {
            var both = new JsonNode(target.File, JsonKind.Array, target.Start) { End = target.End };
            both.Items.Add(target);
            if (siblings["allOf"] is { Kind: JsonKind.Array } others)
                both.Items.AddRange(others.Items);
            merged.Members.AddRange(siblings.Members.Where(member => member.Name != "allOf"));
            merged.Members.Add(new JsonMember("allOf", target.Start, target.End, both));
            return merged;
        }

        merged.Members.AddRange(target.Members.Where(member => siblings[member.Name] is null));
        merged.Members.AddRange(siblings.Members);
        return merged;
    }

    private Definition? DefinitionOf(JsonNode reference, JsonNode target)
    {
        string[] steps = reference.Text.Substring(reference.Text.IndexOf('#') + 1).Split('/');
        return steps.Length == 3 && steps[0].Length == 0 && steps[1] is ("$defs" or "definitions")
            ? new Definition(steps[2], target.File.Path != owner.Path || target.File.IsShared, target)
            : null;
    }
}
