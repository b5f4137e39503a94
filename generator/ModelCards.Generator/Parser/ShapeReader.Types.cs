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
                    names.Allocate(item.Value.Kind == JsonKind.Number ? NumberName(item.Value.Text) : Words.Pascal(item.Value.Text)),
                    literals[index],
                    DocText.Value(item.Value.Text, item.Description))).ToEquatableArray(),
            });
        }

        return new TypeReference(MemberKind.Value, typeName, isInline ? inline : typeName + "Member.Type");
    }

    private static string LiteralOf(JsonNode value) => value.Kind == JsonKind.Number ? value.Text + "L" : CSharpLiteral.Text(value.Text);

    private static string NumberName(string number) =>
        number.StartsWith("-", StringComparison.Ordinal) ? "Minus" + number.Substring(1) : "Value" + number;

    /// <summary>A value of one of several types, each of which C# can tell apart.</summary>
    private TypeReference Union(JsonNode schema, string name)
    {
        if ((schema["oneOf"] ?? schema["anyOf"]) is not { Kind: JsonKind.Array } branches)
            return TypeReference.Json;
        if (schema.Definition is { IsShared: true } shared)
        {
            bool isUnion = new ShapeReader("", new TypeNames()).BranchesOf(branches, name) is not null;
            return isUnion ? UnionType(NameOf(shared, "")) : TypeReference.Json;
        }

        int index = Types.Count;
        int made = _order.Count;
        string typeName = NameOf(schema, name, out bool isNew);
        if (!isNew)
            return UnionType(typeName);
        if (BranchesOf(branches, typeName) is not { } found)
        {
            Forget(index, made);
            return TypeReference.Json;
        }

        Types.Insert(index, new UnionSpec { Name = typeName, Docs = DocsOf(schema, typeName), Branches = found.ToEquatableArray() });
        return UnionType(typeName);
    }

    /// <summary>A union that came to nothing leaves no types behind.</summary>
    private void Forget(int types, int made)
    {
        Types.RemoveRange(types, Types.Count - types);
        foreach (JsonNode node in _order.Skip(made))
        {
            typeNames.Release(_made[node]);
            _made.Remove(node);
        }

        _order.RemoveRange(made, _order.Count - made);
    }

    private static TypeReference UnionType(string name) => new(MemberKind.Reference, name, name + "Member.Type");

    private List<UnionBranchSpec>? BranchesOf(JsonNode branches, string name)
    {
        var names = new NameAllocator("AsValue");
        var result = new List<UnionBranchSpec>();
        foreach (JsonNode branch in branches.Items)
        {
            if (!branch.IsObject)
                return null;
            string branchName = branch.TextOf("x-csharp-name") ?? name + NounFor(branch);
            TypeReference type = branch["const"]?.Kind switch
            {
                JsonKind.True or JsonKind.False => Value("bool", "Boolean"),
                JsonKind.Text => Reference("string", "Text"),
                // A conversion to the union speaks of the set at each call, and is not to make it anew.
                _ when ClosedSet.Of(branch) is { } values => Enum(branch, values, branchName, isForLayout: false),
                _ => TypeOf(branch, branchName, isRoot: false),
            };
            if (type.Kind is MemberKind.List or MemberKind.ObjectList or MemberKind.Constant || type == TypeReference.Json)
                return null;
            if (result.Exists(other => other.Type == type.Type))
                continue;
            string property = names.Allocate("As" + BranchName(type.Type, name));
            result.Add(new UnionBranchSpec(property, type.Type, type.Layout, type.Kind != MemberKind.Value, AttributeText.OfBranch(branch, branches)));
        }

        return result.Count > 1 ? result : null;
    }

    private static string NounFor(JsonNode branch) => branch.TextOf("type") == "object" ? "Settings" : "Option";

    private static string BranchName(string type, string union) => type switch
    {
        "bool" => "Boolean",
        "int" or "long" => "Integer",
        "decimal" or "double" => "Number",
        "string" => "Text",
        "MediaInput" => "Media",
        _ when type.StartsWith(union, StringComparison.Ordinal) && type.Length > union.Length => type.Substring(union.Length),
        _ => type,
    };
}
