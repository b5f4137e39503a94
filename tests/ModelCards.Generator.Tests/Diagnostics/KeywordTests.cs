using ModelCards.Generator.Tests.Harness;

namespace ModelCards.Generator.Tests.Diagnostics;

/// <summary>Keywords that are unknown, or whose value says nothing.</summary>
public sealed class KeywordTests
{
    [Theory]
    [InlineData("patternProperties", "list the properties by name")]
    [InlineData("unevaluatedProperties", "use additionalProperties where the properties are declared")]
    [InlineData("unevaluatedItems", "use items")]
    [InlineData("$dynamicRef", "use $ref")]
    [InlineData("dependencies", "use dependentRequired or dependentSchemas")]
    [InlineData("additionalItems", "use prefixItems and items")]
    [InlineData("Minimum", "remove it, or begin its name with x- if it only informs")]
    [InlineData("$anchor", "remove it, or begin its name with x- if it only informs")]
    public void AnUnknownKeywordIsNeverSkipped(string keyword, string advice) => MarkedFile.Reports(
        $$"""
        {
          "properties": {
            "steps": { "type": "integer", [|"{{keyword}}"|]: true }
          }
        }
        """,
        $"CARD0003: The keyword '{keyword}' is not supported, and skipping it would accept what the card forbids; {advice}");

    [Theory]
    [InlineData(""" "properties": { "a": { "items": { [|"extends"|]: 1 } } } """)]
    [InlineData(""" "properties": { "a": {} }, "allOf": [{ "if": {}, "then": { "not": { [|"extends"|]: {} } } }] """)]
    [InlineData(""" "properties": { "a": {} }, "dependentSchemas": { "a": { "contains": { [|"extends"|]: {} } } } """)]
    [InlineData(""" "properties": { "a": { "$ref": "#/$defs/a" } }, "$defs": { "a": { [|"extends"|]: {} } } """)]
    [InlineData(""" "properties": { "a": { "$ref": "#/$defs/a", [|"extends"|]: {} } }, "$defs": { "a": { "type": "string" } } """)]
    public void ItIsFoundWhereverSchemasStand(string card) => MarkedFile.Reports(
        $"{{{card}}}",
        "CARD0003: The keyword 'extends' is not supported, and skipping it would accept what the card forbids; remove it, or begin "
            + "its name with x- if it only informs");

    [Theory]
    [InlineData("type", "\"int\"", "a JSON Schema type (null, boolean, integer, number, string, array, object) or a list of them")]
    [InlineData("type", "[]", "a JSON Schema type (null, boolean, integer, number, string, array, object) or a list of them")]
    [InlineData("minimum", "\"1\"", "a number")]
    [InlineData("exclusiveMinimum", "true", "a number")]
    [InlineData("multipleOf", "0", "a number above 0")]
    [InlineData("multipleOf", "-0.5", "a number above 0")]
    [InlineData("multipleOf", "0.0e9", "a number above 0")]
    [InlineData("minLength", "-1", "a whole number of at least 0")]
    [InlineData("maxItems", "1.5", "a whole number of at least 0")]
    [InlineData("uniqueItems", "\"yes\"", "true or false")]
    [InlineData("title", "5", "a string")]
    [InlineData("pattern", "[]", "a string that holds a regular expression")]
    [InlineData("enum", "[]", "an array of at least one value")]
    [InlineData("enum", "{}", "an array of at least one value")]
    [InlineData("required", "[1]", "an array of strings")]
    [InlineData("required", "true", "an array of strings")]
    [InlineData("items", "[]", "a schema: an object, true or false")]
    [InlineData("not", "null", "a schema: an object, true or false")]
    [InlineData("allOf", "[]", "an array of at least one schema")]
    [InlineData("oneOf", "[5]", "an array of at least one schema")]
    [InlineData("properties", "{\"b\": 5}", "an object whose members are schemas")]
    [InlineData("dependentRequired", "{\"b\": \"c\"}", "an object whose members are arrays of strings")]
    [InlineData("x-minimum", "\"steps\"", "a relative JSON pointer such as \"1/startStep\", or one from the request such as \"/steps\"")]
    [InlineData("x-maximum", "5", "a relative JSON pointer such as \"1/startStep\", or one from the request such as \"/steps\"")]
    [InlineData(
        "x-constraints",
        "[{\"operation\": \"area\"}]",
        "an array of objects, each with operation (a string), parameters (strings) and maybe minimum and maximum (numbers)")]
    [InlineData(
        "x-constraints",
        "[{\"operation\": \"area\", \"parameters\": [\"a\", \"b\"], \"maximum\": \"9\"}]",
        "an array of objects, each with operation (a string), parameters (strings) and maybe minimum and maximum (numbers)")]
    [InlineData("x-csharp-name", "\"class\"", "a C# identifier of at most 100 letters, digits and underscores that is no keyword")]
    [InlineData("x-csharp-name", "\"a b\"", "a C# identifier of at most 100 letters, digits and underscores that is no keyword")]
    [InlineData(
        "x-csharp-name",
        "\"A { } class Evil\"",
        "a C# identifier of at most 100 letters, digits and underscores that is no keyword")]
    [InlineData("x-csharp-name", "\"\"", "a C# identifier of at most 100 letters, digits and underscores that is no keyword")]
    [InlineData("$ref", "5", "a string that leads to a schema")]
    public void AValueOfTheWrongTypeIsReportedThere(string keyword, string value, string expected) =>
        MarkedFile.Reports(Parsing.Card($$""" "a": { "{{keyword}}": [|{{value}}|] } """), $"CARD0004: '{keyword}' must be {expected}");

