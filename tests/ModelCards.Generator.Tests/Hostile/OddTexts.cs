namespace ModelCards.Generator.Tests.Hostile;

/// <summary>What hands, tools and enemies write into cards.</summary>
internal static class OddTexts
{
    /// <summary>
    /// A word that only text of a card can bring into a C# file: our names for it have neither its case nor its underscores.
    /// </summary>
    public const string Planted = "injected_by_text";

    /// <summary>Texts that break out of whatever they are written into, if they can.</summary>
    public static readonly string[] BreakOuts =
    [
        "*/ class injected_by_text { } /*", "\"; class injected_by_text { } //", "\"\"\"; class injected_by_text { } //",
        "\"\"\"\"\"\"\" + injected_by_text + \"\"\"\"\"\"\"", "</summary>\nclass injected_by_text { }", "\\u0022; injected_by_text(); //",
        "\\\"; injected_by_text(); //", "{injected_by_text}", "{{injected_by_text}}", "\n#error injected_by_text\n",
        "\r\n#pragma warning disable injected_by_text\r\n", "\u2028class injected_by_text { }", "\u2029class injected_by_text { }",
        "\u0085class injected_by_text { }", "\u000bclass injected_by_text { }", "*/\n}\n}\nclass injected_by_text { }\n{\n{",
        "]]> <injected_by_text> <![CDATA[", "--> injected_by_text <!--", "&lt;injected_by_text&gt; &injected_by_text;",
        "`injected_by_text", "'); injected_by_text(); //", "^(injected_by_text|\"\"\"|\\*/)+$", "injected_by_text\\", "@injected_by_text",
        "global::injected_by_text", "injected_by_text\u0000", "\u202einjected_by_text\u202c", "injected\u200b_by_text injected_by_text",
    ];

    /// <summary>Characters, and escapes that stand for them, which look like nothing or like something else.</summary>
    public static readonly string[] Characters =
    [
        "\\ud800", "\\udc00", "\\udc00\\ud800", "\ud800", "\udfff", "\\ud83d\\ude00", "😀", "\u202e", "\u2066", "\u200f", "\\u202e",
        "\u200b", "\u200d", "\u2060", "\u00ad", "\\u200b", "\u2028", "\\u2028", "\u2029", "\\u2029", "\u0085", "\ufeff", "\\ufeff", "\0",
        "\\u0000", "\u001f", "\\u001f", "\u007f", "\ufffe", "\uffff", "\\uffff", "\u0301", "İ", "ı", "ß", "ǅ", "ﬁ", "١", "名", "𝐀", "\\\\",
        "\\\"", "\"", "\\n", "\\r\\n", "\t", "\\u000", "\\x41", "{", "}", "/*", "*/", "//", "<", "&", "'", "`", "~0", "~1", "%", "#",
    ];

    /// <summary>Values that a keyword seldom has.</summary>
    public static readonly string[] Values =
    [
        "null", "true", "false", "0", "-0", "-1", "1.0", "1e400", "-1e400", "1e-400", "0.1e-9", "9223372036854775807",
        "9223372036854775808", "-9223372036854775809", "-2147483648", "79228162514264337593543950336",
        "0.30000000000000000000000000000000001", "\"\"", "\"*/\"", "\"\\u2028\"", "[]", "{}", "[[]]", "[null]", "[{}]", "[true, false]",
        "{\"a\":{}}", "{\"a\":null}", "{\"a\":[\"b\"]}", "\"#\"", "\"#/$defs\"", "\"#/properties\"", "\"#/\"",
        "\"common/shared.schema.json#/$defs/lora\"", "\"class\"", "\"object\"", "\"Demo\"", "\"uuid\"", "\"uri\"", "\"^(a+)+$\"",
        "\"(?<a>b)\\\\k<a>\"", "\"\\\\p{L}\"", "[\"integer\",\"null\"]", "[\"object\",\"array\"]", "\"1/steps\"", "\"/steps\"",
        "{\"const\":1}", "[{\"const\":\"a\"},{\"const\":\"a\"}]", "[\"a\",\"A\",\"-a\",\"a \"]", "[1,1.0,\"1\"]",
        "[{\"operation\":\"area\",\"parameters\":[\"width\",\"height\"]}]",
    ];

    /// <summary>Keywords, ours and others', and names that are odd in C#.</summary>
    public static readonly string[] Names =
    [
        "type", "enum", "const", "items", "prefixItems", "properties", "required", "additionalProperties", "allOf", "anyOf", "oneOf",
        "not", "if", "then", "else", "$ref", "$defs", "definitions", "minimum", "maximum", "exclusiveMinimum", "multipleOf", "minLength",
        "maxLength", "minItems", "maxItems", "uniqueItems", "contains", "minContains", "pattern", "format", "title", "description",
        "default", "deprecated", "examples", "x-csharp-name", "x-minimum", "x-maximum", "x-constraints", "x-note", "propertyNames",
        "minProperties", "dependentRequired", "dependentSchemas", "patternProperties", "nullable", "$id", "$schema", "openapi",
        "requestSchema", "components", "\u2028", "", "-name", "name", "Name", "toString", "getHashCode", "GetType", "class", "value",
        "Build", "Create", "Card", "taskUUID", "a/b~c", "1", "_", "__", "😀",
    ];
}
