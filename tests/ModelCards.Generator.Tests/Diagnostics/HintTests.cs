using ModelCards.Generator.Tests.Harness;

namespace ModelCards.Generator.Tests.Diagnostics;

/// <summary>What is odd about a card that makes code all the same: shown by the analyzer, once, at its place.</summary>
public sealed class HintTests
{
    [Theory]
    [InlineData(""" "minimum": [|50|], "maximum": 1 """, "50", "1")]
    [InlineData(""" "exclusiveMinimum": [|5|], "maximum": 5 """, "above 5", "5")]
    [InlineData(""" "minimum": [|5|], "exclusiveMaximum": 5.0 """, "5", "below 5.0")]
    [InlineData(""" "minimum": 0, "exclusiveMinimum": [|9|], "maximum": 8 """, "above 9", "8")]
    [InlineData(""" "minimum": [|9223372036854775808|], "maximum": 9223372036854775807 """, "9223372036854775808", "9223372036854775807")]
    [InlineData(""" "minimum": [|1e400|], "maximum": 1e399 """, "1e400", "1e399")]
    public void BoundsThatLeaveNothing(string bounds, string low, string high) => MarkedFile.Hints(
        Parsing.Card($$""" "a": { "type": "number", {{bounds}} } """),
        $"CARD0014: From {low} to {high} there is no number, so no value could ever be valid");

    [Theory]
    [InlineData("string", """ "minLength": [|3|], "maxLength": 2 """, "length")]
    [InlineData("array", """ "minItems": [|3|], "maxItems": 2 """, "number of items")]
    [InlineData("array", """ "contains": {}, "minContains": [|3|], "maxContains": 2 """, "number of contained items")]
    [InlineData("object", """ "minProperties": [|3|], "maxProperties": 2 """, "number of members")]
    public void CountsThatLeaveNothing(string type, string counts, string what) => MarkedFile.Hints(
        Parsing.Card($$""" "a": { "type": "{{type}}", {{counts}} } """),
        $"CARD0014: From 3 to 2 there is no {what}, so no value could ever be valid");

    [Theory]
    [InlineData("integer", """ "minimum": 65, "maximum": 127, "multipleOf": [|64|] """, "64", "65", "127")]
    [InlineData("integer", """ "exclusiveMinimum": 64, "exclusiveMaximum": 128, "multipleOf": [|64|] """, "64", "above 64", "below 128")]
    [InlineData("number", """ "minimum": 0.011, "maximum": 0.019, "multipleOf": [|0.01|] """, "0.01", "0.011", "0.019")]
    [InlineData("number", """ "minimum": -127, "maximum": -65, "multipleOf": [|64|] """, "64", "-127", "-65")]
    [InlineData("integer", """ "minimum": 0.5, "maximum": 1.5, "multipleOf": [|1.5|] """, "1.5", "0.5", "1.5")]
    public void AStepThatNoValueInRangeMeets(string type, string range, string step, string low, string high) => MarkedFile.Hints(
        Parsing.Card($$""" "a": { "type": "{{type}}", {{range}} } """),
        $"CARD0015: No multiple of {step} lies from {low} to {high}, so no value could ever be valid");

    [Fact]
    public void AnIntegerBetweenTwoNeighbours() => MarkedFile.Hints(
        Parsing.Card(""" "a": { "type": [|"integer"|], "minimum": 1.1, "maximum": 1.9 } """),
        "CARD0015: No multiple of 1 lies from 1.1 to 1.9, so no value could ever be valid");