    [Theory]
    [InlineData("""{"x-csharp-name":[|"A/B"|],"properties":{"a":{}}}""")]
    [InlineData("""{"x-csharp-name":[|"../A"|],"requestSchema":{"properties":{"a":{}}}}""")]
    [InlineData("""{"x-csharp-name":[|7|],"openapi":"3.1.0","components":{"schemas":{"RequestBody":{"items":{"properties":{"a":{}}}}}}}""")]
    public void TheNameOfACardIsAnIdentifierInEveryForm(string card) =>
        MarkedFile.Reports(
            card,
            "CARD0004: 'x-csharp-name' must be a C# identifier of at most 100 letters, digits and underscores that is no keyword");

    [Theory]
    [InlineData("[a-z", "the bracket at 0 is not closed")]
    [InlineData("(", "the parenthesis at 0 is not closed")]
    [InlineData("a)", "the parenthesis at 1 closes nothing")]
    [InlineData("a{2,1}", "the count at 1 runs backwards")]
    [InlineData("[z-a]", "the range at 1 runs backwards")]
    [InlineData("*", "at 0 there is nothing to repeat")]
    [InlineData("a**", "at 2 there is nothing to repeat")]
    [InlineData("(?i)a", "(? at 0 opens no group of ECMAScript")]
    [InlineData("(?<n>a)(?<n>b)", "two groups are called 'n'")]
    [InlineData("a\\\\Z", "\\Z at 1 is no escape of ECMAScript")]
    [InlineData("\\\\u12", "\\u at 0 wants four hexadecimal digits, or up to six in braces")]
    [InlineData("\\\\p{Greek}", "\\p{Greek} at 0 is no general category of Unicode; list the characters instead")]
    [InlineData("(a)\\\\1", "the back reference at 3 may take time without end")]
    [InlineData(
        "^(?=a)(a+)+$",
        "with a look-around or a word boundary it can be matched only by trying, and repetitions within or behind repetitions may then "
            + "take time without end")]
    public void APatternThatCannotBeRunIsReported(string pattern, string reason) =>
        MarkedFile.Reports(
            Parsing.Card($$""" "a": { "pattern": [|"{{pattern}}"|] } """),
            $"CARD0011: The pattern '{pattern.Replace(@"\\", @"\", StringComparison.Ordinal)}' cannot be run: {reason}");

    [Theory]
    [InlineData("""{"properties":{"a":{}},"required":["a",[|"b"|]],"additionalProperties":false}""", "b")]
    [InlineData("""{"properties":{"o":{"type":"object","properties":{"a":{}},"required":[[|"A"|]],"additionalProperties":false}}}""", "A")]
    public void ARequiredNameThatAClosedObjectLacksIsReported(string card, string name) =>
        MarkedFile.Reports(
            card,
            $"CARD0012: '{name}' is required, but this closed object declares no such property, so no request could ever be valid");

    [Theory]
    [InlineData("""{"properties":{"a":{}},"required":["b"]}""")]
    [InlineData("""{"properties":{"a":{}},"additionalProperties":false,"allOf":[{"not":{"required":["b"]}}]}""")]
    public void ANameThatCanBeThereIsNot(string card) => Assert.Empty(GeneratorHarness.Run(card).Diagnostics);

    [Fact]
    public void OneCardWithManyErrorsReportsTheFirstHundred()
    {
        string properties = string.Join(',', Enumerable.Range(0, 500).Select(i => $$"""
            "p{{i}}": { "unevaluatedItems": true }
            """));

        Assert.Equal(100, GeneratorHarness.Run(Parsing.Card(properties)).Diagnostics.Count);
    }
}
