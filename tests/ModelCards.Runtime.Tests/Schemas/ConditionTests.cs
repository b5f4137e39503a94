using ModelCards.Runtime.Tests.Harness;
using Xunit;

namespace ModelCards.Runtime.Tests.Schemas;

/// <summary>Rules between parameters, with the vacuous truths of the specification.</summary>
public sealed class ConditionTests
{
    [Fact]
    public void ThenAndElseFollowFromIf()
    {
        const string Schema = """{"if":{"minimum":10},"then":{"multipleOf":10},"else":{"multipleOf":3}}""";

        Judged.Accepts(Schema, "10", "20", "3", "9", "-3", "\"text\"");
        Judged.Refuses("multipleOf", Schema, "12", "4");
        Judged.Accepts("""{"if":{"minimum":10}}""", "5", "15");
        Judged.Accepts("""{"then":false,"else":false}""", "5");
        Judged.Refuses("false", """{"if":true,"then":false}""", "5");
        Judged.Refuses("false", """{"if":false,"else":false}""", "5");
    }

    [Fact]
    public void AValueMayNarrowAnother()
    {
        const string Schema = """
            {
              "if": { "properties": { "layerDiffuse": { "const": true } }, "required": ["layerDiffuse"] },
              "then": { "properties": { "outputFormat": { "enum": ["PNG", "WEBP"] } }, "required": ["outputFormat"] }
            }
            """;

        Judged.AcceptsRequest(Schema, "{}", """{"layerDiffuse":false}""", """{"layerDiffuse":true,"outputFormat":"PNG"}""", """{"outputFormat":"JPG"}""");
        Judged.RefusesRequest("enum", Schema, """{"layerDiffuse":true,"outputFormat":"JPG"}""");
        Judged.RefusesRequest("required", Schema, """{"layerDiffuse":true}""");
    }

    [Fact]
    public void WithoutARequiredAConditionHoldsForAnAbsentMember()
    {
        const string Schema = """{"if":{"properties":{"mode":{"const":"fast"}}},"then":{"required":["speed"]}}""";

        Judged.AcceptsRequest(Schema, """{"mode":"slow"}""", """{"mode":"fast","speed":1}""", """{"speed":1}""");
        Judged.RefusesRequest("required", Schema, "{}", """{"mode":"fast"}""");
    }

    [Fact]
    public void ATriggerByPresenceIsPulledByFalseToo()
    {
        const string Schema = """{"if":{"required":["imageAutoFix"]},"then":{"required":["image"]}}""";

        Judged.AcceptsRequest(Schema, "{}", """{"image":"a"}""", """{"imageAutoFix":false,"image":"a"}""");
        Judged.RefusesRequest("required", Schema, """{"imageAutoFix":false}""", """{"imageAutoFix":true}""", """{"imageAutoFix":null}""");
    }

    [Fact]
    public void ANestedConditionHoldsWhereItsObjectIsAbsent()
    {
        const string Schema = """
            {
              "if": { "properties": { "inputs": { "required": ["referenceVideos"] } }, "required": ["inputs"] },
              "then": {
                "not": {
                  "properties": { "providerSettings": { "properties": { "klingai": { "required": ["sound"] } } } },
                  "required": ["providerSettings"]
                }
              }
            }
            """;

        Judged.AcceptsRequest(
            Schema,
            "{}",
            """{"inputs":{"referenceVideos":[]}}""",
            """{"inputs":{},"providerSettings":{}}""",
            """{"inputs":{"referenceVideos":[]},"providerSettings":{"klingai":{}}}""");
        Judged.RefusesRequest(
            "not",
            Schema,
            """{"inputs":{"referenceVideos":[]},"providerSettings":{}}""",
            """{"inputs":{"referenceVideos":[]},"providerSettings":{"other":1}}""",
            """{"inputs":{"referenceVideos":[]},"providerSettings":{"klingai":{"sound":false}}}""");
    }

    [Fact]
    public void ARuleMayReachIntoAnObject()
    {
        const string Schema = """
            {
              "if": {
                "anyOf": [{ "required": ["strength"] }, { "properties": { "inputs": { "required": ["maskImage"] } }, "required": ["inputs"] }]
              },
              "then": { "properties": { "inputs": { "required": ["seedImage"] } }, "required": ["inputs"] }
            }
            """;

        Judged.AcceptsRequest(Schema, "{}", """{"inputs":{}}""", """{"strength":1,"inputs":{"seedImage":"a"}}""", """{"inputs":{"maskImage":"m","seedImage":"a"}}""");
        Judged.RefusesRequest("required", Schema, """{"strength":1}""", """{"strength":1,"inputs":{}}""", """{"inputs":{"maskImage":"m"}}""");
    }

    [Fact]
    public void AllowedSizesHoldOnceOneSideIsGiven()
    {
        const string Schema = """
            {
              "dependentRequired": { "width": ["height"], "height": ["width"] },
              "if": { "anyOf": [{ "required": ["width"] }, { "required": ["height"] }] },
              "then": {
                "oneOf": [
                  { "title": "1:1", "properties": { "width": { "const": 1024 }, "height": { "const": 1024 } } },
                  { "title": "16:9", "properties": { "width": { "const": 1280 }, "height": { "const": 720 } } }
                ]
              }
            }
            """;

        Judged.AcceptsRequest(Schema, "{}", """{"width":1024,"height":1024}""", """{"width":1280,"height":720}""");
        Judged.RefusesRequest("oneOf", Schema, """{"width":1024,"height":720}""", """{"width":1,"height":1}""");
        Judged.RefusesRequest("dependentRequired", Schema, """{"width":1280}""");
    }

    [Fact]
    public void RulesMayStandInTheConsequenceOfARule()
    {
        const string Schema = """
            {
              "if": { "properties": { "format": { "const": "MP3" } }, "required": ["format"] },
              "then": {
                "allOf": [
                  { "if": { "properties": { "rate": { "const": 8000 } }, "required": ["rate"] }, "then": { "properties": { "bitrate": { "maximum": 64 } } } },
                  { "if": { "properties": { "rate": { "const": 44100 } }, "required": ["rate"] }, "then": { "properties": { "bitrate": { "maximum": 320 } } } }
                ]
              },
              "else": { "properties": { "bitrate": false } }
            }
            """;

        Judged.AcceptsRequest(Schema, "{}", """{"format":"MP3","rate":8000,"bitrate":64}""", """{"format":"MP3","rate":44100,"bitrate":320}""");
        Judged.RefusesRequest("maximum", Schema, """{"format":"MP3","rate":8000,"bitrate":65}""");
        Judged.RefusesRequest("false", Schema, """{"bitrate":64}""", """{"format":"OGG","bitrate":64}""");
    }

    [Fact]
    public void ABoundOnAUnionPassesTexts()
    {
        const string Schema = """{"if":{"required":["audio"]},"then":{"properties":{"duration":{"maximum":10}}}}""";

        Judged.AcceptsRequest(Schema, """{"audio":"a","duration":10}""", """{"audio":"a","duration":"auto"}""", """{"duration":20}""");
        Judged.RefusesRequest("maximum", Schema, """{"audio":"a","duration":20}""");
    }
}
