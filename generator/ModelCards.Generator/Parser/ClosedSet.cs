using System.Globalization;

namespace ModelCards.Generator.Parser;

/// <summary>One value of a closed set, with what the card says of it.</summary>
internal sealed record ClosedValue(JsonNode Value, string? Description)
{
    /// <summary>Its C# name, unless another value has it already.</summary>
    public string Name => Value.Kind != JsonKind.Number ? Words.Pascal(Value.Text)
        : Value.Text[0] == '-' ? "Minus" + Words.Pascal(Value.Text.Substring(1)).TrimStart('_')
        : "Value" + Words.Pascal(Value.Text).TrimStart('_');
}

/// <summary>Closed sets, written as <c>enum</c> or as <c>oneOf</c> over described constants; both mean the same.</summary>
internal static class ClosedSet
{
    /// <summary>The values; null when the schema is no closed set of distinct texts or distinct integers.</summary>
    public static List<ClosedValue>? Of(JsonNode schema)
    {
        List<ClosedValue>? values = schema["enum"] is { Kind: JsonKind.Array } list
            ? [.. list.Items.Select(item => new ClosedValue(item, null))]
            : schema["oneOf"] is { Kind: JsonKind.Array } branches && branches.Items.TrueForAll(IsDescribedConstant)
                ? branches.Items.ConvertAll(OfBranch)
                : null;
        if (values is null || values.Count == 0 || schema["type"]?.Kind == JsonKind.Array)
            return null;
        bool areTexts = values.TrueForAll(item => item.Value.Kind == JsonKind.Text);
        bool areIntegers = values.TrueForAll(item => item.Value.Kind == JsonKind.Number && item.Value.Text != "-0"
            && long.TryParse(item.Value.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _));
        bool areDistinct = values.Select(item => item.Value.Text).Distinct(StringComparer.Ordinal).Count() == values.Count;
        return (areTexts || areIntegers) && areDistinct ? values : null;
    }

    /// <summary>The constant of a branch, with what the branch says of it.</summary>
    public static ClosedValue OfBranch(JsonNode branch) => new(branch["const"]!, branch.TextOf("description") ?? branch.TextOf("title"));

    private static bool IsDescribedConstant(JsonNode branch) =>
        branch["const"] is not null && branch.Members.TrueForAll(member => member.Name == "const" || Keywords.IsAnnotation(member.Name));
}
