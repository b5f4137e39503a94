namespace ModelCards.Generator.Parser;

/// <summary>The ways to take a schema apart into schemas of one type each.</summary>
internal static class TypeAlternatives
{
    /// <summary>Each way as the schemas it gives, the best first.</summary>
    public static IEnumerable<List<JsonNode>> Of(JsonNode schema)
    {
        if ((schema["oneOf"] ?? schema["anyOf"]) is { Kind: JsonKind.Array, Items.Count: > 0 } branches)
            yield return branches.Items;
        if (schema["enum"] is { Kind: JsonKind.Array } values && values.Items.Select(value => value.Kind).Distinct().Count() > 1)
            yield return OfValues(schema, values.Items);
        if (schema["type"] is { Kind: JsonKind.Array } types)
            yield return OfTypes(schema, types.Items.ConvertAll(type => type.Text));
    }

    public static bool IsNull(JsonNode alternative) =>
        alternative.TextOf("type") == "null" || alternative["const"]?.Kind == JsonKind.Null;

    /// <summary>Values of one type stay a set; of several types, each is an alternative of its own.</summary>
    private static List<JsonNode> OfValues(JsonNode schema, List<JsonNode> values)
    {
        List<JsonNode> others = values.FindAll(value => value.Kind != JsonKind.Null);
        List<JsonNode> alternatives = others.Select(value => value.Kind).Distinct().Count() == 1
            ? [With(schema, ("enum", ListOf(schema, others)))]
            : others.ConvertAll(value => With(schema, ("const", value)));
        if (others.Count < values.Count)
            alternatives.Add(Null(schema));
        return alternatives;
    }

    private static List<JsonNode> OfTypes(JsonNode schema, List<string> types)
    {
        // Every integer is a number.
        if (types.Contains("number"))
            types.Remove("integer");
        return types.ConvertAll(type =>
        {
            if (type == "null")
                return Null(schema);
            JsonNode alternative = With(schema, ("type", Word(schema, type)));
            alternative.Members.AddRange(schema.Members.Where(member => member.Name != "type"));
            return alternative;
        });
    }

    private static JsonNode Null(JsonNode schema) => With(schema, ("type", Word(schema, "null")));

    private static JsonNode Word(JsonNode schema, string text) => new(schema.File, JsonKind.Text, schema.Start) { Text = text, End = schema.End };

    private static JsonNode ListOf(JsonNode schema, List<JsonNode> items)
    {
        var list = new JsonNode(schema.File, JsonKind.Array, schema.Start) { End = schema.End };
        list.Items.AddRange(items);
        return list;
    }

    private static JsonNode With(JsonNode schema, (string Name, JsonNode Value) member)
    {
        var alternative = new JsonNode(schema.File, JsonKind.Object, schema.Start) { End = schema.End, Origin = schema.Origin };
        alternative.Members.Add(new JsonMember(member.Name, schema.Start, schema.Start, member.Value));
        return alternative;
    }
}
