using System.Globalization;
using ModelCards.Generator.Analyzers.Checks;
using ModelCards.Generator.Parser;
using ModelCards.Schemas;

namespace ModelCards.Generator.Lint;

/// <summary>
/// Judges a value that the card itself names by the constraints of its own schema. Rules between parameters are none of its
/// business: a default that breaks one is never sent and does no harm.
/// </summary>
internal static class ValueJudge
{
    /// <summary>Why the schema does not allow the value; null when it does, or when that cannot be said for sure.</summary>
    public static string? WhyNot(JsonNode schema, JsonNode value)
    {
        if (!schema.IsObject)
            return schema.Kind == JsonKind.False ? "nothing is allowed here" : null;
        return WrongType(schema, value) ?? NotListed(schema, value) ?? value.Kind switch
        {
            JsonKind.Number => WrongNumber(schema, value),
            JsonKind.Text => WrongText(schema, value.Text),
            JsonKind.Array => WrongArray(schema, value),
            JsonKind.Object => WrongObject(schema, value),
            _ => null,
        } ?? WrongBranch(schema, value);
    }

    private static string? WrongType(JsonNode schema, JsonNode value)
    {
        List<string> types = schema["type"] is { Kind: JsonKind.Text } one ? [one.Text] : schema["type"]?.Items.ConvertAll(type => type.Text) ?? [];
        return types.Count == 0 || types.Exists(type => IsOfType(type, value)) ? null : $"it must be of type {string.Join(" or ", types)}";
    }

    private static bool IsOfType(string type, JsonNode value) => type switch
    {
        "null" => value.Kind == JsonKind.Null,
        "boolean" => value.Kind is JsonKind.True or JsonKind.False,
        "integer" => value.Kind == JsonKind.Number && ExactNumber.Parse(value.Text).IsInteger,
        "number" => value.Kind == JsonKind.Number,
        "string" => value.Kind == JsonKind.Text,
        "array" => value.Kind == JsonKind.Array,
        _ => value.Kind == JsonKind.Object,
    };

    private static string? NotListed(JsonNode schema, JsonNode value)
    {
        if (schema["const"] is { } only && !JsonEquality.Instance.Equals(only, value))
            return $"the only value allowed is {JsonEquality.Show(only)}";
        return schema["enum"] is { } list && !list.Items.Contains(value, JsonEquality.Instance) ? "it is not in the list of values" : null;
    }

    private static string? WrongNumber(JsonNode schema, JsonNode value)
    {
        ExactNumber number = ExactNumber.Parse(value.Text);
        foreach ((string keyword, string words, int least, int most) in Bounds)
        {
            if (schema[keyword] is { Kind: JsonKind.Number } bound && number.CompareTo(ExactNumber.Parse(bound.Text)) is var order
                && (order < least || order > most))
                return $"it must be {words} {bound.Text}";
        }

        return schema["multipleOf"] is { Kind: JsonKind.Number } step && !number.IsMultipleOf(ExactNumber.Parse(step.Text))
            ? $"it must be a multiple of {step.Text}"
            : null;
    }

    private static readonly (string Keyword, string Words, int Least, int Most)[] Bounds =
    [
        ("minimum", "at least", 0, 1),
        ("exclusiveMinimum", "greater than", 1, 1),
        ("maximum", "at most", -1, 0),
        ("exclusiveMaximum", "less than", -1, -1),
    ];

    private static string? WrongText(JsonNode schema, string text)
    {
        if (WrongCount(schema, "minLength", "maxLength", TextFacts.CodePoints(text)) is { } count)
            return $"it must have {count} characters";
        if (schema.TextOf("pattern") is { } pattern && !new TextFacts().MayMatch(pattern, text))
            return $"it must match {pattern}";
        return schema.TextOf("format") == "uuid" && !Guid.TryParseExact(text, "D", out _) ? "it must be a UUID" : null;
    }

    private static string? WrongArray(JsonNode schema, JsonNode value)
    {
        if (WrongCount(schema, "minItems", "maxItems", value.Items.Count) is { } count)
            return $"it must have {count} items";
        if (schema["uniqueItems"]?.Kind == JsonKind.True && value.Items.Distinct(JsonEquality.Instance).Count() < value.Items.Count)
            return "no item may be there twice";
        int first = schema["prefixItems"]?.Items.Count ?? 0;
        IEnumerable<string> reasons = value.Items
            .Select((item, index) => (index < first ? schema["prefixItems"]!.Items[index] : schema["items"]) is { } items ? WhyNot(items, item) : null)
            .OfType<string>();
        return reasons.FirstOrDefault() is { } reason ? "of an item, " + reason : null;
    }

    private static string? WrongObject(JsonNode schema, JsonNode value)
    {
        if (schema["required"]?.Items.Find(name => value[name.Text] is null) is { } missing)
            return $"'{missing.Text}' is required";
        foreach (JsonMember member in value.Members)
        {
            JsonNode? known = schema["properties"]?[member.Name] ?? schema["additionalProperties"];
            if (known is not null && WhyNot(known, member.Value) is { } reason)
                return $"of '{member.Name}', {reason}";
        }

        return null;
    }

    private static string? WrongBranch(JsonNode schema, JsonNode value)
    {
        foreach (JsonNode part in schema["allOf"]?.Items ?? [])
        {
            if (WhyNot(part, value) is { } reason)
                return reason;
        }

        foreach (string keyword in (string[])["anyOf", "oneOf"])
        {
            List<string?> reasons = schema[keyword]?.Items.ConvertAll(branch => WhyNot(branch, value)) ?? [];
            if (reasons.Count > 0 && reasons.TrueForAll(reason => reason is not null))
                return reasons.Count == 1 ? reasons[0] : $"none of the alternatives under {keyword} allows it";
        }

        return null;
    }

    private static string? WrongCount(JsonNode schema, string least, string most, int count)
    {
        var number = ExactNumber.Parse(count.ToString(CultureInfo.InvariantCulture));
        if (schema[least] is { Kind: JsonKind.Number } low && number.CompareTo(ExactNumber.Parse(low.Text)) < 0)
            return $"at least {low.Text}";
        return schema[most] is { Kind: JsonKind.Number } high && number.CompareTo(ExactNumber.Parse(high.Text)) > 0 ? $"at most {high.Text}" : null;
    }
}
