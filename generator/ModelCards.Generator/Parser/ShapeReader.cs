using System.Globalization;
using ModelCards.Generator.Emit;
using ModelCards.Generator.Specs;

namespace ModelCards.Generator.Parser;

/// <summary>Finds the C# types for a card. Shapes without a close one become <c>JsonElement</c>; they are judged all the same.</summary>
internal sealed partial class ShapeReader(string prefix)
{
    private readonly HashSet<string> _typeNames = new(StringComparer.Ordinal);

    public List<TypeSpec> Types { get; } = [];

    /// <summary>The members of an object, in card order.</summary>
    public EquatableArray<MemberSpec> ReadMembers(JsonNode schema, string typeName, bool isRequest)
    {
        var names = new NameAllocator([.. isRequest ? NameAllocator.RequestMembers : NameAllocator.ObjectMembers, typeName]);
        return PropertiesOf(schema).Select(property => ReadMember(schema, property.Name, property.Value, names, typeName, isRequest)).ToEquatableArray();
    }

    /// <summary>The type of an entry of <c>$defs</c>; a plain value makes none.</summary>
    public void ReadDefinition(string name, JsonNode schema) => TypeOf(schema, Words.Pascal(name), isRoot: false);

    private MemberSpec ReadMember(JsonNode owner, string jsonName, JsonNode schema, NameAllocator names, string typeName, bool isRequest)
    {
        string name = names.Allocate(schema.TextOf("x-csharp-name") ?? Words.Pascal(jsonName));
        string ownerName = isRequest ? prefix : typeName;
        TypeReference type = TypeOf(schema, ownerName + name, isRoot: isRequest && jsonName == "taskUUID");
        bool isRequired = owner["required"]?.Items.Exists(item => item.Text == jsonName) == true && jsonName != "taskUUID";
        return new MemberSpec
        {
            JsonName = jsonName,
            Name = name,
            ParameterName = Words.Camel(name),
            ItemName = Words.Singular(name),
            Kind = type.Kind,
            Type = type.Type,
            Layout = type.Layout,
            IsRequired = isRequired && type.Constant is null,
            Constant = type.Constant,
            Arguments = type.Object is { } nested ? Arguments(nested, type.Type) : default,
            Docs = DocText.Member(schema, jsonName),
            Attributes = AttributeText.Of(schema, jsonName, name),
        };
    }

    /// <summary>Parameters that a nested object cannot do without, for the method that sets it.</summary>
    private EquatableArray<ArgumentSpec> Arguments(JsonNode schema, string typeName)
    {
        // Types inside a shared definition are made with it: here only their names are wanted.
        ShapeReader reader = schema.Definition is { IsShared: true } ? new ShapeReader("") : this;
        var names = new NameAllocator([.. NameAllocator.ObjectMembers, typeName]);
        var arguments = new List<ArgumentSpec>();
        foreach (JsonMember property in PropertiesOf(schema))
        {
            string name = names.Allocate(property.Value.TextOf("x-csharp-name") ?? Words.Pascal(property.Name));
            if (schema["required"]?.Items.Exists(item => item.Text == property.Name) != true)
                continue;
            TypeReference type = reader.TypeOf(property.Value, typeName + name, isRoot: false);
            if (type.Constant is null)
                arguments.Add(Argument(type, name));
        }

        return arguments.ToEquatableArray();
    }

    internal static ArgumentSpec Argument(TypeReference type, string name) => new(
        type.Kind is MemberKind.List or MemberKind.ObjectList ? $"IEnumerable<{type.Type}>" : type.Type,
        Words.Camel(name),
        "With" + name);

    /// <summary>Declared properties, or those that a closed list of names together with one schema for all amounts to.</summary>
    private static List<JsonMember> PropertiesOf(JsonNode schema)
    {
        if (schema["properties"] is { IsObject: true } properties)
            return properties.Members;
        return schema["propertyNames"]?["enum"] is { Kind: JsonKind.Array } names && schema["additionalProperties"] is { IsObject: true } value
            ? [.. names.Items.Where(name => name.Kind == JsonKind.Text).Select(name => new JsonMember(name.Text, name.Start, name.End, value))]
            : [];
    }

