using FsCheck;
using FsCheck.Fluent;

namespace ModelCards.Runtime.Tests.Harness;

/// <summary>Texts, JSON values and schemas that FsCheck draws.</summary>
internal static class Drawn
{
    private static readonly Gen<string> Character = Gen.Frequency(
        (6, Gen.Choose(0x20, 0x7E).Select(code => char.ToString((char)code))),
        (2, Gen.Choose(0, 0x9F).Select(code => char.ToString((char)code))),
        (2, Gen.Choose(0xA0, 0xD7FF).Select(code => char.ToString((char)code))),
        (1, Gen.Choose(0xE000, 0xFFFF).Select(code => char.ToString((char)code))),
        (2, Gen.Choose(0x1_0000, 0x10_FFFF).Select(char.ConvertFromUtf32)),
        (2, Gen.Elements("\"", "\\", "/", "<", "&", "'", "+", "\u2028", "\uFEFF", "\u007F", "\0")));

    private static readonly Gen<string> Half = Gen.Choose(0xD800, 0xDFFF).Select(code => char.ToString((char)code));

    /// <summary>Any text that JSON can carry.</summary>
    public static Gen<string> Text { get; } = Character.ArrayOf().Select(string.Concat);

    /// <summary>Texts with halves of surrogate pairs.</summary>
    public static Gen<string> BrokenText { get; } = Gen.Frequency((3, Character), (1, Half)).NonEmptyListOf().Select(string.Concat);

    /// <summary>JSON of a few members and levels, of values that the schemas below have a say on.</summary>
    public static Gen<string> Json(int depth) => depth == 0 ? Scalar : Gen.Frequency(
        (3, Scalar),
        (1, Gen.Choose(0, 3).SelectMany(count => Json(depth - 1).ArrayOf(count)).Select(items => $"[{string.Join(',', items)}]")),
        (1, Members(depth)));

    /// <summary>A JSON object.</summary>
    public static Gen<string> Members(int depth) =>
        from names in Gen.SubListOf("a", "b", "c", "d")
        from values in Json(depth - 1).ArrayOf(names.Count)
        select $"{{{string.Join(',', names.Zip(values, (name, value) => $"\"{name}\":{value}"))}}}";

    /// <summary>A schema of every keyword that the kernel knows.</summary>
    public static Gen<string> Schema(int depth) => Gen.Frequency(
        (1, Gen.Elements("true", "false")),
        (12, Gen.Choose(0, 3).SelectMany(count => Keyword(depth).ArrayOf(count)).Select(keywords =>
            $"{{{string.Join(',', keywords.DistinctBy(keyword => keyword.Split(':')[0]))}}}")));

    private static Gen<string> Scalar { get; } = Gen.Frequency(
        (3, Gen.Choose(-3, 6).Select(number => $"{number}")),
        (2, Gen.Elements("0.5", "2.0", "1e0", "-0.0", "0.30", "3.505", "1e30", "12345678901234567890123")),
        (3, Gen.Elements("\"\"", "\"a\"", "\"ab\"", "\"abc😀\"", "\"https://x.y/z\"", "\"a770f077-f413-47de-9dac-be0b26a35da6\"")),
        (2, Gen.Elements("true", "false", "null")));

    private static Gen<string> Keyword(int depth) => depth == 0 ? Assertion : Gen.Frequency((1, Assertion), (2, Applicator(depth)));

    private static Gen<string> Assertion { get; } = Gen.OneOf(
        Gen.SubListOf("null", "boolean", "integer", "number", "string", "array", "object").Where(types => types.Count > 0)
            .Select(types => $"\"type\":[{string.Join(',', types.Select(type => $"\"{type}\""))}]"),
        Gen.Elements("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum")
            .Zip(Gen.Elements("0", "1", "2.5", "-1", "3", "1e1"), (keyword, bound) => $"\"{keyword}\":{bound}"),
        Gen.Elements("1", "2", "0.01", "0.3", "0.5").Select(step => $"\"multipleOf\":{step}"),
        Gen.Elements("minLength", "minItems", "minProperties", "maxLength", "maxItems", "maxProperties")
            .Zip(Gen.Choose(0, 3), (keyword, count) => $"\"{keyword}\":{count}"),
        Gen.Elements("\"pattern\":\"^a\"", "\"pattern\":\".{2}\"", "\"format\":\"uuid\"", "\"format\":\"uri\"", "\"uniqueItems\":true"),
        Gen.Elements("\"required\":[\"a\"]", "\"required\":[\"a\",\"b\"]", "\"dependentRequired\":{\"a\":[\"b\"],\"c\":[\"a\"]}"),
        Scalar.Select(value => $"\"const\":{value}"),
        Scalar.ArrayOf(3).Select(values => $"\"enum\":[{string.Join(',', values)}]"),
        Gen.Elements("\"x-minimum\":\"1/a\"", "\"x-exclusiveMinimum\":\"/b\"", "\"x-maximum\":\"2/c\"", "\"x-exclusiveMaximum\":\"1/d\""),
        Gen.Elements("area", "ratio").Select(operation => $$"""{"operation":"{{operation}}","parameters":["a","b"],"minimum":1,"maximum":6}""")
            .Select(rule => $"\"x-constraints\":[{rule}]"));

    private static Gen<string> Applicator(int depth) => Gen.OneOf(
        Gen.Elements("items", "contains", "additionalProperties", "not", "if", "then", "else")
            .Zip(Schema(depth - 1), (keyword, schema) => $"\"{keyword}\":{schema}"),
        Gen.Elements("allOf", "anyOf", "oneOf", "prefixItems")
            .Zip(Schema(depth - 1).Two(), (keyword, schemas) => $"\"{keyword}\":[{schemas.Item1},{schemas.Item2}]"),
        Gen.Elements("properties", "dependentSchemas")
            .Zip(Schema(depth - 1).Three(), (keyword, schemas) => $"\"{keyword}\":{{\"a\":{schemas.Item1},\"b\":{schemas.Item2},\"c\":{schemas.Item3}}}"),
        Gen.Elements("{\"maxLength\":0}", "{\"enum\":[\"a\",\"b\"]}").Select(names => $"\"propertyNames\":{names}"));
}
