using ModelCards.Runtime.Tests.Harness;
using Xunit;

namespace ModelCards.Runtime.Tests.Schemas;

/// <summary><c>x-constraints</c>: area and ratio of two numbers.</summary>
public sealed class ConstraintTests
{
    private const string Area = """{"x-constraints":[{"operation":"area","parameters":["width","height"],"minimum":655360,"maximum":8294400}]}""";
    private const string Ratio = """{"x-constraints":[{"operation":"ratio","parameters":["width","height"],"minimum":0.3333333333333333,"maximum":3}]}""";

    [Fact]
    public void AnAreaIsBounded()
    {
        Judged.AcceptsRequest(Area, """{"width":1024,"height":640}""", """{"width":3840,"height":2160}""", """{"width":3.84e3,"height":2160.0}""");
        Judged.RefusesRequest("x-constraints", Area, """{"width":512,"height":512}""", """{"width":4096,"height":2160}""", """{"width":4.096e3,"height":2160}""");
    }

    [Fact]
    public void ARatioIsBounded()
    {
        Judged.AcceptsRequest(Ratio, """{"width":1024,"height":1024}""", """{"width":1536,"height":512}""", """{"width":512,"height":1536}""", """{"width":1.5,"height":0.5}""");
        Judged.RefusesRequest("x-constraints", Ratio, """{"width":1537,"height":512}""", """{"width":511,"height":1536}""", """{"width":1,"height":0}""");
    }

    [Fact]
    public void TheBoundsHoldOnlyWhereBothAreNumbers()
    {
        Judged.AcceptsRequest(Area, "{}", """{"width":1}""", """{"height":1}""", """{"width":"1","height":1}""", """{"width":null,"height":1}""", """{"width":[1],"height":1}""");
        Judged.AcceptsRequest(Ratio, "{}", """{"width":9}""", """{"width":9,"height":"1"}""");
    }

    [Theory]
    [InlineData("99999999999999999999999999", "99999999999999999999999999")]
    [InlineData("1e300", "1e300")]
    [InlineData("9223372036854775807", "9223372036854775807")]
    [InlineData("79228162514264337593543950335", "2")]
    public void HugeNumbersAreRefusedAndDoNotOverflow(string width, string height) =>
        Judged.RefusesRequest("x-constraints", Area, $$"""{"width":{{width}},"height":{{height}}}""");

    [Theory]
    [InlineData("79228162514264337593543950335", "0.0000001")]
    [InlineData("1e300", "1e-300")]
    [InlineData("1", "0.0000000000000000000000000001")]
    public void HugeRatiosAreRefusedAndDoNotOverflow(string width, string height) =>
        Judged.RefusesRequest("x-constraints", Ratio, $$"""{"width":{{width}},"height":{{height}}}""");

    [Fact]
    public void NestedNumbersAreReachedByDots()
    {
        const string Schema = """{"x-constraints":[{"operation":"area","parameters":["size.width","size.height"],"maximum":100}]}""";

        Judged.AcceptsRequest(Schema, """{"size":{"width":10,"height":10}}""", """{"size":{"width":10}}""", """{"size":1}""", "{}");
        Judged.RefusesRequest("x-constraints", Schema, """{"size":{"width":10,"height":11}}""");
    }

    [Fact]
    public void RulesAboutTheContentOfMediaAreTheServices() => Judged.AcceptsRequest(
        """
        {"x-constraints":[
          {"operation":"area","parameters":["inputs.image"],"maximum":1,"scope":"each"},
          {"operation":"fileSize","parameters":["inputs.video"],"maximum":1},
          {"operation":"width","parameters":["inputs.image"],"minimum":9999}
        ]}
        """,
        """{"inputs":{"image":"AAAA","video":"AAAA"}}""");
}
