using ModelCards.Generator.Diagnostics;

namespace ModelCards.Generator.Parser;

/// <summary>Puts what references lead to in their place, so that everything after it sees one tree without references.</summary>
internal sealed class ReferenceInliner(ReferenceResolver resolver, CardFile owner, DiagnosticBag diagnostics)
{
    private const int MaxNodes = 20_000;

    private readonly Stack<JsonNode> _open = new();
    private readonly HashSet<JsonNode> _circles = [];
    private JsonNode? _origin;
    private int _depth;
    private int _nodes;
    private int _bytes;
    private bool _isTooLarge;

    public JsonNode Inline(JsonNode schema)
    {
        if (!schema.IsObject || !Fits(schema))
            return schema;
        _depth++;
        JsonNode inlined = Follow(schema, Copy(schema));
        _depth--;
        return inlined;
    }

    private JsonNode Follow(JsonNode schema, JsonNode copy)
    {
        if (schema["$ref"] is not { } reference)
            return copy;
        if (reference.Kind != JsonKind.Text)
            ReportValue(OriginOf(schema), reference, "$ref", KeywordValue.Reference);
        else if (resolver.Resolve(reference, OriginOf(schema)) is { } target)
            return Follow(copy, reference, target);
        return copy;
    }

    private JsonNode Follow(JsonNode copy, JsonNode reference, JsonNode target)
    {
        if (_open.Contains(target))
        {
            ReportCircle(reference, target);
            return copy;
        }

        JsonNode? outer = _origin;
        if (reference.File.Path == owner.Path)
            _origin = reference;
        _open.Push(target);
        JsonNode inlined = Inline(target);
        _open.Pop();
        JsonNode merged = ReferenceMerger.Merge(copy, inlined, DefinitionOf(reference, target));
        _origin = outer;
        return merged;
    }

    private JsonNode Copy(JsonNode schema)
    {
        var copy = new JsonNode(schema.File, JsonKind.Object, schema.Start) { End = schema.End, Origin = OriginOf(schema) };
        foreach (JsonMember member in schema.Members)
        {
            if (member.Name != "$ref")
                copy.Members.Add(member with { Value = member.Name == "type" && IsNullable(schema) ? AndNull(member.Value) : InlineValue(member) });
        }

        return copy;
    }

    /// <summary>OpenAPI 3.0's way to say that null will do, which generators of documents still write.</summary>
    private static bool IsNullable(JsonNode schema) => schema["nullable"]?.Kind == JsonKind.True;

    private static JsonNode AndNull(JsonNode type)
    {
        var types = new JsonNode(type.File, JsonKind.Array, type.Start) { End = type.End };
        types.Items.AddRange(type.Kind == JsonKind.Array ? type.Items : [type]);
        if (!types.Items.Exists(item => item.Text == "null"))
            types.Items.Add(new JsonNode(type.File, JsonKind.Text, type.Start) { End = type.End, Text = "null" });
        return types;
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
                _nodes += value.Items.Count;
                _bytes += value.End - value.Start;
                return value;
        }
    }

    private JsonNode? OriginOf(JsonNode schema) => schema.File.Path == owner.Path ? null : _origin;

    /// <summary>Whether the tree may still grow: what a few references blow up must not reach the compiler.</summary>
    private bool Fits(JsonNode schema)
    {
        string? limit = ++_nodes > MaxNodes || _bytes > CardFile.MaxLength
            ? $"larger than {MaxNodes} schemas and listed values, or {CardFile.MaxLength} bytes,"
            : _depth >= SchemaReader.MaxDepth ? $"nested deeper than {SchemaReader.MaxDepth} levels" : null;
        if (limit is null)
            return true;
        if (_isTooLarge)
            diagnostics.Repeat();
        else
            diagnostics.Report(DiagnosticDescriptors.TooLarge, _origin ?? schema, limit + " once its references are put in place");
        _isTooLarge = true;
        return false;
    }

    /// <summary>Reports a circle once, wherever it is entered.</summary>
    private void ReportCircle(JsonNode reference, JsonNode target)
    {
        List<JsonNode> circle = [.. _open.TakeWhile(node => node != target), target];
        if (circle.TrueForAll(node => !_circles.Contains(node)))
            diagnostics.ReportFrom(_origin, DiagnosticDescriptors.CircularReference, reference, reference.Text);
        else
            diagnostics.Repeat();
        _circles.UnionWith(circle);
    }

    private void ReportValue(JsonNode? origin, JsonNode value, string keyword, KeywordValue expected) =>
        diagnostics.ReportFrom(origin, DiagnosticDescriptors.WrongKeywordValue, value, keyword, Keywords.Describe(expected));

    private Definition? DefinitionOf(JsonNode reference, JsonNode target)
    {
        string[] steps = reference.Text.Substring(reference.Text.IndexOf('#') + 1).Split('/');
        if (steps.Length != 3 || steps[0].Length > 0 || steps[1] is not ("$defs" or "definitions"))
            return null;
        // The name goes to the type and not into the schema, so it is checked here.
        if (target["x-csharp-name"] is { } name && !KeywordChecker.HasValue(name, KeywordValue.Identifier))
            ReportValue(_origin, name, "x-csharp-name", KeywordValue.Identifier);
        return new Definition(ReferenceResolver.Unescape(steps[2]), target.File.Path != owner.Path || owner.IsShared, target);
    }
}
