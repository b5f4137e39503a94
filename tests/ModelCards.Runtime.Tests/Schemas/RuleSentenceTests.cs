using ModelCards.Runtime.Tests.Harness;
using Xunit;

namespace ModelCards.Runtime.Tests.Schemas;

/// <summary>The whole sentences of errors about rules between parameters, behind the pointer each has.</summary>
public sealed class RuleSentenceTests
{
    [Theory]
    [InlineData("""{"required":["a"]}""", "{}", "/a: a is required.")]
    [InlineData("""{"dependentRequired":{"width":["height"]}}""", """{"width":1}""", "/height: height is required when width is given.")]
    [InlineData(
        """{"properties":{"width":{}},"additionalProperties":false}""",
        """{"widht":1}""",
        "/widht: widht is not a parameter of this card; did you mean width?")]
    [InlineData(
        """{"properties":{"width":{}},"additionalProperties":false}""",
        """{"somethingElse":1}""",
        "/somethingElse: somethingElse is not a parameter of this card; set one that it does not know yet by name, through WithExtra.")]
    [InlineData(
        """{"propertyNames":{"enum":["google"]}}""",
        """{"gogle":1}""",
        "/gogle: gogle is not a parameter of this card; did you mean google?")]
    public void Members(string schema, string request, string error) => Assert.Equal([error], Judged.Sentences(schema, request));

    [Theory]
    [InlineData("""{"not":{"required":["a","b"]}}""", """{"a":1,"b":1}""", ": a and b exclude each other.")]
    [InlineData("""{"not":{"required":["a"]}}""", """{"a":1}""", ": a is not allowed here.")]
    [InlineData("""{"not":{"allOf":[{"required":["a"]},{"required":["b"]}]}}""", """{"a":1,"b":1}""", ": a and b exclude each other.")]
    [InlineData("""{"anyOf":[{"required":["a"]},{"required":["b"]}]}""", "{}", ": The request needs at least one of a or b.")]
    [InlineData("""{"oneOf":[{"required":["a"]},{"required":["b"]}]}""", "{}", ": The request needs exactly one of a or b.")]
    [InlineData("""{"oneOf":[{"required":["a"]},{"required":["b"]}]}""", """{"a":1,"b":1}""", ": a and b exclude each other.")]
    [InlineData("""{"not":{"type":"object"}}""", "{}", ": The request is what the card excludes.")]
    [InlineData("""{"properties":{"a":{"not":{"const":1}}}}""", """{"a":1}""", "/a: a must not be 1.")]
    [InlineData(
        """{"properties":{"a":{"oneOf":[{"multipleOf":2},{"multipleOf":3,"title":"threes"}]}}}""",
        """{"a":6}""",
        "/a: a matches both a is a multiple of 2 and threes, but exactly one is allowed.")]
    [InlineData(
        """{"not":{"anyOf":[{"properties":{"a":{"const":true},"b":{"const":true}},"required":["a","b"]},{"required":["c"]}]}}""",
        """{"a":true,"b":true}""",
        ": It is not allowed that a is true and b is true.")]
    [InlineData(
        """{"not":{"properties":{"a":{"enum":["x","y"]}},"required":["a"]}}""",
        """{"a":"x"}""",
        ": It is not allowed that a is x or y.")]
    [InlineData(
        """{"oneOf":[{"required":["prompt"]},{"properties":{"inputs":{"properties":{"images":{"minItems":1}},"required":["images"]}},"required":["inputs"]}]}""",
        "{}",
        ": The request needs that exactly one holds: prompt is given or inputs.images has at least 1 item.")]
    [InlineData(
        """{"properties":{"frames":{"contains":{"not":{"properties":{"frame":{"enum":["last",-1]}},"required":["frame"]}}}}}""",
        """{"frames":[{"frame":"last"}]}""",
        "/frames: frames must hold at least 1 item such that frame is not last or -1, but holds 0.")]
    public void Combinations(string schema, string request, string error) => Assert.Equal([error], Judged.Sentences(schema, request));

