using ModelCards.Generator.Tests.Harness;

namespace ModelCards.Generator.Tests.Diagnostics;

/// <summary>Files that are no JSON, say something twice, or are too much.</summary>
public sealed class SyntaxTests
{
    [Theory]
    [InlineData(
        "[||]",
        "CARD0001: The card is not valid JSON: The input does not contain any JSON tokens. Expected the input to start with a valid "
            + "JSON token, when isFinalBlock is true")]
    [InlineData(
        "{\n  \"title\": \"a\",\n[|}|]",
        "CARD0001: The card is not valid JSON: The JSON object contains a trailing comma at the end which is not supported in this "
            + "mode. Change the reader options")]
    [InlineData(
        "{\n  [|/|]/ words\n}",
        "CARD0001: The card is not valid JSON: '/' is invalid after a value. Expected either ',', '}', or ']'")]
    [InlineData(
        "{\"a\": 1}\n[|}|]",
        "CARD0001: The card is not valid JSON: '}' is invalid after a single JSON value. Expected end of data")]
    [InlineData(
        "{\"größe\": nul[|}|]",
        "CARD0001: The card is not valid JSON: 'nul}' is an invalid JSON literal. Expected the literal 'null'")]
    [InlineData("[|\uFEFF|]{}", "CARD0001: The card is not valid JSON: '0xEF' is an invalid start of a value")]
    [InlineData("[|\0|]", "CARD0001: The card is not valid JSON: '0x00' is an invalid start of a value")]
    [InlineData(
        "{\"properties\":{\"a\":{\"title\":[|\"\\ud83d\"|]}}}",
        "CARD0001: The card is not valid JSON: a string holds half of a surrogate pair")]
    [InlineData("{\"properties\":{[|\"\\udc00\"|]:{}}}", "CARD0001: The card is not valid JSON: a string holds half of a surrogate pair")]
    public void WhatIsNotJsonIsReportedWhereItBreaks(string card, string said) => MarkedFile.Reports(card, said);

    [Fact]
    public void ANameGivenTwiceIsReportedAtTheSecondOfThem() => MarkedFile.Reports(
        """
        {
          "properties": {
            "steps": { "type": "integer", [|"type"|]: "number" },
            [|"steps"|]: {},
            "größe😀": {},
            [|"größe😀"|]: {}
          }
        }
        """,
        "CARD0007: The property 'type' is given twice in one object; remove one of them",
        "CARD0007: The property 'steps' is given twice in one object; remove one of them",
        "CARD0007: The property 'größe😀' is given twice in one object; remove one of them");

    [Fact]
    public void ANameIsTheSameHoweverItIsEscaped() => MarkedFile.Reports(
        """{"properties":{"ab":{},[|"a\u0062"|]:{}}}""",
        "CARD0007: The property 'ab' is given twice in one object; remove one of them");

    [Fact]
    public void DepthIsBounded()
    {
        string card = string.Concat(Enumerable.Repeat("""{"not":""", 65));

        MarkedFile.Reports(card[..^7] + "[||]" + card[^7..], "CARD0009: The card is nested deeper than 64 levels");
    }

    [Fact]
    public void DepthIsBoundedWhereReferencesMakeIt()
    {
        string deep = string.Concat(Enumerable.Repeat("""{"not":""", 40));
        string end = new('}', 40);

        MarkedFile.Reports(
            $$"""
            {
              "properties": { "a": { "$ref": "#/$defs/a" } },
              "$defs": { "a": {{deep}} { "$ref": [|"#/$defs/b"|] } {{end}}, "b": {{deep}} {} {{end}} }
            }
            """,
            "CARD0009: The card is nested deeper than 64 levels once its references are put in place");
    }

    [Fact]
    public void LengthIsBounded() => MarkedFile.Reports(
        "[||]" + new string(' ', 5 * 1024 * 1024),
        "CARD0009: The card is 5242880 characters long; 1048576 are the most that is read");

    [Fact]
    public void TheNumberOfValuesIsBounded()
    {
        string values = string.Concat(Enumerable.Repeat("1,", 99_996));

        MarkedFile.Reports(
            Parsing.Card($$""" "a": { "enum": [{{values}}[||]1] } """),
            "CARD0009: The card is made of more than 100000 values");
    }

    [Fact]
    public void ANumberIsBounded() => MarkedFile.Reports(
        Parsing.Card($$""" "a": { "maximum": [|{{new string('9', 1001)}}|] } """),
        "CARD0009: The card is too long in a number; 1000 characters are the most that is read");

    [Fact]
    public void ThePropertiesOfOneObjectAreBounded()
    {
        string properties = string.Join(',', Enumerable.Range(0, 1000).Select(i => $"\"p{i}\":{{}}"));

        MarkedFile.Reports(
            Parsing.Card($$""" "a": { "properties": { {{properties}}, [|"p1000"|]: {}, "p1001": {} } } """),
            "CARD0009: The card is too large in one object; 1000 properties are the most that code is made for");
    }

    [Fact]
    public void WhatReferencesBlowUpIsBounded()
    {
        IEnumerable<string> laughs = Enumerable.Range(0, 20).Select(i => $$"""
            "l{{i}}": { "properties": { "a": { "$ref": "#/$defs/l{{i + 1}}" }, "b": { "$ref": "#/$defs/l{{i + 1}}" } } }
            """);
        GeneratorRun run = GeneratorHarness.Run($$"""
            {
              "properties": { "a": { "$ref": "#/$defs/l0" } },
              "$defs": { {{string.Join(',', laughs)}}, "l20": { "type": "string" } }
            }
            """);

        Assert.EndsWith(
            "CARD0009: The card is larger than 20000 schemas and listed values, or 1048576 bytes, once its references are put in place",
            Assert.Single(run.Diagnostics),
            StringComparison.Ordinal);
    }

    [Fact]
    public void LongTextThatReferencesRepeatIsBounded()
    {
        string uses = string.Join(',', Enumerable.Range(0, 500).Select(i => $$"""
            "p{{i}}": { "$ref": "#/$defs/long" }
            """));
        GeneratorRun run = GeneratorHarness.Run(
            $$"""{ "properties": { {{uses}} }, "$defs": { "long": { "description": "{{new string('x', 10_000)}}" } } }""");

        Assert.Contains("CARD0009", Assert.Single(run.Diagnostics), StringComparison.Ordinal);
    }
}
