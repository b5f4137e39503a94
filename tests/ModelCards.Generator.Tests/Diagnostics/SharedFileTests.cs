using ModelCards.Generator.Tests.Harness;

namespace ModelCards.Generator.Tests.Diagnostics;

/// <summary>What is wrong with a file of shared definitions is reported there, once, and costs the cards that use it.</summary>
public sealed class SharedFileTests
{
    private static readonly MarkedFile User = Card("user.schema.json", "bad");
    private static readonly MarkedFile SecondUser = Card("second.schema.json", "bad");
    private static readonly MarkedFile Bystander = Card("bystander.schema.json", "good");

    [Theory]
    [InlineData("""{"$defs":{"good":{"type":"string"},"bad":{[|"unevaluatedItems"|]:true}}}""",
        "CARD0003: The keyword 'unevaluatedItems' is not supported, and skipping it would accept what the card forbids; use items")]
    [InlineData(
        """{"$defs":{"good":{"enum":["a","b"]},"bad":{"pattern":[|"("|]}}}""",
        "CARD0011: The pattern '(' cannot be run: the parenthesis at 0 is not closed")]
    [InlineData(
        """{"$defs":{"good":{},"bad":{"items":{"$ref":[|"#/$defs/bad"|]}}}}""",
        "CARD0006: The reference '#/$defs/bad' leads back to itself; a request cannot be nested without end")]
    [InlineData(
        """{"$defs":{"good":{},"bad":{"$ref":[|"#/$defs/gone"|]}}}""",
        "CARD0005: The reference '#/$defs/gone' leads nowhere: there is no 'gone'; there are good, bad")]
    public void ABadDefinitionCostsItsUsersAndNobodyElse(string text, string said)
    {
        var shared = new MarkedFile("common/shared.schema.json", text);
        GeneratorRun run = GeneratorHarness.Run(User.File, SecondUser.File, Bystander.File, shared.File);

        Assert.Equal(shared.Expect(said), run.Diagnostics);
        Assert.Contains("BystanderRequest.g.cs", run.Sources.Keys);
        Assert.DoesNotContain("UserRequest.g.cs", run.Sources.Keys);
        Assert.DoesNotContain("SecondRequest.g.cs", run.Sources.Keys);
        Assert.Empty(run.Compile());
    }

    [Fact]
    public void ABrokenFileIsReportedOnceAndNotByItsUsers()
    {
        var shared = new MarkedFile("common/shared.schema.json", """{"$defs":{"good":{"type":"string"},"bad":{"type":[|s|]tring}}}""");
        GeneratorRun run = GeneratorHarness.Run(User.File, SecondUser.File, Bystander.File, shared.File);

        Assert.Equal(shared.Expect("CARD0001: The card is not valid JSON: 's' is an invalid start of a value"), run.Diagnostics);
        Assert.Empty(run.Sources);
    }

    [Fact]
    public void WhatIsWrongOnlyInTheCompanyOfACardIsReportedAtItsReference()
    {
        var card = new MarkedFile("user.schema.json", """{"properties":{"a":{"$ref":[|"common/shared.schema.json#/$defs"|]},"b":{}}}""");
        var shared = new MarkedFile("common/shared.schema.json", """{"$defs":{"good":{"type":"string"}}}""");
        GeneratorRun run = GeneratorHarness.Run(card.File, shared.File);

        Assert.Equal(
            card.Expect(
                "CARD0003: The keyword 'good' is not supported, and skipping it would accept what the card forbids; remove it, or "
                    + "begin its name with x- if it only informs"),
            run.Diagnostics);
    }

    [Fact]
    public void AKeywordBesideTheReferenceIsReportedInTheCard()
    {
        var card = new MarkedFile("user.schema.json", """
            {
              "properties": { "a": { "$ref": "common/shared.schema.json#/$defs/good", [|"unevaluatedItems"|]: true, "minimum": [|"1"|] } }
            }
            """);
        var shared = new MarkedFile("common/shared.schema.json", """{"$defs":{"good":{"type":"string"}}}""");
        GeneratorRun run = GeneratorHarness.Run(card.File, shared.File);

        Assert.Equal(
            card.Expect(
                "CARD0003: The keyword 'unevaluatedItems' is not supported, and skipping it would accept what the card forbids; use items",
                "CARD0004: 'minimum' must be a number").Order(StringComparer.Ordinal),
            run.Diagnostics);
    }

    [Fact]
    public void DefinitionsMustBeAnObject()
    {
        var shared = new MarkedFile("common/shared.schema.json", """{"$defs":[|[]|]}""");

        Assert.Equal(
            shared.Expect("CARD0004: '$defs' must be an object whose members are schemas"),
            GeneratorHarness.Run(shared.File).Diagnostics);
    }

    [Fact]
    public void ADefinitionThatIsNoSchemaCostsItselfAlone()
    {
        var shared = new MarkedFile("common/shared.schema.json", """{"$defs":{"good":{"enum":["a","b"]},"bad":[|5|]}}""");
        GeneratorRun run = GeneratorHarness.Run(Bystander.File, shared.File);

        Assert.Equal(shared.Expect("CARD0004: 'bad' must be a schema: an object, true or false"), run.Diagnostics);
        Assert.Contains("BystanderRequest.g.cs", run.Sources.Keys);
        Assert.Empty(run.Compile());
    }

    private static MarkedFile Card(string name, string definition) =>
        new(name, $$"""{"properties":{"a":{"$ref":"common/shared.schema.json#/$defs/{{definition}}"} } }""");
}
