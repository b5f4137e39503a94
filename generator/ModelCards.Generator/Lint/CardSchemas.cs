using ModelCards.Generator.Parser;

namespace ModelCards.Generator.Lint;

/// <summary>The schemas of a file as the generator sees them, whatever else may be wrong with them.</summary>
internal static class CardSchemas
{
    /// <summary>The task of a card, or each definition of a shared file; nothing where the generator has said why there is none.</summary>
    public static IEnumerable<JsonNode> Of(CardFile file, SharedDefinitions shared)
    {
        var ignored = new DiagnosticBag();
        if (SchemaReader.Read(file, ignored) is not { } root)
            return [];
        IEnumerable<JsonNode> schemas = file.IsShared
            ? root["$defs"]?.Members.Select(definition => definition.Value) ?? []
            : CardDocument.Find(root, ignored) is { } document ? [document.Task] : [];
        var resolver = new ReferenceResolver(shared, ignored);
        resolver.Add(root);
        var inliner = new ReferenceInliner(resolver, file, ignored);
        return [.. schemas.Select(inliner.Inline)];
    }

    /// <summary>The schemas that stand in the keywords of a schema.</summary>
    public static IEnumerable<JsonNode> Within(JsonNode schema) => schema.Members.SelectMany(member =>
    {
        Keywords.TryGet(member.Name, out KeywordValue kind);
        return kind switch
        {
            KeywordValue.Schema => [member.Value],
            KeywordValue.Schemas => member.Value.Items,
            KeywordValue.NamedSchemas => member.Value.Members.Select(named => named.Value),
            _ => (IEnumerable<JsonNode>)[],
        };
    });
}
