using System.Globalization;
using ModelCards.Generator.Emit;
using ModelCards.Generator.Specs;

namespace ModelCards.Generator.Parser;

internal sealed partial class ShapeReader
{
    private readonly Dictionary<JsonNode, string> _made = [];

    /// <summary>
    /// Name of the type for a schema. One that stands in a shared definition is named, and made, there; one in a
    /// definition of the card is made once; any other is made where it stands.
    /// </summary>
    private string NameOf(JsonNode schema, string name, out bool isNew)
    {
        isNew = false;
        if (schema.Definition is { IsShared: true } shared)
            return shared.Node.TextOf("x-csharp-name") ?? Words.Pascal(shared.Name);
        JsonNode key = schema.Definition?.Node ?? schema;
        if (_made.TryGetValue(key, out string known))
            return known;
        string wanted = schema.TextOf("x-csharp-name") ?? (schema.Definition is { } own ? prefix + Words.Pascal(own.Name) : name);
        string unique = wanted;
        for (int i = 2; !_typeNames.Add(unique); i++)
            unique = wanted + "_" + i.ToString(CultureInfo.InvariantCulture);
        _made.Add(key, unique);
        isNew = true;
        return unique;
    }

    private TypeReference Enum(JsonNode schema, List<ClosedValue> values, string name)
    {
        string typeName = NameOf(schema, name, out bool isNew);
        if (isNew)
        {
            var names = new NameAllocator();
            Types.Add(new EnumSpec
            {
                Name = typeName,
                Docs = DocText.Summary(DescriptionOf(schema, typeName)),
                Members = values.Select(item => new EnumMemberSpec(
                    names.Allocate(item.Value.Kind == JsonKind.Number ? NumberName(item.Value.Text) : Words.Pascal(item.Value.Text)),
                    item.Value.Kind == JsonKind.Number ? item.Value.Text + "L" : CSharpLiteral.Text(item.Value.Text),
                    DocText.Summary(item.Description is { } text ? $"`{item.Value.Text}`: {text}" : $"`{item.Value.Text}`"))).ToEquatableArray(),
            });
        }

        return new TypeReference(MemberKind.Value, typeName, typeName + "Member.Type");
    }

    private static string NumberName(string number) =>
        number.StartsWith("-", StringComparison.Ordinal) ? "Minus" + number.Substring(1) : "Value" + number;

    /// <summary>A value of one of several types, each of which C# can tell apart.</summary>
    private TypeReference Union(JsonNode schema, string name)
    {
        if ((schema["oneOf"] ?? schema["anyOf"]) is not { Kind: JsonKind.Array } branches)
            return TypeReference.Json;
        if (schema.Definition is { IsShared: true } && BranchesOf(branches, name, new ShapeReader(prefix)) is not null)
            return UnionType(NameOf(schema, name, out _));
        // Probe with a reader of its own, so that a union that comes to nothing leaves no types behind.
        if (BranchesOf(branches, name, new ShapeReader(prefix)) is null)
            return TypeReference.Json;
        string typeName = NameOf(schema, name, out bool isNew);
        if (isNew)
        {
            int index = Types.Count;
            List<UnionBranchSpec> made = BranchesOf(branches, typeName, this)!;
            Types.Insert(index, new UnionSpec { Name = typeName, Docs = DocText.Summary(DescriptionOf(schema, typeName)), Branches = made.ToEquatableArray() });
        }

        return UnionType(typeName);
    }

    private static TypeReference UnionType(string name) => new(MemberKind.Reference, name, name + "Member.Type");

    private static List<UnionBranchSpec>? BranchesOf(JsonNode branches, string name, ShapeReader reader)
    {
        var result = new List<UnionBranchSpec>();
        foreach (JsonNode branch in branches.Items)
        {
            if (!branch.IsObject)
                return null;
            TypeReference type = branch["const"] is { Kind: JsonKind.True or JsonKind.False }
                ? Value("bool", "Boolean")
                : branch["const"] is { Kind: JsonKind.Text } ? Reference("string", "Text")
                : reader.TypeOf(branch, name + (branch.TextOf("type") == "object" ? "Settings" : "Value"), isRoot: false);
            if (type.Kind is MemberKind.List or MemberKind.ObjectList or MemberKind.Constant || type.Type == TypeReference.Json.Type)
                return null;
            if (result.Exists(other => other.Type == type.Type))
                continue;
            result.Add(new UnionBranchSpec(BranchName(type.Type, name), type.Type, type.Layout, type.Kind != MemberKind.Value));
        }

        return result.Count > 1 ? result : null;
    }

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