    private static bool HasProperties(JsonNode schema) => PropertiesOf(schema).Count > 0;

    private TypeReference TypeOf(JsonNode schema, string name, bool isRoot)
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
            "boolean" => Value("bool", "Boolean"),
            "integer" => FitsInt32(schema) ? Value("int", "Int32") : Value("long", "Int64"),
            "number" => schema["multipleOf"] is not null ? Value("decimal", "Decimal") : Value("double", "Double"),
            "string" when schema.TextOf("format") == "uuid" => Value("Guid", isRoot ? "TaskUuid" : "Uuid"),
            "string" when schema.TextOf("format") == "uri" => Reference("Uri", "Uri"),
            "string" => IsMedia(schema) ? Reference("MediaInput", "Media") : Reference("string", "Text"),
            "array" when schema["items"] is { IsObject: true } items && schema["prefixItems"] is null => List(items, name),
            "object" when HasProperties(schema) => Object(schema, name),
            _ => TypeReference.Json,
        };
    }

    private static TypeReference Value(string type, string member) => new(MemberKind.Value, type, "Member." + member);

    private static TypeReference Reference(string type, string member) => new(MemberKind.Reference, type, "Member." + member);

    private static TypeReference Constant(JsonNode value) => value.Kind switch
    {
        JsonKind.Text => new(MemberKind.Constant, "string", $"Member.Constant({CSharpLiteral.Text(value.Text)})") { Constant = CSharpLiteral.Text(value.Text) },
        JsonKind.True or JsonKind.False => Flag(value.Kind == JsonKind.True),
        JsonKind.Number when long.TryParse(value.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number) && number > long.MinValue =>
            new(MemberKind.Constant, "long", $"Member.Constant({value.Text}L)") { Constant = value.Text + "L" },
        _ => TypeReference.Json,
    };

    private static TypeReference Flag(bool value) =>
        new(MemberKind.Constant, "bool", $"Member.Constant({CSharpLiteral.Flag(value)})") { Constant = CSharpLiteral.Flag(value) };

    private static bool FitsInt32(JsonNode schema) => Fits(schema["minimum"] ?? schema["exclusiveMinimum"]) && Fits(schema["maximum"] ?? schema["exclusiveMaximum"]);

    private static bool Fits(JsonNode? bound) =>
        bound is not null && decimal.TryParse(bound.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal value) && value is >= int.MinValue and <= int.MaxValue;

    /// <summary>A text with alternatives that only assert: a UUID, a URL, maybe the bytes.</summary>
    private static bool IsMedia(JsonNode schema) =>
        (schema["anyOf"] ?? schema["oneOf"]) is { Kind: JsonKind.Array } branches
        && branches.Items.Exists(branch => branch.TextOf("format") == "uuid")
        && branches.Items.Exists(branch => branch.TextOf("format") == "uri");

    private TypeReference List(JsonNode items, string name)
    {
        TypeReference item = TypeOf(items, Words.Singular(name), isRoot: false);
        if (item.Kind is MemberKind.List or MemberKind.ObjectList or MemberKind.Constant)
            return TypeReference.Json;
        return new TypeReference(item.Kind == MemberKind.Object ? MemberKind.ObjectList : MemberKind.List, item.Type, $"Member.List<{item.Type}>({item.Layout})")
        {
            Object = item.Object,
        };
    }

    private TypeReference Object(JsonNode schema, string name)
    {
        string typeName = NameOf(schema, name, out bool isNew);
        if (isNew)
        {
            // The name is taken before the members are read, so that nested types come behind their owner.
            int index = Types.Count;
            EquatableArray<MemberSpec> members = ReadMembers(schema, typeName, isRequest: false);
            Types.Insert(index, new ObjectSpec { Name = typeName, Docs = DocText.Summary(DescriptionOf(schema, typeName)), Members = members });
        }

        return new TypeReference(MemberKind.Object, typeName, $"Member.Object<{typeName}>()") { Object = schema };
    }

    private static string DescriptionOf(JsonNode schema, string name) => schema.TextOf("description") ?? schema.TextOf("title") ?? $"Values of `{name}`.";
}