    [Theory]
    [InlineData("""{"anyOf":[{"format":"uuid"},{"format":"uri"}]}""", "\"x\"", "value must be a UUID or a URL, but is \"x\".")]
    [InlineData(
        """{"type":"string","anyOf":[{"format":"uuid"},{"format":"uri"},{"pattern":"^data:image/"},{"pattern":"^[a-zA-Z0-9+/=]+$"}]}""",
        "\"not base64!\"",
        "value must be a UUID, a URL, a data URI or base64 text, but is \"not base64!\".")]
    [InlineData("""{"anyOf":[{"type":"string","title":"an AIR"},{"type":"integer"}]}""", "true", "value must be an AIR or an integer, but is true.")]
    [InlineData("""{"oneOf":[{"const":"first"},{"const":0}]}""", "true", "value must be first or 0, but is true.")]
    [InlineData("""{"oneOf":[{"type":"boolean","const":true},{"type":"object"}]}""", "false", "value must be true, but is false.")]
    [InlineData("""{"oneOf":[{"type":"boolean","const":true},{"type":"object"}]}""", "1", "value must be true or an object, but is 1.")]
    public void Unions(string schema, string value, string sentence) =>
        Assert.Equal([$"/value: {sentence}"], Judged.Sentences($$"""{"properties":{"value": {{schema}} } }""", $$"""{"value": {{value}} }"""));

    [Fact]
    public void AConsequenceSaysWhyItApplies()
    {
        const string Schema = """
            {
              "if": { "properties": { "layerDiffuse": { "const": true } }, "required": ["layerDiffuse"] },
              "then": { "properties": { "outputFormat": { "enum": ["PNG", "WEBP"] } }, "required": ["outputFormat"] },
              "else": { "properties": { "alpha": false } }
            }
            """;

        Assert.Equal(
            ["/outputFormat: outputFormat must be one of PNG, WEBP, but is \"JPG\" when layerDiffuse is true."],
            Judged.Sentences(Schema, """{"layerDiffuse":true,"outputFormat":"JPG"}"""));
        Assert.Equal(
            ["/outputFormat: outputFormat is required when layerDiffuse is true."],
            Judged.Sentences(Schema, """{"layerDiffuse":true}"""));
        Assert.Equal(["/alpha: alpha is not allowed here unless layerDiffuse is true."], Judged.Sentences(Schema, """{"alpha":1}"""));
    }

    [Theory]
    [InlineData("""{"type":"text"}""", "/part/text: part.text is required.")]
    [InlineData("""{"type":"image","image":5}""", "/part/image: part.image must be a string, but is 5.")]
    [InlineData("""{"type":"sound"}""", "/part: part is none of the objects that the card describes: one with type text or one with type image.")]
    public void AnObjectIsMeantForTheBranchThatItsMembersTell(string part, string error) => Assert.Equal(
        [error],
        Judged.Sentences(
            """
            {"properties":{"part":{"oneOf":[
              {"type":"object","properties":{"type":{"const":"text"},"text":{"type":"string"}},"required":["type","text"]},
              {"type":"object","properties":{"type":{"const":"image"},"image":{"type":"string"}},"required":["type","image"]}]}}}
            """,
            $$"""{"part": {{part}} }"""));

    [Fact]
    public void AReasonStandsBeforeTheHint() => Assert.Equal(
        ["/size: size must be a multiple of 8, but is 9 when fast is true; nearest are 8 and 16."],
        Judged.Sentences(
            """{"if":{"properties":{"fast":{"const":true}},"required":["fast"]},"then":{"properties":{"size":{"multipleOf":8}}}}""",
            """{"fast":true,"size":9}"""));

    [Theory]
    [InlineData("""{"required":["a"]}""", """{"a":1}""", "when a is given")]
    [InlineData("""{"not":{"required":["a"]}}""", "{}", "when a is not given")]
    [InlineData("""{"anyOf":[{"required":["a"]},{"properties":{"in":{"required":["mask"]}},"required":["in"]}]}""", """{"a":1}""", "when a is given or in.mask is given")]
    [InlineData("""{"properties":{"in":{"properties":{"list":{"minItems":2}}}},"required":["in"]}""", """{"in":{"list":[1,2]}}""", "when in.list has at least 2 items")]
    [InlineData("""{"properties":{"a":{"type":"integer"}},"required":["a"]}""", """{"a":1}""", "when a is an integer")]
    [InlineData("""{"properties":{"a":{"minimum":5,"exclusiveMaximum":9,"multipleOf":2}},"required":["a"]}""", """{"a":6}""", "when a is at least 5, a is less than 9 and a is a multiple of 2")]
    [InlineData("""{"properties":{"a":{"not":{"const":1}}},"required":["a"]}""", """{"a":2}""", "when a is not 1")]
    [InlineData("true", "{}", "by a rule of the card")]
    public void AConditionIsToldInClauses(string condition, string request, string reason) => Assert.Equal(
        [$"/needed: needed is required {reason}."],
        Judged.Sentences($$"""{"if": {{condition}}, "then": {"required":["needed"]} }""", request));

