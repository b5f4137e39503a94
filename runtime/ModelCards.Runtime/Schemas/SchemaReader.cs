using System.Text.Json;

namespace ModelCards.Schemas;

/// <summary>Reads the schema that the generator put into the code: references are resolved and keywords checked already.</summary>
internal static class SchemaReader
{
    private static readonly string[] RelativeKeywords = ["x-minimum", "x-exclusiveMinimum", "x-maximum", "x-exclusiveMaximum"];

    public static Schema Read(JsonElement json)
    {
        if (json.ValueKind is JsonValueKind.True or JsonValueKind.False)
            return new Schema { Always = json.GetBoolean() };
        return new Schema
        {
            Types = ReadTypes(json),
            Range = ReadRange(json),
            RelativeBounds = [.. RelativeKeywords.Where(keyword => Has(json, keyword)).Select(keyword => new RelativeBound(keyword, Text(json, keyword)!))],
            MinLength = Count(json, "minLength", 0),
            MaxLength = Count(json, "maxLength", int.MaxValue),
            Pattern = Text(json, "pattern") is { } pattern ? new EcmaPattern(pattern) : null,
            Format = Text(json, "format") is { } format && Formats.IsKnown(format) ? format : null,
            Allowed = ReadAllowed(json),
            Items = One(json, "items"),
            PrefixItems = Many(json, "prefixItems"),
            MinItems = Count(json, "minItems", 0),
            MaxItems = Count(json, "maxItems", int.MaxValue),
            UniqueItems = Flag(json, "uniqueItems"),
            Contains = One(json, "contains"),
            MinContains = Count(json, "minContains", 1),
            MaxContains = Count(json, "maxContains", int.MaxValue),
            Properties = json.TryGetProperty("properties", out JsonElement properties) ? ReadMembers(properties) : null,
            Required = json.TryGetProperty("required", out JsonElement required) ? ReadNames(required) : null,
            AdditionalProperties = One(json, "additionalProperties"),
            PropertyNames = One(json, "propertyNames"),
            MinProperties = Count(json, "minProperties", 0),
            MaxProperties = Count(json, "maxProperties", int.MaxValue),
            DependentRequired = [.. Entries(json, "dependentRequired").Select(entry => (new MemberTable([entry.Name], []), ReadNames(entry.Value)))],
            DependentSchemas = [.. Entries(json, "dependentSchemas").Select(entry => (new MemberTable([entry.Name], []), Read(entry.Value)))],
            Constraints = ReadConstraints(json),
            AllOf = Many(json, "allOf"),
            AnyOf = Many(json, "anyOf"),
            OneOf = Many(json, "oneOf"),
            Not = One(json, "not"),
            If = One(json, "if"),
            Then = One(json, "then"),
            Else = One(json, "else"),
            Title = Text(json, "title"),
            Description = Text(json, "description"),
            Default = json.TryGetProperty("default", out JsonElement value) ? value : null,
            Examples = json.TryGetProperty("examples", out JsonElement examples) && examples.ValueKind == JsonValueKind.Array ? [.. examples.EnumerateArray()] : [],
            Choices = json.TryGetProperty("x-choices", out JsonElement choices) && choices.ValueKind == JsonValueKind.Array
                ? [.. choices.EnumerateArray().Select(choice => (choice[0].GetString(), choice[1].GetString()))]
                : [],
            IsDeprecated = Flag(json, "deprecated"),
        }.Prepare();
    }

    private static SchemaTypes ReadTypes(JsonElement json)
    {
        if (!json.TryGetProperty("type", out JsonElement type))
            return SchemaTypes.Any;
        return type.ValueKind == JsonValueKind.Array
            ? type.EnumerateArray().Aggregate(SchemaTypes.Any, (types, name) => types | TypeNamed(name.GetString()!))
            : TypeNamed(type.GetString()!);
    }

    private static SchemaTypes TypeNamed(string name) => name switch
    {
        "null" => SchemaTypes.Null,
        "boolean" => SchemaTypes.Boolean,
        "integer" => SchemaTypes.Integer,
        "number" => SchemaTypes.Number,
        "string" => SchemaTypes.String,
        "array" => SchemaTypes.Array,
        "object" => SchemaTypes.Object,
        _ => throw new JsonException($"'{name}' is not a JSON Schema type."),
    };

    private static NumberRange? ReadRange(JsonElement json)
    {
        NumberBound?[] bounds =
            [.. ((string[])["minimum", "exclusiveMinimum", "maximum", "exclusiveMaximum", "multipleOf"]).Select(keyword => Bound(json, keyword))];
        return Array.TrueForAll(bounds, bound => bound is null) ? null : new NumberRange(bounds[0], bounds[1], bounds[2], bounds[3], bounds[4]);
    }

    private static ValueSet? ReadAllowed(JsonElement json)
    {
        if (json.TryGetProperty("const", out JsonElement fixedValue))
            return new ValueSet(isConst: true, [fixedValue]);
        return json.TryGetProperty("enum", out JsonElement values) ? new ValueSet(isConst: false, values.EnumerateArray()) : null;
    }

    /// <summary>Area and ratio of two numbers can be judged here; rules about the content of media are the service's.</summary>
    private static AreaRule[] ReadConstraints(JsonElement json)
    {
        var rules = new List<AreaRule>();
        foreach (JsonElement entry in json.TryGetProperty("x-constraints", out JsonElement entries) ? entries.EnumerateArray() : default)
        {
            string[] paths = [.. entry.GetProperty("parameters").EnumerateArray().Select(path => path.GetString()!)];
            string? operation = Text(entry, "operation");
            if (paths.Length == 2 && operation is ("area" or "ratio"))
                rules.Add(new AreaRule(operation == "ratio", paths[0].Split('.'), paths[1].Split('.'), Bound(entry, "minimum"), Bound(entry, "maximum")));
        }

        return [.. rules];
    }

    private static MemberTable ReadMembers(JsonElement properties)
    {
        JsonProperty[] members = [.. properties.EnumerateObject()];
        return new MemberTable(Array.ConvertAll(members, member => member.Name), Array.ConvertAll(members, member => Read(member.Value)));
    }

    private static MemberTable ReadNames(JsonElement names) => new([.. names.EnumerateArray().Select(name => name.GetString()!)], []);

    private static JsonElement.ObjectEnumerator Entries(JsonElement json, string keyword) =>
        json.TryGetProperty(keyword, out JsonElement value) ? value.EnumerateObject() : default;

    private static Schema? One(JsonElement json, string keyword) => json.TryGetProperty(keyword, out JsonElement value) ? Read(value) : null;

    private static Schema[] Many(JsonElement json, string keyword) =>
        json.TryGetProperty(keyword, out JsonElement value) ? [.. value.EnumerateArray().Select(Read)] : [];

    private static NumberBound? Bound(JsonElement json, string keyword) =>
        json.TryGetProperty(keyword, out JsonElement value) ? new NumberBound(value.GetRawText()) : null;

    private static int Count(JsonElement json, string keyword, int otherwise) =>
        json.TryGetProperty(keyword, out JsonElement value) ? (int)Math.Min(int.MaxValue, value.GetDouble()) : otherwise;

    private static string? Text(JsonElement json, string keyword) =>
        json.TryGetProperty(keyword, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static bool Flag(JsonElement json, string keyword) =>
        json.TryGetProperty(keyword, out JsonElement value) && value.ValueKind == JsonValueKind.True;

    private static bool Has(JsonElement json, string keyword) => json.TryGetProperty(keyword, out _);
}
