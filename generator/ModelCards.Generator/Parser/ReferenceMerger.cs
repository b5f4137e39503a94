namespace ModelCards.Generator.Parser;

/// <summary>Makes one schema of a reference's siblings and its target.</summary>
internal static class ReferenceMerger
{
    /// <summary>Siblings of a reference add to it; annotations beside it win, an assertion that both make holds twice.</summary>
    public static JsonNode Merge(JsonNode siblings, JsonNode target, Definition? definition)
    {
        if (siblings.Members.Count == 0 && !target.IsObject)
            return target;
        var merged = new JsonNode(target.File, JsonKind.Object, target.Start) { End = target.End, Origin = target.Origin };
        List<JsonMember> assertions = siblings.Members.FindAll(member => !Keywords.IsAnnotation(member.Name));
        if (assertions.Count == 0)
            merged.Definition = target.Definition ?? definition;
        if (assertions.Exists(member => Touches(member.Name, target)))
        {
            var both = new JsonNode(target.File, JsonKind.Array, target.Start) { End = target.End };
            both.Items.Add(target);
            if (siblings["allOf"] is { Kind: JsonKind.Array } others)
                both.Items.AddRange(others.Items);
            merged.Members.AddRange(siblings.Members.Where(member => member.Name != "allOf"));
            merged.Members.Add(new JsonMember("allOf", target.Start, target.End, both));
            return merged;
        }

        // The name of a definition is that of its type and not of the property that refers to it.
        var names = new HashSet<string>(siblings.Members.Select(member => member.Name), StringComparer.Ordinal) { "x-csharp-name" };
        merged.Members.AddRange(target.Members.Where(member => !names.Contains(member.Name)));
        merged.Members.AddRange(siblings.Members);
        return merged;
    }

    /// <summary>Whether a keyword would take the place, or change the meaning, of one in the target.</summary>
    private static bool Touches(string keyword, JsonNode target) => !target.IsObject || (keyword switch
    {
        "properties" or "additionalProperties" => target["properties"] ?? target["additionalProperties"],
        "items" or "prefixItems" => target["items"] ?? target["prefixItems"],
        "contains" or "minContains" or "maxContains" => target["contains"] ?? target["minContains"] ?? target["maxContains"],
        "if" or "then" or "else" => target["if"] ?? target["then"] ?? target["else"],
        _ => target[keyword],
    }) is not null;
}
