namespace ModelCards.Generator.Parser;

/// <summary>What a keyword's value must be.</summary>
internal enum KeywordValue
{
    /// <summary>Any value: the keyword only informs.</summary>
    Annotation,
    Any,
    Types,
    Number,
    PositiveNumber,
    Count,
    Flag,
    Text,
    Pattern,
    Values,
    Names,
    Schema,
    Schemas,
    NamedSchemas,
    NamedNames,
    Pointer,
    Constraints,
    Identifier,
    Reference,
}

/// <summary>Every keyword that is understood. Anything else that may refuse a request is reported.</summary>
internal static class Keywords
{
    private static readonly Dictionary<string, KeywordValue> Known = new(StringComparer.Ordinal)
    {
        ["type"] = KeywordValue.Types,
        ["properties"] = KeywordValue.NamedSchemas,
        ["required"] = KeywordValue.Names,
        ["additionalProperties"] = KeywordValue.Schema,
        ["const"] = KeywordValue.Any,
        ["enum"] = KeywordValue.Values,
        ["minimum"] = KeywordValue.Number,
        ["maximum"] = KeywordValue.Number,
        ["exclusiveMinimum"] = KeywordValue.Number,
        ["exclusiveMaximum"] = KeywordValue.Number,
        ["multipleOf"] = KeywordValue.PositiveNumber,
        ["minLength"] = KeywordValue.Count,
        ["maxLength"] = KeywordValue.Count,
        ["pattern"] = KeywordValue.Pattern,
        ["format"] = KeywordValue.Text,
        ["items"] = KeywordValue.Schema,
        ["prefixItems"] = KeywordValue.Schemas,
        ["minItems"] = KeywordValue.Count,
        ["maxItems"] = KeywordValue.Count,
        ["uniqueItems"] = KeywordValue.Flag,
        ["contains"] = KeywordValue.Schema,
        ["minContains"] = KeywordValue.Count,
        ["maxContains"] = KeywordValue.Count,
        ["minProperties"] = KeywordValue.Count,
        ["maxProperties"] = KeywordValue.Count,
        ["propertyNames"] = KeywordValue.Schema,
        ["allOf"] = KeywordValue.Schemas,
        ["anyOf"] = KeywordValue.Schemas,
        ["oneOf"] = KeywordValue.Schemas,
        ["not"] = KeywordValue.Schema,
        ["if"] = KeywordValue.Schema,
        ["then"] = KeywordValue.Schema,
        ["else"] = KeywordValue.Schema,
        ["dependentRequired"] = KeywordValue.NamedNames,
        ["dependentSchemas"] = KeywordValue.NamedSchemas,
        ["$ref"] = KeywordValue.Reference,
        ["title"] = KeywordValue.Text,
        ["description"] = KeywordValue.Text,
        ["default"] = KeywordValue.Any,
        ["deprecated"] = KeywordValue.Flag,
        ["nullable"] = KeywordValue.Flag,
        ["x-minimum"] = KeywordValue.Pointer,
        ["x-exclusiveMinimum"] = KeywordValue.Pointer,
        ["x-maximum"] = KeywordValue.Pointer,
        ["x-exclusiveMaximum"] = KeywordValue.Pointer,
        ["x-constraints"] = KeywordValue.Constraints,
        ["x-csharp-name"] = KeywordValue.Identifier,
        ["$defs"] = KeywordValue.Annotation,
        ["definitions"] = KeywordValue.Annotation,
        ["$schema"] = KeywordValue.Annotation,
        ["$id"] = KeywordValue.Annotation,
        ["$comment"] = KeywordValue.Annotation,
        ["examples"] = KeywordValue.Annotation,
        ["readOnly"] = KeywordValue.Annotation,
        ["writeOnly"] = KeywordValue.Annotation,
        ["contentEncoding"] = KeywordValue.Annotation,
        ["contentMediaType"] = KeywordValue.Annotation,
        ["contentSchema"] = KeywordValue.Annotation,
    };

    /// <summary>Every keyword with what its value must be.</summary>
    public static IReadOnlyDictionary<string, KeywordValue> All => Known;

    public static bool TryGet(string name, out KeywordValue value)
    {
        if (Known.TryGetValue(name, out value))
            return true;
        // Other people's extensions inform; they do not judge.
        value = KeywordValue.Annotation;
        return name.StartsWith("x-", StringComparison.Ordinal);
    }

    /// <summary>Keywords that inform and never refuse.</summary>
    public static bool IsAnnotation(string name) =>
        name is "title" or "description" or "default" or "deprecated" or "nullable" or "x-csharp-name"
        || (TryGet(name, out KeywordValue value) && value == KeywordValue.Annotation);

    /// <summary>Keywords that the embedded schema keeps: those that judge, and those that a user interface shows.</summary>
    public static bool IsKept(string name) =>
        name == "examples"
        || (name != "nullable"
            && Known.TryGetValue(name, out KeywordValue value)
            && value is not (KeywordValue.Annotation or KeywordValue.Reference or KeywordValue.Identifier));

    public static string Describe(KeywordValue value) => value switch
    {
        KeywordValue.Types => "a JSON Schema type (null, boolean, integer, number, string, array, object) or a list of them",
        KeywordValue.Number => "a number",
        KeywordValue.PositiveNumber => "a number above 0",
        KeywordValue.Count => "a whole number of at least 0",
        KeywordValue.Flag => "true or false",
        KeywordValue.Text => "a string",
        KeywordValue.Pattern => "a string that holds a regular expression",
        KeywordValue.Values => "an array of at least one value",
        KeywordValue.Names => "an array of strings",
        KeywordValue.Schema => "a schema: an object, true or false",
        KeywordValue.Schemas => "an array of at least one schema",
        KeywordValue.NamedSchemas => "an object whose members are schemas",
        KeywordValue.NamedNames => "an object whose members are arrays of strings",
        KeywordValue.Pointer => "a relative JSON pointer such as \"1/startStep\", or one from the request such as \"/steps\"",
        KeywordValue.Constraints =>
            "an array of objects, each with operation (a string), parameters (strings) and maybe minimum and maximum (numbers)",
        KeywordValue.Identifier => "a C# identifier of at most 100 letters, digits and underscores that is no keyword",
        KeywordValue.Reference => "a string that leads to a schema",
        _ => "a value",
    };
}
