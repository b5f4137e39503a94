namespace ModelCards.Generator.Parser.Rules;

/// <summary>What values of a parameter are to a rule.</summary>
internal enum RuleValueKind
{
    /// <summary>Nothing but its presence can be told.</summary>
    Opaque,
    Fixed,
    Set,
    Text,
    Number,
    Flag,
    List,
    Object,
}

/// <summary>The object of a rule, or a parameter in it, by its dotted name.</summary>
internal sealed class RuleTarget
{
    private readonly bool _isRequest;

    private RuleTarget(string name, JsonNode schema, RuleValueKind kind, bool isRequest)
    {
        (Name, Schema, Kind, _isRequest) = (name, schema, kind, isRequest);
        Set = kind == RuleValueKind.Set ? ClosedSet.Of(schema)!.ConvertAll(value => value.Value.Text) : null;
    }

    public string Name { get; }

    public JsonNode Schema { get; }

    public RuleValueKind Kind { get; }

    /// <summary>Texts of a closed set; C# knows its values by their index.</summary>
    public List<string>? Set { get; }

    /// <summary>Whether the parameter is in every request, whatever the code says.</summary>
    public bool IsAlwaysGiven => Kind == RuleValueKind.Fixed;

    public static RuleTarget Whole(JsonNode schema, bool isRequest) => new("", schema, RuleValueKind.Object, isRequest);

    /// <summary>A parameter of this object; null when it declares none of that name.</summary>
    public RuleTarget? Find(string name)
    {
        if (Schema["properties"]?[name] is not { } schema)
            return null;
        string path = Name.Length == 0 ? RuleAtom.Escape(name) : Name + "." + RuleAtom.Escape(name);
        return new RuleTarget(path, schema, _isRequest && name == "taskUUID" ? RuleValueKind.Fixed : KindOf(schema), isRequest: false);
    }

    /// <summary>A value as rules write it; null when no value of this parameter can be equal to it.</summary>
    public string? Text(JsonNode value) => (Kind, value.Kind) switch
    {
        (RuleValueKind.Set, JsonKind.Text or JsonKind.Number) when Set!.IndexOf(value.Text) is >= 0 and int index =>
            index.ToString(System.Globalization.CultureInfo.InvariantCulture),
        (RuleValueKind.Text, JsonKind.Text) => "'" + RuleAtom.Escape(value.Text),
        (RuleValueKind.Number, JsonKind.Number) => RuleAtom.Escape(value.Text),
        (RuleValueKind.Flag, JsonKind.True) => "true",
        (RuleValueKind.Flag, JsonKind.False) => "false",
        _ => null,
    };

    private static RuleValueKind KindOf(JsonNode schema)
    {
        if (!schema.IsObject)
            return RuleValueKind.Opaque;
        if (schema["const"] is not null)
            return RuleValueKind.Fixed;
        if (ClosedSet.Of(schema) is not null)
            return RuleValueKind.Set;
        return schema.TextOf("type") switch
        {
            "boolean" => RuleValueKind.Flag,
            "integer" or "number" => RuleValueKind.Number,
            "string" when schema["format"] is null && schema["anyOf"] is null && schema["oneOf"] is null => RuleValueKind.Text,
            "array" => RuleValueKind.List,
            "object" when schema["properties"] is not null => RuleValueKind.Object,
            _ => RuleValueKind.Opaque,
        };
    }
}
