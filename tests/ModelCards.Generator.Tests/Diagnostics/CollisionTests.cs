using ModelCards.Generator.Parser;
using ModelCards.Generator.Specs;
using ModelCards.Generator.Tests.Harness;

namespace ModelCards.Generator.Tests.Diagnostics;

/// <summary>Names that only one may have, and defects of our own.</summary>
public sealed class CollisionTests
{
    private const string Card = """{"properties":{"a":{"type":"string"}}}""";
    private const string Advice = "; rename one of them, or give it another \"x-csharp-name\"";

    [Theory]
    [InlineData("a/demo.schema.json", "b/demo.schema.json", "a/demo.schema.json and b/demo.schema.json both become 'DemoRequest'")]
    [InlineData(
        "foo-bar.schema.json",
        "fooBar.schema.json",
        "schemas/foo-bar.schema.json and schemas/fooBar.schema.json both become 'FooBarRequest'")]
    [InlineData("Demo.schema.json", "demo.schema.json", "schemas/Demo.schema.json and schemas/demo.schema.json both become 'DemoRequest'")]
    public void TheSecondOfTwoCardsOfOneNameIsReportedAndTheFirstIsMade(string first, string second, string words)
    {
        var winner = new MarkedFile(first, Card);
        var loser = new MarkedFile(second, "[||]" + Card);
        GeneratorRun run = GeneratorHarness.Run(loser.File, winner.File, ("/project/schemas/other.schema.json", Card));

        Assert.Equal(loser.Expect($"CARD0008: {words} in C#" + Advice), run.Diagnostics);
        Assert.Equal(7, run.Sources.Count);
        Assert.Empty(run.Compile());
    }

    [Theory]
    [InlineData("mode", """{"properties":{"bMode":{"enum":["x","y"]}}}""", "ABMode")]
    [InlineData("modeMember", """{"properties":{"bMode":{"enum":["x","y"]}}}""", "ABModeMember")]
    [InlineData("modeBuilder", """{"properties":{"bMode":{"type":"object","properties":{"x":{}}}}}""", "ABModeBuilder")]
    public void TypesOfTwoCardsCollideToo(string property, string other, string type)
    {
        var a = new MarkedFile("a.schema.json", other);
        var ab = new MarkedFile("a-b.schema.json", $$"""{"properties":{"{{property}}":{"enum":["x","y"]} } }""");
        GeneratorRun run = GeneratorHarness.Run(a.File, ab.File);

        Assert.EndsWith(
            $"schemas/a-b.schema.json and schemas/a.schema.json both become '{type}' in C#" + Advice,
            Assert.Single(run.Diagnostics),
            StringComparison.Ordinal);
        Assert.Contains("ABRequest.g.cs", run.Sources.Keys);
        Assert.DoesNotContain("ARequest.g.cs", run.Sources.Keys);
        Assert.Empty(run.Compile());
    }

    [Theory]
    [InlineData("""{"$defs":{"foo-bar":{"enum":["a","b"]},[|"fooBar"|]:{"enum":["c","d"]}}}""", "fooBar", "FooBar")]
    [InlineData("""{"$defs":{"a":{"type":"object","properties":{"b":{"enum":["a","b"]}}},[|"aB"|]:{"enum":["c","d"]}}}""", "aB", "AB")]
    [InlineData("""{"$defs":{[|"member"|]:{"enum":["a","b"]}}}""", "member", "Member")]
    [InlineData("""{"$defs":{[|"uri"|]:{"type":"object","properties":{"a":{}}}}}""", "uri", "Uri")]
    [InlineData("""{"$defs":{[|"media"|]:{"type":"object","properties":{"input":{"enum":["a","b"]}}}}}""", "media", "MediaInput")]
    public void TypesOfSharedDefinitionsCollideWithEachOtherAndWithOurs(string text, string definition, string type)
    {
        var shared = new MarkedFile("common/shared.schema.json", text);

        Assert.Equal(
            shared.Expect(
                $"CARD0008: A type of the definition '{definition}' and one that is there already both become '{type}' in C#" + Advice),
            GeneratorHarness.Run(shared.File).Diagnostics);
    }

