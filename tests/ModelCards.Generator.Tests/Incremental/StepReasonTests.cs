using Microsoft.CodeAnalysis;
using ModelCards.Generator.Tests.Harness;
using static Microsoft.CodeAnalysis.IncrementalStepRunReason;

namespace ModelCards.Generator.Tests.Incremental;

/// <summary>What an edit costs: which steps run again, and which outputs are emitted anew.</summary>
public sealed class StepReasonTests
{
    private const string A = "/project/schemas/a.schema.json";
    private const string B = "/project/schemas/b.schema.json";
    private const string C = "/project/schemas/c.schema.json";
    private const string Shared = "/project/schemas/common/shared.schema.json";

    private const string Card = """{"title":"T","properties":{"steps":{"type":"integer","description":"Steps.","maximum":50}}}""";
    private const string Referring = """{"properties":{"mode":{"$ref":"common/shared.schema.json#/$defs/mode"}}}""";
    private const string Definitions = """{"$defs":{"mode":{"enum":["a","b"]},"other":{"type":"integer"}}}""";

    private readonly GeneratorHarness _project = new GeneratorHarness()
        .WithCode("class Program;")
        .With(A, Card).With(B, Card).With(C, Referring).With(Shared, Definitions);

    public StepReasonTests() =>
        Expect(_project.Run(), cards: [New, New, New], definitions: [New], outputs: [New, New, New, New], catalog: New);

    [Fact]
    public void NothingIsDoneWhenNothingChanged() => ExpectAllCached(_project.Run());

    [Fact]
    public void AKeystrokeInCSharpCachesEverything() => ExpectAllCached(_project.WithCode("class Program { int x; }").Run());

    [Fact]
    public void EditingOneCardEmitsThatCardAlone() =>
        Expect(_project.With(B, Card.Replace("50", "60", StringComparison.Ordinal)).Run(),
            cards: [Cached, Modified, Cached], definitions: [Cached], outputs: [Cached, Modified, Cached, Cached], catalog: Cached);

    [Fact]
    public void ANewObjectWithEqualTextIsNoEdit() => ExpectAllCached(_project.With(B, new string(Card)).Run());

    [Fact]
    public void WhitespaceIsReadAndGivesTheSameSpec() =>
        Expect(_project.With(B, Card.Replace(",", ",\n  ", StringComparison.Ordinal)).Run(),
            cards: [Cached, Unchanged, Cached], definitions: [Cached], outputs: [Cached, Cached, Cached, Cached], catalog: Cached);

    [Fact]
    public void ADescriptionIsPartOfTheCode() =>
        Expect(_project.With(A, Card.Replace("Steps.", "All steps.", StringComparison.Ordinal)).Run(),
            cards: [Modified, Cached, Cached], definitions: [Cached], outputs: [Modified, Cached, Cached, Cached], catalog: Cached);

    [Fact]
    public void AnAddedCardIsNewAndChangesTheListOfCards() =>
        Expect(_project.With("/project/schemas/d.schema.json", Card).Run(),
            cards: [Cached, Cached, Cached, New], definitions: [Cached], outputs: [Cached, Cached, Cached, New, Cached], catalog: Modified);

