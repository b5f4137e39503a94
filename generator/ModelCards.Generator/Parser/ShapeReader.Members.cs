using ModelCards.Generator.Specs;

namespace ModelCards.Generator.Parser;

internal sealed partial class ShapeReader
{
    /// <summary>The members of an object, in card order.</summary>
    public EquatableArray<MemberSpec> ReadMembers(JsonNode schema, string typeName, bool isRequest)
    {
        HashSet<string> required = RequiredOf(schema);
        var parameters = new NameAllocator();
        var items = new NameAllocator();
        var members = new List<MemberSpec>();
        foreach ((JsonMember property, string name) in NamedPropertiesOf(schema, typeName, isRequest))
        {
            bool isRoot = isRequest && property.Name == "taskUUID";
            TypeReference type = TypeOf(property.Value, (isRequest ? prefix : typeName) + name, isRoot);
            bool isRequired = required.Contains(property.Name) && type.Constant is null && type != TypeReference.TaskUuid;
            string item = Words.Singular(name);
            bool isList = type.Kind is MemberKind.List or MemberKind.ObjectList;
            members.Add(new MemberSpec
            {
                JsonName = property.Name,
                Name = name,
                ParameterName = parameters.Allocate(Words.Camel(name)),
                ItemName = isList && !items.TryTake(item) ? items.Allocate(name) : item,
                Kind = type.Kind,
                Type = type.Type,
                Access = type.Access,
                Layout = type.Layout,
                IsRequired = isRequired,
                Constant = type.Constant,
                Arguments = type.Object is { } nested ? Arguments(nested, type.Type) : default,
                Docs = DocText.Member(property.Value, property.Name),
                Attributes = type.Constant is null
                    ? AttributeText.Of(property.Value, property.Name, name, isRequired)
                    : AttributeText.OfConstant(property.Value),
            });
        }

        return members.ToEquatableArray();
    }

    /// <summary>Parameters that a nested object cannot do without, for the method that sets it.</summary>
    private EquatableArray<ArgumentSpec> Arguments(JsonNode schema, string typeName)
    {
        // Types inside a shared definition are made with it: here only their names are wanted.
        ShapeReader reader = schema.Definition is { IsShared: true } ? new ShapeReader("", new TypeNames()) : this;
        HashSet<string> required = RequiredOf(schema);
        var parameters = new NameAllocator("configure");
        var arguments = new List<ArgumentSpec>();
        foreach ((JsonMember property, string name) in NamedPropertiesOf(schema, typeName, isRequest: false))
        {
            if (!required.Contains(property.Name))
                continue;
            TypeReference type = reader.TypeOf(property.Value, typeName + name, isRoot: false);
            if (type.Constant is null)
                arguments.Add(new ArgumentSpec(type.ParameterType, parameters.Allocate(Words.Camel(name))));
        }

        return arguments.ToEquatableArray();
    }

    private static IEnumerable<(JsonMember Property, string Name)> NamedPropertiesOf(JsonNode schema, string typeName, bool isRequest)
    {
        var names = new NameAllocator([.. isRequest ? NameAllocator.RequestMembers : NameAllocator.ObjectMembers, typeName]);
        foreach (JsonMember property in PropertiesOf(schema))
            yield return (property, names.Allocate(NameOf(property)));
    }

    /// <summary>The C# name of a property, unless another has it already.</summary>
    public static string NameOf(JsonMember property) => property.Value.TextOf("x-csharp-name") ?? Words.Pascal(property.Name);

    /// <summary>Declared properties, or those that a closed list of names together with one schema for all amounts to.</summary>
    private static List<JsonMember> PropertiesOf(JsonNode schema)
    {
        if (schema["properties"] is { IsObject: true } properties)
            return properties.Members;
        if (schema["propertyNames"]?["enum"] is not { Kind: JsonKind.Array, Items: { Count: <= KeywordChecker.MaxProperties } names }
            || schema["additionalProperties"] is not { IsObject: true } value)
            return [];
        IEnumerable<string> texts = names.Where(name => name.Kind == JsonKind.Text).Select(name => name.Text).Distinct();
        return [.. texts.Select(text => new JsonMember(text, 0, 0, value))];
    }

    private static HashSet<string> RequiredOf(JsonNode schema) =>
        new(schema["required"]?.Items.Select(item => item.Text) ?? [], StringComparer.Ordinal);
}