    [Fact]
    public void OfTwoFilesWithOneDefinitionTheSecondLosesThatTypeAlone()
    {
        var first = new MarkedFile("common/a.schema.json", """{"$defs":{"lora":{"enum":["a","b"]}}}""");
        var second = new MarkedFile("common/b.schema.json", """[||]{"$defs":{"mode":{"enum":["a","b"]},"lora":{"enum":["c","d"]}}}""");
        GeneratorRun run = GeneratorHarness.Run(first.File, second.File, ("/project/schemas/user.schema.json", """
            {"properties":{"mode":{"$ref":"common/b.schema.json#/$defs/mode"}}}
            """));

        Assert.Equal(
            second.Expect("CARD0008: common/a.schema.json and common/b.schema.json both become 'Lora' in C#" + Advice),
            run.Diagnostics);
        Assert.Contains("UserRequest.g.cs", run.Sources.Keys);
        Assert.Empty(run.Compile());
    }

    [Fact]
    public void TwoFilesOfDefinitionsOfOneNameDoNotCrash()
    {
        GeneratorRun run = GeneratorHarness.Run(
            ("/project/schemas/common/x.schema.json", """{"$defs":{"lora":{"enum":["a","b"]}}}"""),
            ("/project/schemas/other/x.schema.json", """{"$defs":{"mode":{"enum":["a","b"]}}}"""));

        Assert.EndsWith(
            "common/x.schema.json and other/x.schema.json both become 'X.Shared' in C#" + Advice,
            Assert.Single(run.Diagnostics),
            StringComparison.Ordinal);
        Assert.Equal(["X.Shared.g.cs"], run.Sources.Keys);
    }

    [Fact]
    public void AnotherNameEndsTheCollision()
    {
        GeneratorRun run = GeneratorHarness.Run(
            ("/project/schemas/a/demo.schema.json", Card),
            ("/project/schemas/b/demo.schema.json", Card.Insert(1, "\"x-csharp-name\":\"OtherDemo\",")),
            ("/project/schemas/common/shared.schema.json", """{"$defs":{"uri":{"x-csharp-name":"Address","enum":["a","b"]}}}"""));

        Assert.Empty(run.Diagnostics);
        Assert.Empty(run.Compile());
        Assert.Contains("OtherDemoRequest.g.cs", run.Sources.Keys);
    }

    [Fact]
    public void ADefectOfOursCostsOneFileAndSaysSo()
    {
        var broken = new SharedDefinitions(new EquatableArray<CardFile>([null!]));
        Result<RequestSpec> result = ModelCardParser.ParseCard(
            new CardFile(GeneratorHarness.DefaultPath, """{"properties":{"a":{"$ref":"x.schema.json"}}}"""), broken, "Demo");

        DiagnosticInfo defect = Assert.Single(result.Diagnostics);
        Assert.Null(result.Value);
        Assert.Equal("CARD0013", defect.Descriptor.Id);
        Assert.Equal(
            "The generator failed on this card (NullReferenceException: Object reference not set to an instance of an object.); "
                + "please report it with the card",
            defect.ToDiagnostic().GetMessage(System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(new LocationInfo(GeneratorHarness.DefaultPath, default, default), defect.Location);
    }

    [Fact]
    public void ABadCardLeavesTheOthersAsTheyWere()
    {
        GeneratorRun alone = GeneratorHarness.Run(("/project/schemas/good.schema.json", Card));
        GeneratorRun together = GeneratorHarness.Run(
            ("/project/schemas/bad.schema.json", "{"),
            ("/project/schemas/good.schema.json", Card),
            ("/project/schemas/worse.schema.json", """{"properties":{"a":{"type":"none"}}}"""));

        Assert.Equal(2, together.Diagnostics.Count);
        Assert.Equal(alone.Sources, together.Sources);
    }
}