    [Fact]
    public void ARemovedCardTakesItsCodeAlong()
    {
        GeneratorRun run = _project.Without(B).Run();

        Assert.Equal([Cached, Removed, Cached], run.Reasons(TrackingNames.Cards));
        Assert.DoesNotContain("BRequest.g.cs", run.Sources.Keys);
        Assert.Contains("ARequest.g.cs", run.Sources.Keys);
        Assert.DoesNotContain("BRequest", run.Sources["DemoCards.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void ARenamedCardIsAnotherCard()
    {
        GeneratorRun run = _project.Without(B).With("/project/schemas/renamed.schema.json", Card).Run();

        Assert.Equal(
            ["ARequest.g.cs", "CRequest.g.cs", "RenamedRequest.g.cs"],
            run.Sources.Keys.Where(name => name.EndsWith("Request.g.cs", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        Assert.Equal(Cached, run.Reasons(TrackingNames.Cards)[0]);
    }

    [Fact]
    public void EditingASharedDefinitionEmitsTheCardsThatUseIt() =>
        Expect(_project.With(Shared, Definitions.Replace("\"b\"", "\"b\",\"c\"", StringComparison.Ordinal)).Run(),
            cards: [Unchanged, Unchanged, Modified],
            definitions: [Modified],
            outputs: [Cached, Cached, Modified, Modified],
            catalog: Cached);

    [Fact]
    public void EditingADefinitionThatNoCardUsesEmitsNothing() =>
        Expect(_project.With(Shared, Definitions.Replace("integer", "number", StringComparison.Ordinal)).Run(),
            cards: [Unchanged, Unchanged, Unchanged], definitions: [Unchanged], outputs: [Cached, Cached, Cached, Cached], catalog: Cached);

    [Fact]
    public void AFileThatIsNoSchemaIsNotRead()
    {
        GeneratorRun run = _project.With("/project/readme.md", "# Words").Run();

        ExpectAllCached(run);
        Assert.Equal(4, run.Reasons(TrackingNames.Files).Count);
    }

    [Fact]
    public void AMovedErrorReportsAnewAndEmitsNothing()
    {
        string broken = Card.Replace("\"title\"", "\"unevaluatedItems\"", StringComparison.Ordinal);
        GeneratorRun first = _project.With(B, broken).Run();
        GeneratorRun second = _project.With(B, "\n" + broken).Run();

        Assert.Equal(["b.schema.json(2,2)-(2,20)"], second.Diagnostics.Select(text => text.Split(' ')[0]));
        Assert.Equal(first.Sources.Keys, second.Sources.Keys);
        Assert.Equal([Cached, Cached, Cached], OutputsOf(second));
        Assert.Equal([Cached, Modified, Cached], second.Reasons(TrackingNames.Diagnostics));
    }

    [Fact]
    public void ACollisionThatComesAndGoesCostsTheTwoCardsAlone()
    {
        GeneratorRun collided = _project.With("/project/schemas/other/b.schema.json", Card).Run();
        Assert.Contains("CARD0008", Assert.Single(collided.Diagnostics), StringComparison.Ordinal);
        Assert.Contains("BRequest.g.cs", collided.Sources.Keys);

        GeneratorRun parted = _project.Without("/project/schemas/other/b.schema.json").Run();
        Assert.Empty(parted.Diagnostics);
        Assert.Equal([Cached, Cached, Cached, Cached], OutputsOf(parted));
    }

    private static void ExpectAllCached(GeneratorRun run) =>
        Expect(run, cards: [Cached, Cached, Cached], definitions: [Cached], outputs: [Cached, Cached, Cached, Cached], catalog: Cached);

    private static void Expect(
        GeneratorRun run,
        IncrementalStepRunReason[] cards,
        IncrementalStepRunReason[] definitions,
        IncrementalStepRunReason[] outputs,
        IncrementalStepRunReason catalog)
    {
        Assert.Empty(run.Diagnostics);
        Assert.Equal(cards, run.Reasons(TrackingNames.Cards));
        Assert.Equal(definitions, run.Reasons(TrackingNames.Definitions));
        Assert.Equal(outputs, OutputsOf(run));
        Assert.Equal([catalog], run.Reasons(TrackingNames.Catalog).Select(reason => reason == Unchanged ? Cached : reason));
    }

    /// <summary>Why each file of a card, and then each of shared definitions, was emitted or not.</summary>
    private static IncrementalStepRunReason[] OutputsOf(GeneratorRun run) =>
    [
        .. run.Result.TrackedOutputSteps.SelectMany(step => step.Value)
            .Where(step => step.Outputs.Any(output => output.Value is not null) && Emits(step))
            .SelectMany(step => step.Outputs).Select(output => output.Reason),
    ];

    private static bool Emits(IncrementalGeneratorRunStep step) =>
        step.Inputs[0].Source.Outputs[step.Inputs[0].OutputIndex].Value is Generator.Specs.RequestSpec or Generator.Specs.SharedSpec;
}
