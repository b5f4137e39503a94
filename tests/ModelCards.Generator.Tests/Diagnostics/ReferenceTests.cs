using ModelCards.Generator.Tests.Harness;

namespace ModelCards.Generator.Tests.Diagnostics;

/// <summary>References that lead nowhere, or round in a circle.</summary>
public sealed class ReferenceTests
{
    [Theory]
    [InlineData("#/$defs/stages", "there is no 'stages'; there are steps, list")]
    [InlineData("#/$defs/steps/items", "there is no 'items'; there are type, title")]
    [InlineData("#/$defs/list/enum", "it leads to something that is no schema")]
    [InlineData("#/$defs/list/enum/0", "it leads to something that is no schema")]
    [InlineData("#/$defs/list/enum/9", "there is no '9'")]
    [InlineData("#/$defs/list/enum/+0", "there is no '+0'")]
    [InlineData("#/$defs/steps/title", "it leads to something that is no schema")]
    [InlineData("#steps", "what follows # must be a JSON pointer such as /$defs/name")]
    [InlineData(
        "other.schema.json#/properties/a",
        "no file of shared definitions stands at 'other.schema.json' from here; such a file has \"$defs\" and nothing else, and lies "
            + "below schemas/")]
    [InlineData(
        "https://example.com/x.json",
        "no file of shared definitions stands at 'https://example.com/x.json' from here; such a file has \"$defs\" and nothing else, "
            + "and lies below schemas/")]
    [InlineData(
        "file:///etc/passwd",
        "no file of shared definitions stands at 'file:///etc/passwd' from here; such a file has \"$defs\" and nothing else, and "
            + "lies below schemas/")]
    [InlineData(
        "../../../../../etc/passwd",
        "no file of shared definitions stands at '../../../../../etc/passwd' from here; such a file has \"$defs\" and nothing else, "
            + "and lies below schemas/")]
    public void AReferenceThatLeadsNowhereSaysWhatThereIs(string reference, string reason) => MarkedFile.Reports(
        $$"""
        {
          "properties": { "a": { "$ref": [|"{{reference}}"|] } },
          "$defs": { "steps": { "type": "integer", "title": "Steps" }, "list": { "enum": ["x"] } }
        }
        """,
        $"CARD0005: The reference '{reference}' leads nowhere: {reason}");

    [Theory]
    [InlineData("""{"properties":{"a":{"$ref":[|"#"|]}}}""", "#")]
    [InlineData("""{"properties":{"a":{"not":{"$ref":[|"#/properties/a"|]}}}}""", "#/properties/a")]
    [InlineData("""{"properties":{"a":{"$ref":"#/$defs/a"}},"$defs":{"a":{"$ref":[|"#/$defs/a"|]}}}""", "#/$defs/a")]
    [InlineData(
        """
        {
          "properties": { "x": { "$ref": "#/$defs/a" }, "y": { "$ref": "#/$defs/b" }, "z": { "$ref": "#/$defs/a" } },
          "$defs": { "a": { "items": { "$ref": "#/$defs/b" } }, "b": { "not": { "$ref": [|"#/$defs/a"|] } } }
        }
        """,
        "#/$defs/a")]
    public void ACircleIsReportedOnce(string card, string reference) =>
        MarkedFile.Reports(card, $"CARD0006: The reference '{reference}' leads back to itself; a request cannot be nested without end");

    [Fact]
    public void OneDefectIsReportedOnceHoweverOftenItIsReferredTo() => MarkedFile.Reports(
        """
        {
          "properties": { "a": { "$ref": "#/$defs/bad" }, "b": { "$ref": "#/$defs/bad" }, "c": { "items": { "$ref": "#/$defs/bad" } } },
          "$defs": { "bad": { "items": { "$ref": [|"#/$defs/gone"|] }, "minimum": [|"1"|] } }
        }
        """,
        "CARD0005: The reference '#/$defs/gone' leads nowhere: there is no 'gone'; there are bad",
        "CARD0004: 'minimum' must be a number");
}