    [Theory]
    [InlineData("""{"width":100,"height":64}""", "width and height must be 64 and 32 (Wide) or 32 and 64, but are 100 and 64")]
    [InlineData("""{"width":64}""", "")]
    public void ATableOfFewRowsIsShown(string request, string sentence) => Assert.Equal(
        sentence.Length == 0 ? [] : [$": {sentence}."],
        Judged.Sentences(
            """{"oneOf":[{"title":"Wide","properties":{"width":{"const":64},"height":{"const":32}}},{"properties":{"width":{"const":32},"height":{"const":64}}}]}""",
            request));

    [Fact]
    public void ALongTableNamesTheNearestRow()
    {
        string rows = string.Join(',', new[] { 1, 2, 4, 8, 16 }.Select(side => $$"""{"title":"{{side}} x","properties":{"width":{"const":{{side * 100}}},"height":{"const":{{side * 50}}} } }"""));

        Assert.Equal(
            [": width and height must be one of the 5 combinations that the card lists, but are 410 and 180; nearest is 400 and 200 (4 x)."],
            Judged.Sentences($$"""{"oneOf":[{{rows}}]}""", """{"width":410,"height":180}"""));
    }

    [Fact]
    public void AConsequenceInAnObjectNamesTheObject() => Assert.Equal(
        ["/guides/1/end: guides[1].end is required when guides[1].start is given."],
        Judged.Sentences(
            """{"properties":{"guides":{"items":{"if":{"required":["start"]},"then":{"required":["end"]}}}}}""",
            """{"guides":[{},{"start":1}]}"""));

    [Fact]
    public void ARuleThatTheCardDescribesIsToldInItsWords()
    {
        const string Schema = """
            {
              "properties": { "pulid": { "allOf": [{ "description": "start and startPercentage exclude each other", "not": { "required": ["start", "startPercentage"] } }] } },
              "allOf": [{ "description": "teaCache needs steps.", "if": { "required": ["teaCache"] }, "then": { "required": ["steps"] } }]
            }
            """;

        Assert.Equal(
            ["/pulid: pulid: start and startPercentage exclude each other.", ": teaCache needs steps."],
            Judged.Sentences(Schema, """{"pulid":{"start":1,"startPercentage":2},"teaCache":true}"""));
    }

    [Fact]
    public void ABoundSetByAnotherValueNamesItAndItsValue() => Assert.Equal(
        ["/end: end must be greater than start (20), but is 15.", "/end: end must be at most steps (10), but is 15."],
        Judged.Sentences(
            """{"properties":{"start":{},"steps":{},"end":{"x-exclusiveMinimum":"1/start","x-maximum":"/steps"}}}""",
            """{"start":20,"steps":10,"end":15}"""));

    [Theory]
    [InlineData("\"minimum\":10,\"maximum\":20", "3", "7", "width times height must be from 10 to 20, but is 21 (3 and 7).")]
    [InlineData("\"minimum\":10", "3", "3", "width times height must be at least 10, but is 9 (3 and 3).")]
    [InlineData("\"maximum\":20", "3", "7.5", "width times height must be at most 20, but is 22.5 (3 and 7.5).")]
    public void Areas(string bounds, string width, string height, string sentence) => Assert.Equal(
        [$"/width: {sentence}"],
        Judged.Sentences(Constraint("area", bounds), $$"""{"width":{{width}},"height":{{height}}}"""));

    [Theory]
    [InlineData("\"minimum\":0.5,\"maximum\":3", "10", "3", "width divided by height must be from 0.5 to 3, but is 3.3333 (10 and 3).")]
    [InlineData("\"maximum\":3", "10", "0", "width divided by height must be at most 3, but is infinite (10 and 0).")]
    public void Ratios(string bounds, string width, string height, string sentence) => Assert.Equal(
        [$"/width: {sentence}"],
        Judged.Sentences(Constraint("ratio", bounds), $$"""{"width":{{width}},"height":{{height}}}"""));

    [Fact]
    public void AConstraintOnNestedNumbersPointsAtThem() => Assert.Equal(
        ["/size/width: size.width times size.height must be at most 100, but is 110 (10 and 11)."],
        Judged.Sentences(
            """{"x-constraints":[{"operation":"area","parameters":["size.width","size.height"],"maximum":100}]}""",
            """{"size":{"width":10,"height":11}}"""));

    private static string Constraint(string operation, string bounds) =>
        $$"""{"x-constraints":[{"operation":"{{operation}}","parameters":["width","height"],{{bounds}} }]}""";
}
