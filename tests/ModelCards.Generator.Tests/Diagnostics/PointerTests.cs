using ModelCards.Generator.Tests.Harness;

namespace ModelCards.Generator.Tests.Diagnostics;

/// <summary>Pointers of rules between parameters.</summary>
public sealed class PointerTests
{
    [Theory]
    [InlineData("/stages", "there is no parameter 'stages'")]
    [InlineData("1/stages", "there is no parameter 'stages'")]
    [InlineData("/inner/steps", "there is no parameter 'steps'")]
    [InlineData("/name", "it leads to a parameter that is no number")]
    [InlineData("/inner", "it leads to a parameter that is no number")]
    [InlineData("2/steps", "'2' goes up to no object; 1 is the object that the parameter is in")]
    [InlineData("0/steps", "'0' goes up to no object; 1 is the object that the parameter is in")]
    public void APointerThatLeadsToNoNumberIsReported(string pointer, string reason) => MarkedFile.Reports(
        $$"""
        {
          "properties": {
            "steps": { "type": "integer" },
            "name": { "type": "string" },
            "start": { "type": "integer", "x-maximum": [|"{{pointer}}"|] },
            "inner": { "type": "object", "properties": { "end": { "type": "integer" } } }
          }
        }
        """,
        $"CARD0010: The pointer '{pointer}' of 'x-maximum' leads nowhere: {reason}");

    [Theory]
    [InlineData("\"items\":", "")]
    [InlineData("\"contains\":", "")]
    [InlineData("\"additionalProperties\":", "")]
    [InlineData("\"prefixItems\": [", "]")]
    [InlineData("\"if\":", "")]
    [InlineData("\"dependentSchemas\": { \"a\":", "}")]
    public void PointersAreCheckedWhereverSchemasStand(string before, string after) => MarkedFile.Reports(
        Parsing.Card($$""" "a": { {{before}} { "x-minimum": [|"/gone"|] } {{after}} } """),
        "CARD0010: The pointer '/gone' of 'x-minimum' leads nowhere: there is no parameter 'gone'");

    [Theory]
    [InlineData("\"end\": { \"type\": \"integer\", \"x-exclusiveMinimum\": \"1/start\", \"x-maximum\": \"/steps\" }")]
    [InlineData("\"inner\": { \"properties\": { \"end\": { \"x-maximum\": \"2/steps\" } } }")]
    [InlineData("\"inner\": { \"properties\": { \"end\": { \"x-maximum\": \"2/a~1b\" } } }")]
    [InlineData("\"list\": { \"items\": { \"properties\": { \"end\": { \"x-maximum\": \"3/steps\" } } } }")]
    [InlineData("\"free\": { \"x-maximum\": \"/untyped\" }")]
    public void APointerMayLeadToAnyNumberOfTheCard(string property) => Assert.Empty(GeneratorHarness.Run(Parsing.Card(
        $$"""
        "start": { "type": "integer" }, "steps": { "type": "integer" }, "a/b": { "type": "number" }, "untyped": {}, {{property}}
        """)).Diagnostics);

    [Theory]
    [InlineData("""{"then":{"properties":{"end":{"x-exclusiveMinimum":"1/start"}}}}""")]
    [InlineData("""{"properties":{"late":{"type":"integer"}}},{"properties":{"end":{"x-exclusiveMinimum":"1/late"}}}""")]
    [InlineData("""{"oneOf":[{"properties":{"own":{"type":"integer"},"end":{"x-exclusiveMinimum":"1/own"}}}]}""")]
    public void ARuleKnowsTheParametersOfTheObjectThatItIsAbout(string rules) => Assert.Empty(GeneratorHarness.Run(
        $$"""{"properties":{"start":{"type":"integer"},"end":{"type":"integer"} },"allOf":[{{rules}}]}""").Diagnostics);

    [Fact]
    public void APointerInASharedDefinitionIsJudgedInEachCardAndReportedAtItsReference()
    {
        var good = new MarkedFile(
            "good.schema.json",
            """{"properties":{"steps":{"type":"integer"},"end":{"$ref":"common/shared.schema.json#/$defs/end"}}}""");
        var bad = new MarkedFile("bad.schema.json", """{"properties":{"end":{"$ref":[|"common/shared.schema.json#/$defs/end"|]}}}""");
        var shared = new MarkedFile("common/shared.schema.json", """{"$defs":{"end":{"type":"integer","x-maximum":"/steps"}}}""");

        GeneratorRun run = GeneratorHarness.Run(good.File, bad.File, shared.File);

        Assert.Equal(
            bad.Expect("CARD0010: The pointer '/steps' of 'x-maximum' leads nowhere: there is no parameter 'steps'"),
            run.Diagnostics);
        Assert.Contains("GoodRequest.g.cs", run.Sources.Keys);
        Assert.DoesNotContain("BadRequest.g.cs", run.Sources.Keys);
    }
}
