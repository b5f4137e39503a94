using ModelCards.Runtime.Tests.Harness;
using Xunit;

namespace ModelCards.Runtime.Tests.Schemas;

/// <summary>Bounds that another value of the request sets.</summary>
public sealed class RelativeBoundTests
{
    [Theory]
    [InlineData("x-minimum", "5", "4.99")]
    [InlineData("x-exclusiveMinimum", "5.01", "5")]
    [InlineData("x-maximum", "5", "5.01")]
    [InlineData("x-exclusiveMaximum", "4.99", "5")]
    public void ASiblingBoundsTheValue(string keyword, string kept, string broken)
    {
        string schema = $$"""{"properties":{"a":{},"b":{"{{keyword}}":"1/a"} } }""";

        Judged.AcceptsRequest(schema, $$"""{"a":5,"b":{{kept}}}""", $$"""{"a":5.0,"b":{{kept}}}""", $$"""{"a":50e-1,"b":{{kept}}}""");
        Judged.RefusesRequest(keyword, schema, $$"""{"a":5,"b":{{broken}}}""", $$"""{"b":{{broken}},"a":5}""");
    }

    [Fact]
    public void TheBoundHoldsOnlyWhereBothAreNumbers() => Judged.AcceptsRequest(
        """{"properties":{"a":{},"b":{"x-minimum":"1/a"}}}""",
        "{}",
        """{"a":5}""",
        """{"b":1}""",
        """{"a":"5","b":1}""",
        """{"a":null,"b":1}""",
        """{"a":[9],"b":1}""",
        """{"a":5,"b":"1"}""",
        """{"a":5,"b":"one"}""",
        """{"a":5,"b":null}""");

    [Fact]
    public void TheRequestIsReachedByItsName()
    {
        const string Schema = """{"properties":{"steps":{},"lora":{"items":{"properties":{"endStep":{"x-maximum":"/steps"}}}}}}""";

        Judged.AcceptsRequest(Schema, """{"steps":20,"lora":[{"endStep":20},{"endStep":1}]}""", """{"lora":[{"endStep":99}]}""");
        Judged.RefusesRequest("x-maximum", Schema, """{"steps":20,"lora":[{"endStep":20},{"endStep":21}]}""");
    }

    [Fact]
    public void LevelsAreCountedThroughListsToo()
    {
        const string Schema = """
            {
              "properties": {
                "guides": {
                  "items": {
                    "properties": {
                      "start": { "type": "integer" },
                      "end": { "type": "integer", "x-exclusiveMinimum": "1/start", "x-maximum": "3/steps" }
                    }
                  }
                },
                "steps": { "type": "integer" }
              }
            }
            """;

        Judged.AcceptsRequest(Schema, """{"steps":30,"guides":[{"start":0,"end":30},{"end":5},{"start":9}]}""");
        Judged.RefusesRequest("x-exclusiveMinimum", Schema, """{"steps":30,"guides":[{"start":0,"end":1},{"start":5,"end":5}]}""");
        Judged.RefusesRequest("x-maximum", Schema, """{"steps":30,"guides":[{"start":0,"end":31}]}""");
    }

    [Fact]
    public void AnotherObjectIsReachedFromTheOneAbove()
    {
        const string Schema = """{"properties":{"a":{"properties":{"x":{}}},"b":{"properties":{"y":{"x-minimum":"2/a/x"}}}}}""";

        Judged.AcceptsRequest(Schema, """{"a":{"x":1},"b":{"y":1}}""", """{"a":{},"b":{"y":0}}""", """{"b":{"y":0}}""", """{"a":5,"b":{"y":0}}""");
        Judged.RefusesRequest("x-minimum", Schema, """{"a":{"x":1},"b":{"y":0}}""");
    }

    [Fact]
    public void NumbersInAListAreBoundedEachByTheRequest()
    {
        const string Schema = """{"properties":{"frames":{"items":{"x-exclusiveMaximum":"/count","minimum":0}},"count":{}}}""";

        Judged.AcceptsRequest(Schema, """{"count":3,"frames":[0,1,2]}""", """{"frames":[99]}""");
        Judged.RefusesRequest("x-exclusiveMaximum", Schema, """{"count":3,"frames":[0,3]}""");
        Judged.RefusesRequest("minimum", Schema, """{"count":3,"frames":[-1]}""");
    }

    [Fact]
    public void NamesInPointersAreUnescaped()
    {
        const string Schema = """{"properties":{"a/b":{},"c~d":{},"x":{"x-minimum":"1/a~1b","x-maximum":"/c~0d"}}}""";

        Judged.AcceptsRequest(Schema, """{"a/b":1,"c~d":3,"x":2}""");
        Judged.RefusesRequest("x-minimum", Schema, """{"a/b":1,"x":0}""");
        Judged.RefusesRequest("x-maximum", Schema, """{"c~d":3,"x":4}""");
    }

    [Fact]
    public void SeveralBoundsHoldTogether()
    {
        const string Schema = """{"properties":{"start":{},"steps":{},"end":{"minimum":1,"x-exclusiveMinimum":"1/start","x-maximum":"/steps"}}}""";

        Judged.AcceptsRequest(Schema, """{"start":0,"steps":20,"end":20}""");
        Judged.RefusesRequest("x-exclusiveMinimum", Schema, """{"start":20,"steps":10,"end":15}""");
        Judged.RefusesRequest("x-maximum", Schema, """{"start":20,"steps":10,"end":15}""");
        Judged.RefusesRequest("minimum", Schema, """{"start":-5,"steps":10,"end":0}""");
    }

    [Fact]
    public void HugeNumbersBoundExactly()
    {
        const string Schema = """{"properties":{"a":{},"b":{"x-minimum":"1/a"}}}""";

        Judged.AcceptsRequest(Schema, """{"a":9007199254740993,"b":9007199254740993}""", """{"a":1e400,"b":1e401}""");
        Judged.RefusesRequest("x-minimum", Schema, """{"a":9007199254740993,"b":9007199254740992}""", """{"a":1e400,"b":9e399}""");
    }

    [Fact]
    public void InsideConditionsTheBoundsHoldAsWell()
    {
        const string Schema = """{"if":{"properties":{"b":{"x-exclusiveMinimum":"1/a"}},"required":["a","b"]},"then":{"required":["why"]}}""";

        Judged.AcceptsRequest(Schema, """{"a":5,"b":5}""", """{"a":5,"b":6,"why":""}""");
        Judged.RefusesRequest("required", Schema, """{"a":5,"b":6}""");
    }
}
