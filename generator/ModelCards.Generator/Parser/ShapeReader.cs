using System.Globalization;
using ModelCards.Generator.Emit;
using ModelCards.Generator.Parser.Rules;
using ModelCards.Generator.Specs;

namespace ModelCards.Generator.Parser;

/// <summary>Finds the C# types for a card. Shapes without a close one become <c>JsonElement</c>; they are judged all the same.</summary>
internal sealed partial class ShapeReader(string prefix, TypeNames typeNames)
{
    private const NumberStyles IntegerStyle = NumberStyles.AllowLeadingSign;

    private static readonly CultureInfo Invariant = CultureInfo.InvariantCulture;
    private static readonly TypeReference Boolean = Value("bool", "Boolean");
    private static readonly TypeReference Int32 = Value("int", "Int32");
    private static readonly TypeReference Int64 = Value("long", "Int64");
    private static readonly TypeReference Double = Value("double", "Double");
    private static readonly TypeReference Text = Reference("string", "Text");

    private readonly Dictionary<JsonNode, TypeReference> _found = [];

    public List<TypeSpec> Types { get; } = [];

    /// <summary>The type of an entry of <c>$defs</c>; a plain value makes none.</summary>
    public void ReadDefinition(Definition definition, JsonNode schema) => TypeOf(schema, NameOf(definition, ""), isRoot: false);

    private TypeReference TypeOf(JsonNode schema, string name, bool isRoot)
    {
        if (!_found.TryGetValue(schema, out TypeReference found))
            _found[schema] = found = FindType(schema, name, isRoot);
        return found;
    }

    private TypeReference FindType(JsonNode schema, string name, bool isRoot)
    {
        if (!schema.IsObject)
            return TypeReference.Json;
        if (schema["const"] is { } value)
            return Constant(value);
        if (ClosedSet.Of(schema) is { } values)
            return Enum(schema, values, name);
        if (schema["type"] is not { Kind: JsonKind.Text, Text: var type })
            return Union(schema, name);
        return type switch
        {
            "boolean" => Boolean,
            "integer" => FitsInt32(schema) ? Int32 : Int64,
            "number" => schema["multipleOf"] is not null ? Value("decimal", "Decimal") : Double,
            "string" when schema.TextOf("format") == "uuid" => isRoot ? TypeReference.TaskUuid : Value("Guid", "Uuid"),
            "string" when schema.TextOf("format") == "uri" => Reference("Uri", "Uri"),
            "string" => IsMedia(schema) ? Reference("MediaInput", "Media") : Text,
            "array" when schema["items"] is { IsObject: true } items && schema["prefixItems"] is null => List(items, name),
            "object" when PropertiesOf(schema).Count > 0 => Object(schema, name),
            _ => TypeReference.Json,
        };
    }

    private static TypeReference Value(string type, string member) =>
        new(MemberKind.Value, type, "Member." + member) { Access = member };

    private static TypeReference Reference(string type, string member) =>
        new(MemberKind.Reference, type, "Member." + member) { Access = member };

    private static TypeReference Constant(JsonNode value) => value.Kind switch
    {
        JsonKind.Text => Constant("string", CSharpLiteral.Text(value.Text)),
        JsonKind.True or JsonKind.False => Constant("bool", CSharpLiteral.Flag(value.Kind == JsonKind.True)),
        JsonKind.Number when long.TryParse(value.Text, IntegerStyle, Invariant, out _) =>
            Constant("long", value.Text + "L"),
        _ => TypeReference.Json,
    };

    private static TypeReference Constant(string type, string literal) =>
        new(MemberKind.Constant, type, $"Member.Constant({literal})") { Constant = literal };

    private static bool FitsInt32(JsonNode schema) =>
        Fits(schema["minimum"] ?? schema["exclusiveMinimum"]) && Fits(schema["maximum"] ?? schema["exclusiveMaximum"]);

    private static bool Fits(JsonNode? bound) =>
        bound is not null
        && decimal.TryParse(bound.Text, NumberStyles.Float, Invariant, out decimal value)
        && value is >= int.MinValue and <= int.MaxValue;

    /// <summary>A text with alternatives that only assert: a UUID, a URL, maybe the bytes.</summary>
    private static bool IsMedia(JsonNode schema) =>
        (schema["anyOf"] ?? schema["oneOf"]) is { Kind: JsonKind.Array } branches
        && branches.Items.Exists(branch => branch.TextOf("format") == "uuid")
        && branches.Items.Exists(branch => branch.TextOf("format") == "uri");

    private TypeReference List(JsonNode items, string name)
    {
        TypeReference item = TypeOf(items, items.TextOf("x-csharp-name") ?? Words.Singular(name), isRoot: false);
        if (item.Kind is MemberKind.List or MemberKind.ObjectList or MemberKind.Constant)
            return TypeReference.Json;
        MemberKind kind = item.Kind == MemberKind.Object ? MemberKind.ObjectList : MemberKind.List;
        return new TypeReference(kind, item.Type, $"Member.List<{item.Type}>({item.Layout})") { Object = item.Object };
    }

    private TypeReference Object(JsonNode schema, string name)
    {
        string typeName = NameOf(schema, name, out bool isNew);
        if (isNew)
        {
            // The name is taken before the members are read, so that nested types come behind their owner.
            int index = Types.Count;
            EquatableArray<MemberSpec> members = ReadMembers(schema, typeName, isRequest: false);
            Types.Insert(index, new ObjectSpec
            {
                Name = typeName,
                Docs = DocsOf(schema, typeName),
                Members = members,
                Rules = RuleReader.Read(schema, isRequest: false),
            });
        }

        return new TypeReference(MemberKind.Object, typeName, $"Member.Object<{typeName}>()") { Object = schema };
    }

    private static EquatableArray<string> DocsOf(JsonNode schema, string name) =>
        (schema.TextOf("description") ?? schema.TextOf("title")) is { } text ? DocText.Summary(text) : DocText.Unnamed("Values of", name);
}
