using System.Text.Json;
using ModelCards.Requests;
using ModelCards.Schemas;

namespace ModelCards.Cards;

/// <summary>One parameter of a card.</summary>
public sealed class CardParameter
{
    private readonly Schema _schema;

    private CardParameter(string name, string path, Schema schema, bool isRequired)
    {
        Name = name;
        Path = path;
        _schema = schema;
        IsRequired = isRequired;
        Parameters = ListOf(ShapeOf(schema.Items ?? schema), path + ".");
    }

    /// <summary>JSON name.</summary>
    public string Name { get; }

    /// <summary>Dotted name from the request, such as <c>controlNet.endStep</c>.</summary>
    public string Path { get; }

    /// <summary>Type in the words of JSON Schema, such as <c>integer</c>; several are joined by a bar.</summary>
    public string Type => TypeOf(_schema);

    /// <summary>Whether the object that the parameter is in needs it.</summary>
    public bool IsRequired { get; }

    /// <summary>Whether the card fixes the value.</summary>
    public bool IsConstant => _schema.Allowed is { IsConst: true };

    /// <summary>Whether the card advises against it.</summary>
    public bool IsDeprecated => _schema.IsDeprecated;

    /// <summary>Title, where the card has one.</summary>
    public string? Title => _schema.Title;

    /// <summary>What it does.</summary>
    public string? Description => _schema.Description;

    /// <summary>Lowest number allowed, as the card writes it; null when there is none.</summary>
    public string? Minimum => _schema.Range?.Minimum?.Text;

    /// <summary>Number that must be exceeded, as the card writes it; null when there is none.</summary>
    public string? ExclusiveMinimum => _schema.Range?.ExclusiveMinimum?.Text;

    /// <summary>Highest number allowed, as the card writes it; null when there is none.</summary>
    public string? Maximum => _schema.Range?.Maximum?.Text;

    /// <summary>Number that must not be reached, as the card writes it; null when there is none.</summary>
    public string? ExclusiveMaximum => _schema.Range?.ExclusiveMaximum?.Text;

    /// <summary>Step, as the card writes it: a number must be a multiple of it; null when there is none.</summary>
    public string? Step => _schema.Range?.Step?.Text;

    /// <summary>Least length in code points.</summary>
    public int? MinLength => _schema.MinLength > 0 ? _schema.MinLength : null;

    /// <summary>Greatest length in code points.</summary>
    public int? MaxLength => _schema.MaxLength < int.MaxValue ? _schema.MaxLength : null;

    /// <summary>Least number of items.</summary>
    public int? MinItems => _schema.MinItems > 0 ? _schema.MinItems : null;

    /// <summary>Greatest number of items.</summary>
    public int? MaxItems => _schema.MaxItems < int.MaxValue ? _schema.MaxItems : null;

    /// <summary>Pattern that a text must match, in ECMAScript form.</summary>
    public string? Pattern => _schema.Pattern?.Source;

    /// <summary>Format of a text: <c>uuid</c> or <c>uri</c>.</summary>
    public string? Format => _schema.Format;

    /// <summary>Value that the service takes when the parameter is absent; it is never sent by itself.</summary>
    public JsonElement? Default => _schema.Default;

    /// <summary>Values that the card gives as examples.</summary>
    public IReadOnlyList<JsonElement> Examples => _schema.Examples;

    /// <summary>Every allowed value with what the card says of it; empty where the card sets none.</summary>
    public IReadOnlyList<CardChoice> Choices => field ??= ChoicesOf(_schema.Allowed is null ? _schema.Items ?? _schema : _schema);

    /// <summary>Every allowed value; empty where the card sets none.</summary>
    public IReadOnlyList<JsonElement> AllowedValues => field ??= [.. Choices.Select(choice => choice.Value)];

    /// <summary>Parameters of the object, of the items of the list, or of the object form; empty for a plain value.</summary>
    public IReadOnlyList<CardParameter> Parameters { get; }

    /// <summary>The path.</summary>
    public override string ToString() => Path;

    internal static IReadOnlyList<CardParameter> ListOf(Schema schema, string prefix)
    {
        if (schema.Properties is not { } properties)
            return [];
        var parameters = new CardParameter[properties.Names.Length];
        for (int i = 0; i < parameters.Length; i++)
        {
            string name = properties.Names[i];
            parameters[i] = new CardParameter(name, prefix + name, properties.Schemas[i], schema.Required?.Contains(name) == true);
        }

        return parameters;
    }

    /// <summary>The schema that has the members: the object form, where there are several forms.</summary>
    private static Schema ShapeOf(Schema schema) =>
        schema.Properties is null && schema.OneOf.Concat(schema.AnyOf).FirstOrDefault(branch => branch.Properties is not null) is { } form ? form : schema;

    private static IReadOnlyList<CardChoice> ChoicesOf(Schema schema)
    {
        if (schema.Allowed is { } allowed)
            return [.. allowed.Values.Select((value, index) => index < schema.Choices.Length
                ? new CardChoice(value, schema.Choices[index].Title, schema.Choices[index].Description)
                : new CardChoice(value, null, null))];
        Schema[] forms = [.. schema.OneOf, .. schema.AnyOf];
        return forms.Length > 0 && Array.TrueForAll(forms, form => form.Allowed is not null) ? [.. forms.SelectMany(ChoicesOfForm)] : [];
    }

    /// <summary>A form of one value may be titled itself.</summary>
    private static IEnumerable<CardChoice> ChoicesOfForm(Schema form) => form.Allowed!.Values.Count == 1
        ? [new CardChoice(form.Allowed.Values[0], form.Title, form.Description)]
        : ChoicesOf(form);

    private static string TypeOf(Schema schema)
    {
        if (schema.Types == SchemaTypes.Any && schema.OneOf.Length + schema.AnyOf.Length > 0)
            return string.Join('|', schema.OneOf.Concat(schema.AnyOf).Select(TypeOf).Distinct());
        // The oldest cards write no type beside the values.
        if (schema.Types == SchemaTypes.Any && schema.Allowed is { } allowed)
            return string.Join('|', allowed.Values.Select(TypeOf).Distinct());
        return string.Join('|', Enum.GetValues<SchemaTypes>()
            .Where(type => type != SchemaTypes.Any && schema.Types.HasFlag(type))
            .Select(type => type.ToString().ToLowerInvariant()));
    }

    private static string TypeOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.True or JsonValueKind.False => "boolean",
        JsonValueKind.Number => Instance.IsInteger(Slot.FromJson(value)) ? "integer" : "number",
        _ => value.ValueKind.ToString().ToLowerInvariant(),
    };
}
