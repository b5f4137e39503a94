using System.Globalization;
using ModelCards.Generator.Emit;
using ModelCards.Generator.Specs;

namespace ModelCards.Generator.Parser;

/// <summary>The constraints of a member as the attributes that analyzers read.</summary>
internal static class AttributeText
{
    private const string Obsolete = "Obsolete(\"The card marks this parameter as deprecated.\")";

    // Every decimal of so many digits comes back unchanged from a double.
    private const int DoubleDigits = 15;

    private static readonly string[] Bounds = ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"];

    public static EquatableArray<string> Of(JsonNode schema, string jsonName, string name, bool isRequired)
    {
        var attributes = new List<string>();
        if (Words.Camel(name).TrimStart('@') != jsonName)
            attributes.Add($"Parameter({CSharpLiteral.Text(jsonName)})");
        attributes.AddRange(Constraints(schema));
        // C# warns of members that are required and obsolete; there the documentation says it.
        if (schema["deprecated"]?.Kind == JsonKind.True && !isRequired)
            attributes.Add(Obsolete);
        return attributes.ToEquatableArray();
    }

    /// <summary>Nobody sets what the card fixes, so constraints beside it tell nothing; nor may they stand on a constant.</summary>
    public static EquatableArray<string> OfConstant(JsonNode schema) =>
        schema["deprecated"]?.Kind == JsonKind.True ? new EquatableArray<string>([Obsolete]) : default;

    /// <summary>What a model's status warns of.</summary>
    public static EquatableArray<string> OfStatus(string? status) => status switch
    {
        "deprecated" => new EquatableArray<string>(["Obsolete(\"The card marks this model as deprecated.\")"]),
        "experimental" or "preview" or "coming-soon" => new EquatableArray<string>(["Experimental(\"CARDX001\")"]),
        _ => default,
    };

    /// <summary>What a branch of a union demands, where no other branch takes values of the same JSON type.</summary>
    public static EquatableArray<string> OfBranch(JsonNode branch, List<JsonNode> branches)
    {
        List<JsonNode> same = branches.FindAll(other => JsonTypeOf(other) == JsonTypeOf(branch));
        List<JsonNode> constants = same.ConvertAll(other => other["const"]).FindAll(value => value?.Kind is JsonKind.Text or JsonKind.True or JsonKind.False)!;
        if (constants.Count == same.Count)
        {
            IEnumerable<string> values = constants.Select(value => value.Kind == JsonKind.Text ? CSharpLiteral.Text(value.Text) : CSharpLiteral.Flag(value.Kind == JsonKind.True));
            return new EquatableArray<string>([$"Allowed({string.Join(", ", values.Distinct())})"]);
        }

        return same.Count == 1 ? Constraints(branch).ToEquatableArray() : default;
    }

    private static List<string> Constraints(JsonNode schema)
    {
        var attributes = new List<string>();
        Add(attributes, "Range", Pair(schema, "minimum", "maximum", Number).Concat(
        [
            Named("ExclusiveMinimum", Number(schema["exclusiveMinimum"])),
            Named("ExclusiveMaximum", Number(schema["exclusiveMaximum"])),
            Named("Step", Number(schema["multipleOf"])),
        ]));
        attributes.AddRange(Bounds.Where(keyword => IsBeyondDouble(schema, keyword))
            .Select(keyword => $"Exactly(\"{keyword}\", \"{schema[keyword]!.Text}\")"));
        Add(attributes, "Length", Pair(schema, "minLength", "maxLength", Count));
        Add(attributes, "Items", Pair(schema, "minItems", "maxItems", Count));
        if (schema.TextOf("pattern") is { } pattern)
            attributes.Add($"Pattern({CSharpLiteral.Text(pattern)})");
        return attributes;
    }

    /// <summary>Whether a double says the bound less exactly than the card; for whole numbers beyond any C# type that does not matter.</summary>
    private static bool IsBeyondDouble(JsonNode schema, string keyword) =>
        IsNumber(schema[keyword], out double value)
        && schema[keyword]!.Text.Split('e', 'E')[0].Replace(".", "").Trim('0', '-').Length > DoubleDigits
        && !(schema.TextOf("type") == "integer" && value is <= long.MinValue or >= long.MaxValue);

    /// <summary>The JSON type of what a schema takes; whole numbers are numbers too.</summary>
    private static string? JsonTypeOf(JsonNode schema) => (schema["const"] ?? schema["enum"]?.Items.FirstOrDefault())?.Kind switch
    {
        JsonKind.Text => "string",
        JsonKind.Number => "number",
        JsonKind.True or JsonKind.False => "boolean",
        _ => schema.TextOf("type") is "integer" ? "number" : schema.TextOf("type"),
    };

    private static IEnumerable<string?> Pair(JsonNode schema, string low, string high, Func<JsonNode?, string?> read)
    {
        string? minimum = read(schema[low]);
        string? maximum = read(schema[high]);
        return minimum is not null && maximum is not null
            ? [$"{minimum}, {maximum}"]
            : [Named("Minimum", minimum), Named("Maximum", maximum)];
    }

    private static void Add(List<string> attributes, string name, IEnumerable<string?> arguments)
    {
        string list = string.Join(", ", arguments.Where(argument => argument is not null));
        if (list.Length > 0)
            attributes.Add($"{name}({list})");
    }

    private static string? Named(string name, string? value) => value is null ? null : $"{name} = {value}";

    /// <summary>A literal of the number; null where a double cannot stand for it, so that no analyzer is misled.</summary>
    private static string? Number(JsonNode? node)
    {
        if (!IsNumber(node, out double value))
            return null;
        // A JSON number is a C# literal as it stands, but for whole numbers that no integer type holds.
        return value is > int.MaxValue or < int.MinValue && node!.Text.IndexOfAny(['e', 'E', '.']) < 0 ? node!.Text + "d" : node!.Text;
    }

    private static string? Count(JsonNode? node) =>
        IsNumber(node, out double value) && value <= int.MaxValue ? ((int)value).ToString(CultureInfo.InvariantCulture) : null;

    private static bool IsNumber(JsonNode? node, out double value)
    {
        value = 0;
        return node is { Kind: JsonKind.Number }
            && double.TryParse(node.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out value)
            && !double.IsInfinity(value);
    }
}
