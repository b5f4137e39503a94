using ModelCards.Runtime.Tests.Harness;
using Xunit;

namespace ModelCards.Runtime.Tests.Schemas;

public sealed class CombinationTests
{
    [Fact]
    public void AllOfAsksForEverySchema()
    {
        const string Schema = """{"allOf":[{"minimum":2},{"maximum":4},{"not":{"const":3}}]}""";

        Judged.Accepts(Schema, "2", "4", "\"text\"");
        Judged.Refuses("minimum", Schema, "1");
        Judged.Refuses("maximum", Schema, "5");
        Judged.Refuses("not", Schema, "3", "3.0");
        Judged.Refuses("false", """{"allOf":[true,false]}""", "1");
    }

    [Fact]
    public void AnyOfAsksForOneOrMore()
    {
        const string Media = """{"type":"string","anyOf":[{"format":"uuid"},{"format":"uri"},{"pattern":"^data:image/"},{"pattern":"^[a-zA-Z0-9+/=]+$"}]}""";

        Judged.Accepts(Media, "\"a770f077-f413-47de-9dac-be0b26a35da6\"", "\"https://example.com/a.png\"", "\"data:image/png;base64,AAAA\"", "\"AAAA\"");
        Judged.Refuses("anyOf", Media, "\"\"", "\"not base64!\"", "\"AA AA\"", "\"AAAA\\n\"");
        Judged.Refuses("type", Media, "1", "null");
        Judged.RefusesRequest("anyOf", """{"anyOf":[{"required":["top"]},{"required":["left"]}]}""", "{}", """{"right":1}""");
        Judged.AcceptsRequest("""{"anyOf":[{"required":["top"]},{"required":["left"]}]}""", """{"top":1}""", """{"top":1,"left":2}""");
    }

    [Fact]
    public void OneOfAsksForExactlyOne()
    {
        const string Source = """{"oneOf":[{"required":["text"]},{"required":["image"]}]}""";
        Judged.AcceptsRequest(Source, """{"text":1}""", """{"image":1}""");
        Judged.RefusesRequest("oneOf", Source, "{}", """{"text":1,"image":2}""");

        const string Multiples = """{"oneOf":[{"multipleOf":2},{"multipleOf":3}]}""";
        Judged.Accepts(Multiples, "2", "3", "4", "9");
        Judged.Refuses("oneOf", Multiples, "1", "6", "0", "\"text\"");
    }

    [Fact]
    public void NotRefusesWhatItsSchemaTakes()
    {
        Judged.Accepts("""{"not":{"type":"string"}}""", "1", "null", "[]");
        Judged.Refuses("not", """{"not":{"type":"string"}}""", "\"text\"");
        Judged.Refuses("not", """{"not":true}""", "1");
        Judged.Accepts("""{"not":false}""", "1");
        Judged.Accepts("""{"not":{"not":{"const":1}}}""", "1");
        Judged.AcceptsRequest("""{"not":{"required":["a","b"]}}""", "{}", """{"a":1}""", """{"b":1}""");
        Judged.RefusesRequest("not", """{"not":{"required":["a","b"]}}""", """{"a":null,"b":false}""");
    }

    [Fact]
    public void AtMostOneSwitchMayBeOn()
    {
        const string Schema = """
            {
              "properties": { "teaCache": { "type": "boolean" }, "deepCache": { "type": "boolean" } },
              "not": {
                "anyOf": [
                  { "properties": { "fbCache": { "const": true }, "teaCache": { "const": true } }, "required": ["fbCache", "teaCache"] },
                  { "properties": { "teaCache": { "const": true }, "deepCache": { "const": true } }, "required": ["teaCache", "deepCache"] }
                ]
              }
            }
            """;

        Judged.AcceptsRequest(Schema, "{}", """{"teaCache":true}""", """{"teaCache":true,"deepCache":false}""", """{"teaCache":false,"deepCache":false}""");
        Judged.RefusesRequest("not", Schema, """{"teaCache":true,"deepCache":true}""", """{"teaCache":true,"fbCache":true}""");
    }

    [Fact]
    public void AUnionIsJudgedByTheBranchThatItsTypeFits()
    {
        const string Duration = """{"type":["integer","string"],"oneOf":[{"type":"integer","enum":[6,8,20]},{"const":"auto"}]}""";

        Judged.Accepts(Duration, "6", "2e1", "\"auto\"");
        Judged.Refuses("enum", Duration, "7");
        Judged.Refuses("const", Duration, "\"AUTO\"");
        Judged.Refuses("type", Duration, "6.5", "true");
    }

    [Fact]
    public void ItemsMayBeATextOrAnObject()
    {
        const string Frames = """
            {"items":{"anyOf":[{"type":"string"},{"type":"object","required":["image"],
             "properties":{"image":{"type":"string"},"frame":{"oneOf":[{"const":"first"},{"const":0},{"const":-1}]}},"additionalProperties":false}]}}
            """;

        Judged.Accepts(Frames, """["a",{"image":"b"},{"image":"c","frame":"first"},{"image":"d","frame":-1}]""");
        Judged.Refuses("required", Frames, """["a",{}]""");
        Judged.Refuses("oneOf", Frames, """[{"image":"c","frame":1}]""", """[{"image":"c","frame":true}]""");
        Judged.Refuses("anyOf", Frames, "[1]");
    }
}
