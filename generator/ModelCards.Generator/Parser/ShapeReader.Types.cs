using ModelCards.Generator.Emit;
using ModelCards.Generator.Specs;

namespace ModelCards.Generator.Parser;

internal sealed partial class ShapeReader
{
    private const int LongestInline = 90;

    private readonly Dictionary<JsonNode, string> _made = [];

    // In the order of their names, so that a count tells what to forget.
    private readonly List<JsonNode> _order = [];

    /// <summary>
    /// Name of the type for a schema. One that stands in a shared definition is named, and made, there; one in a
    /// definition of the card is made once; any other is made where it stands.
    /// </summary>
    private string NameOf(JsonNode schema, string name, out bool isNew)
    {
        isNew = false;
        if (schema.Definition is { IsShared: true } shared)
            return NameOf(shared, "");
        JsonNode key = schema.Definition?.Node ?? schema;
        if (_made.TryGetValue(key, out string known))
            return known;
        isNew = true;
        _order.Add(key);
        return _made[key] = typeNames.Allocate(schema.Definition is { } own ? NameOf(own, prefix) : name);
    }

    private static string NameOf(Definition definition, string prefix) =>
        definition.Node.TextOf("x-csharp-name") ?? prefix + Words.Pascal(definition.Name);

    private TypeReference Enum(JsonNode schema, List<ClosedValue> values, string name, bool isForLayout = true)
    {
        string typeName = NameOf(schema, name, out bool isNew);
        string[] literals = [.. values.Select(item => LiteralOf(item.Value))];
        string inline = $"Member.Enum<{typeName}>({string.Join(", ", literals)})";
        // A short set that one layout uses stands in it; a class for each would cost the compiler more than the set.
        bool isInline = isForLayout && prefix.Length > 0 && schema.Definition is null && inline.Length <= LongestInline;
        if (isNew)
        {
            var names = new NameAllocator();
            Types.Add(new EnumSpec
            {
                Name = typeName,
                IsInline = isInline,
                Docs = DocsOf(schema, typeName),
                Members = values.Select((item, index) => new EnumMemberSpec(
                    names.Allocate(item.Name),
                    literals[index],
                    DocText.Value(item.Value.Text, item.Description))).ToEquatableArray(),
            });
        }

        return new TypeReference(MemberKind.Value, typeName, isInline ? inline : typeName + "Member.Type");
    }

    private static string LiteralOf(JsonNode value) => value.Kind == JsonKind.Number ? value.Text + "L" : CSharpLiteral.Text(value.Text);
}