    [Theory]
    [InlineData(""" "type": "integer", "minimum": 1, "default": [|0|] """, "0", "it must be at least 1")]
    [InlineData(""" "type": "integer", "maximum": 5, "default": [|6|] """, "6", "it must be at most 5")]
    [InlineData(""" "type": "number", "exclusiveMinimum": 0, "default": [|0.0|] """, "0.0", "it must be greater than 0")]
    [InlineData(""" "type": "number", "exclusiveMaximum": 1, "default": [|1|] """, "1", "it must be less than 1")]
    [InlineData(""" "type": "number", "multipleOf": 0.01, "default": [|3.505|] """, "3.505", "it must be a multiple of 0.01")]
    [InlineData(""" "type": "integer", "default": [|2.5|] """, "2.5", "it must be of type integer")]
    [InlineData(""" "type": "integer", "default": [|"2"|] """, "\"2\"", "it must be of type integer")]
    [InlineData(""" "type": ["integer", "null"], "default": [|true|] """, "true", "it must be of type integer or null")]
    [InlineData(""" "type": "string", "enum": ["URL", "dataURI"], "default": [|"url"|] """, "\"url\"", "it is not in the list of values")]
    [InlineData(""" "type": "string", "const": "a", "default": [|"b"|] """, "\"b\"", "the only value allowed is \"a\"")]
    [InlineData(""" "type": "string", "minLength": 2, "default": [|"\ud83d\ude00"|] """, "\"\ud83d\ude00\"", "it must have at least 2 characters")]
    [InlineData(""" "type": "string", "maxLength": 2, "default": [|"abc"|] """, "\"abc\"", "it must have at most 2 characters")]
    [InlineData(""" "type": "string", "pattern": "^a$", "default": [|"a\n"|] """, "\"a\n\"", "it must match ^a$")]
    [InlineData(""" "type": "string", "format": "uuid", "default": [|"7"|] """, "\"7\"", "it must be a UUID")]
    [InlineData(""" "type": "array", "maxItems": 1, "default": [|[1, 2]|] """, "the array", "it must have at most 1 items")]
    [InlineData(""" "type": "array", "items": { "type": "string" }, "default": [|["a", 2]|] """, "the array", "of an item, it must be of type string")]
    [InlineData(""" "type": "array", "uniqueItems": true, "default": [|[1, 1.0]|] """, "the array", "no item may be there twice")]
    [InlineData(""" "type": "object", "required": ["b"], "default": [|{}|] """, "the object", "'b' is required")]
    [InlineData(
        """ "type": "object", "properties": { "b": { "maximum": 1 } }, "default": [|{"b": 2}|] """,
        "the object",
        "of 'b', it must be at most 1")]
    [InlineData(
        """ "type": "string", "oneOf": [{ "const": "sync" }, { "const": "async" }], "default": [|"none"|] """,
        "\"none\"",
        "none of the alternatives under oneOf allows it")]
    public void ADefaultThatItsOwnSchemaRefuses(string schema, string value, string reason) => MarkedFile.Hints(
        Parsing.Card($$""" "a": { {{schema}} } """),
        $"CARD0016: The default {value} is not a value that the card allows here: {reason}");

    [Theory]
    [InlineData(""" "type": "integer", "minimum": 1, "default": 1.0 """)]
    [InlineData(""" "type": "number", "multipleOf": 0.01, "default": 19.99 """)]
    [InlineData(""" "type": ["integer", "string"], "oneOf": [{ "type": "integer", "enum": [6, 8] }, { "const": "auto" }], "default": "auto" """)]
    [InlineData(""" "type": "array", "items": { "type": "integer" }, "default": [255, 255, 255, 0] """)]
    [InlineData(""" "anyOf": [{ "type": "boolean" }, { "type": "object", "properties": {} }], "default": false """)]
    [InlineData(""" "type": "integer", "minimum": 0, "maximum": 9223372036854776000, "default": 0 """)]
    public void ADefaultThatIsAllowedIsNot(string schema) =>
        Assert.Empty(CardAnalysis.Of((GeneratorHarness.DefaultPath, Parsing.Card($$""" "a": { {{schema}} } """))));

    [Fact]
    public void ADefaultThatOnlyARuleRefusesIsNot() => Assert.Empty(CardAnalysis.Of((
        GeneratorHarness.DefaultPath,
        """{"properties":{"a":{"default":true},"b":{}},"allOf":[{"if":{"required":["b"]},"then":{"properties":{"a":{"const":false}}}}]}""")));

    [Theory]
    [InlineData(""" "type": "string", "enum": ["a", "b", [|"a"|]] """, "\"a\"")]
    [InlineData(""" "type": "number", "enum": [1, [|1.0|], [|1e0|]] """, "1.0", "1e0")]
    [InlineData(""" "enum": [{ "b": 1, "c": 2 }, [|{ "c": 2, "b": 1 }|]] """, "the object")]
    [InlineData(""" "oneOf": [{ "const": "a" }, { "const": "b" }, { "const": [|"a"|] }] """, "\"a\"")]
    public void AValueThatIsListedTwice(string schema, params string[] values) => MarkedFile.Hints(
        Parsing.Card($$""" "a": { {{schema}} } """),
        [.. values.Select(value => $"CARD0017: The value {value} is listed twice; remove one of them")]);

