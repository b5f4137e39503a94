using System.Globalization;
using ModelCards.Cards;
using ModelCards.Generator.Parser;
using Newtonsoft.Json.Linq;
using NJsonSchema;

namespace ModelCards.Generator.Tests.Independent;

/// <summary>What NJsonSchema reads of a schema, beside what we read.</summary>
internal static class TwoReadings
{
    public static int Compare(JsonSchema theirs, IReadOnlyList<CardParameter> ours)
    {
        Assert.Equal(theirs.Properties.Keys, ours.Select(parameter => parameter.Name));
        int compared = 0;
        foreach (CardParameter parameter in ours)
        {
            JsonSchema schema = theirs.Properties[parameter.Name];
            Assert.Equal((parameter.Path, theirs.RequiredProperties.Contains(parameter.Name)), (parameter.Path, parameter.IsRequired));
            Assert.Equal(Facts(parameter), Facts(parameter.Path, schema));
            if (schema.Type != JsonObjectType.None)
                Assert.Equal((parameter.Path, NamesOf(schema.Type)), (parameter.Path, string.Join('|', parameter.Type.Split('|').Order(StringComparer.Ordinal))));
            JsonSchema inner = FormOf(schema.Item ?? schema);
            compared += 1 + (parameter.Parameters.Count > 0 ? Compare(inner, parameter.Parameters) : 0);
        }

        return compared;
    }

    private static object?[] Facts(CardParameter parameter) =>
    [
        parameter.Path, parameter.Description, Number(parameter.Minimum), Number(parameter.ExclusiveMinimum), Number(parameter.Maximum),
        Number(parameter.ExclusiveMaximum), Number(parameter.Step), parameter.MinLength ?? 0, parameter.MaxLength, parameter.MinItems ?? 0,
        parameter.MaxItems ?? 0, parameter.Pattern, parameter.Default is { } value ? JToken.Parse(value.GetRawText()).ToString() : null,
        string.Join('|', parameter.AllowedValues.Select(allowed => JToken.Parse(allowed.GetRawText()))),
    ];

    private static object?[] Facts(string path, JsonSchema schema) =>
    [
        path, schema.Description is { } text ? Markdown.ToPlainText(text) : null, schema.Minimum, schema.ExclusiveMinimum, schema.Maximum,
        schema.ExclusiveMaximum, schema.MultipleOf, schema.MinLength ?? 0, schema.MaxLength, schema.MinItems, schema.MaxItems,
        schema.Pattern, schema.Default is { } value ? JToken.FromObject(value).ToString() : null,
        string.Join('|', Allowed(schema).Concat(schema.Item is { } item ? Allowed(item) : []).Select(Token)),
    ];

    /// <summary>NJsonSchema knows neither const nor an annotated enum, but keeps what it does not know.</summary>
    private static IEnumerable<object?> Allowed(JsonSchema schema)
    {
        if (ConstantOf(schema) is { } value)
            return [value];
        if (schema.Enumeration.Count > 0)
            return schema.Enumeration;
        JsonSchema[] forms = [.. schema.OneOf, .. schema.AnyOf];
        return forms.Length > 0 && Array.TrueForAll(forms, form => form.Enumeration.Count > 0 || ConstantOf(form) is not null)
            ? forms.SelectMany(Allowed)
            : [];
    }

    private static object? ConstantOf(JsonSchema schema) =>
        schema.ExtensionData?.TryGetValue("const", out object? value) == true ? value : null;

    private static JToken Token(object? value) => value is null ? JValue.CreateNull() : JToken.FromObject(value);

    private static decimal? Number(string? text) =>
        text is null ? null : decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);

    public static int Count(IReadOnlyList<CardParameter> parameters) => parameters.Sum(parameter => 1 + Count(parameter.Parameters));

    private static string NamesOf(JsonObjectType types) => string.Join('|', Enum.GetValues<JsonObjectType>()
        .Where(type => type != JsonObjectType.None && types.HasFlag(type))
        .Select(type => type.ToString().ToLowerInvariant()).Order(StringComparer.Ordinal));

    /// <summary>The form that has members, where there are several.</summary>
    private static JsonSchema FormOf(JsonSchema schema) =>
        schema.Properties.Count > 0 ? schema : schema.OneOf.Concat(schema.AnyOf).FirstOrDefault(branch => branch.Properties.Count > 0) ?? schema;
}
