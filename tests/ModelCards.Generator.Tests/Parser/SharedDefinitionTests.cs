using ModelCards.Generator.Specs;
using ModelCards.Generator.Tests.Harness;

namespace ModelCards.Generator.Tests.Parser;

/// <summary>Definitions that cards share: their types are made once, with the file they stand in.</summary>
public sealed class SharedDefinitionTests
{
    private const string Path = "/project/schemas/common/sampling.schema.json";

    private const string Sampling = """
        {
          "title": "Sampling",
          "$defs": {
            "scheduler": { "type": "string", "enum": ["Euler", "Euler a"] },
            "accelerator": {
              "type": "object",
              "properties": { "scheduler": { "$ref": "#/$defs/scheduler" }, "level": { "enum": [1, 2] } },
              "required": ["level"]
            },
            "frame": { "oneOf": [{ "type": "integer" }, { "const": "last" }] },
            "steps": { "type": "integer", "minimum": 1, "maximum": 50 },
            "again": { "$ref": "#/$defs/scheduler" }
          }
        }
        """;

    [Fact]
    public void TheTypesAreMadeWithTheSharedFileAndNotWithTheCards()
    {
        GeneratorRun run = GeneratorHarness.Run(
            (Path, Sampling),
            ("/project/schemas/a.schema.json", Card("scheduler")),
            ("/project/schemas/b.schema.json", Card("scheduler")));

        Assert.Empty(run.Diagnostics);
        Assert.Empty(run.Compile());
        Assert.Equal(
            [
                "ARequest.Builder.g.cs", "ARequest.Card.g.cs", "ARequest.g.cs", "BRequest.Builder.g.cs", "BRequest.Card.g.cs",
                "BRequest.g.cs", "DemoCards.g.cs", "Sampling.Shared.g.cs",
            ],
            run.Sources.Keys.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("scheduler", "Scheduler", "SchedulerMember.Type")]
    [InlineData("again", "Scheduler", "SchedulerMember.Type")]
    [InlineData("accelerator", "Accelerator", "Member.Object<Accelerator>()")]
    [InlineData("frame", "Frame", "FrameMember.Type")]
    [InlineData("steps", "int", "Member.Int32")]
    [InlineData("accelerator/properties/level", "DemoValue", "Member.Enum<DemoValue>(1L, 2L)")]
    public void ACardNamesTheSharedType(string definition, string type, string layout)
    {
        MemberSpec member = Parsing.Spec(Card(definition), (Path, Sampling)).Members[0];

        Assert.Equal((type, layout), (member.Type, member.Layout));
    }

    [Fact]
    public void WhatASharedObjectRequiresIsAskedForByItsTypesName()
    {
        MemberSpec member = Parsing.Spec(Card("accelerator"), (Path, Sampling)).Members[0];

        Assert.Equal([new ArgumentSpec("AcceleratorLevel", "level")], member.Arguments);
    }

    [Theory]
    [InlineData("common/sampling.schema.json#/$defs/steps")]
    [InlineData("./common/sampling.schema.json#/$defs/steps")]
    [InlineData("../schemas/common/sampling.schema.json#/$defs/steps")]
    [InlineData("common/../common/sampling.schema.json#/$defs/steps")]
    public void APathIsRelativeToTheFileThatRefers(string reference) =>
        Assert.Equal("int", Parsing.SpecOf($$""" "value": { "$ref": "{{reference}}" } """, (Path, Sampling)).Members[0].Type);

    [Fact]
    public void SharedFilesMayReferToEachOther()
    {
        GeneratorRun run = GeneratorHarness.Run(
            (Path, Sampling),
            ("/project/schemas/common/more.schema.json", """
                {
                  "$defs": {
                    "refiner": { "type": "object", "properties": { "scheduler": { "$ref": "sampling.schema.json#/$defs/again" } } },
                    "alias": { "$ref": "sampling.schema.json#/$defs/frame" }
                  }
                }
                """),
            (GeneratorHarness.DefaultPath, """
                {
                  "properties": {
                    "refiner": { "$ref": "common/more.schema.json#/$defs/refiner" },
                    "alias": { "$ref": "common/more.schema.json#/$defs/alias" }
                  }
                }
                """));

        Assert.Empty(run.Diagnostics);
        Assert.Empty(run.Compile());
        Assert.Contains("public Scheduler? Scheduler {", run.Sources["More.Shared.g.cs"], StringComparison.Ordinal);
        Assert.Contains("public Frame? Alias {", run.Sources["DemoRequest.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void AFileOfPlainValuesMakesNoTypes()
    {
        GeneratorRun run = GeneratorHarness.Run((Path, """{"$defs":{"steps":{"type":"integer"}}}"""));

        Assert.Empty(run.Diagnostics);
        Assert.Empty(run.Sources);
    }

    [Theory]
    [InlineData("""{"$defs":{"a":{"type":"integer"}}}""", true)]
    [InlineData("""{"$schema":"x","$id":"y","$comment":"z","title":"t","description":"d","$defs":{}}""", true)]
    [InlineData("""{"properties":{"a":{}},"$defs":{}}""", false)]
    [InlineData("""{"$defs":{},"type":"object"}""", false)]
    [InlineData("""{"title":"$defs"}""", false)]
    [InlineData("""["$defs"]""", false)]
    [InlineData("""{"$defs":{"a":""", true)]
    [InlineData("""{"$defs":{},"\ud800":1}""", true)]
    [InlineData("", false)]
    public void AFileIsSharedWhenItHasDefinitionsAndNothingElse(string text, bool isShared) =>
        Assert.Equal(isShared, new Generator.Parser.CardFile(Path, text).IsShared);

    private static string Card(string definition) =>
        $$"""{"properties":{"value":{"$ref":"common/sampling.schema.json#/$defs/{{definition}}"} } }""";
}