    [Theory]
    [InlineData(""" "properties": { "cfg-scale": {}, [|"cfgScale"|]: {} } """, "cfg-scale", "cfgScale", "CfgScale")]
    [InlineData(""" "properties": { "a": {}, "b": { "x-csharp-name": [|"A"|] } } """, "a", "b", "A")]
    [InlineData(""" "properties": { "size": { "enum": ["4k", [|"4K"|]] } } """, "4k", "4K", "_4K")]
    [InlineData(
        """ "properties": { "size": { "oneOf": [{ "const": "a b" }, { "const": [|"a-b"|] }] } } """,
        "a b",
        "a-b",
        "AB")]
    public void NamesThatAreOneInCSharp(string card, string first, string second, string name) => MarkedFile.Hints(
        $"{{ {card} }}",
        $"CARD0018: '{first}' and '{second}' both become '{name}' in C#, so a number is put behind the second; give it an "
            + "\"x-csharp-name\" where it can take one");

    [Fact]
    public void AFormatThatNobodyJudges() => MarkedFile.Hints(
        Parsing.Card(""" "a": { "type": "string", "format": [|"email"|] } """),
        "CARD0019: The format 'email' is not judged, only uuid and uri are; say it with pattern, or leave it to the service and suppress this");

    [Theory]
    [InlineData(""" "allOf": [{ "if": { "required": ["a"] }, "then": { "properties": { "a": { "minimum": [|2|], "maximum": 1 } } } }] """)]
    [InlineData(""" "anyOf": [{ "not": { "properties": { "a": { "minimum": [|2|], "maximum": 1 } } } }] """)]
    [InlineData(""" "dependentSchemas": { "a": { "properties": { "a": { "items": { "minimum": [|2|], "maximum": 1 } } } } } """)]
    [InlineData(""" "allOf": [{ "properties": { "a": { "$ref": "#/$defs/a" }, "b": { "$ref": "#/$defs/a" } } }], "$defs": { "a": { "minimum": [|2|], "maximum": 1 } } """)]
    public void ItIsFoundWhereverSchemasStandAndSaidOnce(string rest) => MarkedFile.Hints(
        $$"""{ "properties": { "a": {} }, {{rest}} }""",
        "CARD0014: From 2 to 1 there is no number, so no value could ever be valid");

    [Theory]
    [InlineData("""{"openapi":"3.1.0","components":{"schemas":{"RequestBody":{"items":{"properties":{"a":{"minimum":[|2|],"maximum":1}}}}}}}""")]
    [InlineData("""{"requestSchema":{"properties":{"a":{"minimum":[|2|],"maximum":1}}}}""")]
    public void ItIsFoundInEveryForm(string card) =>
        MarkedFile.Hints(card, "CARD0014: From 2 to 1 there is no number, so no value could ever be valid");

    [Fact]
    public void ASharedDefinitionIsReportedOnceAndInItsOwnFile()
    {
        var shared = new MarkedFile("common/steps.schema.json", """{"$defs":{"steps":{"minimum":1,"default":[|0|]}}}""");
        const string card = """{"properties":{"a":{"$ref":"common/steps.schema.json#/$defs/steps"},"b":{"$ref":"common/steps.schema.json#/$defs/steps"}}}""";

        Assert.Equal(
            shared.Expect("CARD0016: The default 0 is not a value that the card allows here: it must be at least 1"),
            CardAnalysis.Of((GeneratorHarness.DefaultPath, card), shared.File));
    }

    [Fact]
    public void ADefaultThatASharedDefinitionRefusesIsReportedWhereItIsWritten()
    {
        var card = new MarkedFile("demo.schema.json", """{"properties":{"a":{"$ref":"common/steps.schema.json#/$defs/steps","default":[|0|]}}}""");

        Assert.Equal(
            card.Expect("CARD0016: The default 0 is not a value that the card allows here: it must be at least 1"),
            CardAnalysis.Of(card.File, ("/project/schemas/common/steps.schema.json", """{"$defs":{"steps":{"minimum":1}}}""")));
    }

    [Fact]
    public void TheCardsHaveNothingOddAboutThem() => Assert.Empty(CardAnalysis.Of(Repository.Cards));

    [Fact]
    public void PublishedDocumentsAreTakenAsTheyAre() => Assert.Empty(
        CardAnalysis.DiagnosticsOf(Repository.PublishedDocuments)
            .Where(diagnostic => diagnostic.Severity > Microsoft.CodeAnalysis.DiagnosticSeverity.Info)
            .Select(GeneratorRun.Describe));
}
