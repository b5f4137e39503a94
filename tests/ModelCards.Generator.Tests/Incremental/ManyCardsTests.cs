using System.Globalization;
using Microsoft.CodeAnalysis;
using ModelCards.Generator.Specs;
using ModelCards.Generator.Tests.Harness;
using static Microsoft.CodeAnalysis.IncrementalStepRunReason;

namespace ModelCards.Generator.Tests.Incremental;

/// <summary>Five hundred cards in one project.</summary>
public sealed class ManyCardsTests
{
    private const int Count = 500;

    private readonly GeneratorHarness _project = new GeneratorHarness().WithCode("class Program;")
        .With(Enumerable.Range(0, Count).Select(number => (PathOf(number), Card(50))));

    [Fact]
    public void OneEditedCardIsOneChangedOutputAnd499CachedOnes()
    {
        _project.Run();
        GeneratorRun run = _project.With(PathOf(250), Card(60)).Run();

        Assert.Equal((1, Count - 1), Counted(run.Reasons(TrackingNames.Files)));
        Assert.Equal((1, Count - 1), Counted(run.Reasons(TrackingNames.Cards)));
        Assert.Equal((1, Count - 1), Counted(run.Reasons(TrackingNames.Specs)));
        Assert.Equal((1, Count - 1), Counted(Outputs(run)));
        Assert.Equal((0, 1), Counted(run.Reasons(TrackingNames.Catalog)));
    }

    [Fact]
    public void AKeystrokeInCSharpIsNoStepAtAll()
    {
        _project.Run();
        GeneratorRun run = _project.WithCode("class Program { int x; }").Run();

        IEnumerable<IncrementalStepRunReason> reasons = run.Result.TrackedSteps.Concat(run.Result.TrackedOutputSteps)
            .Where(step => step.Key.StartsWith(nameof(TrackingNames.Files), StringComparison.Ordinal) || Names.Contains(step.Key))
            .SelectMany(step => step.Value).SelectMany(step => step.Outputs).Select(output => output.Reason);
        Assert.All(reasons, reason => Assert.True(reason is Cached or Unchanged));
        Assert.Equal((0, Count), Counted(Outputs(run)));
    }

    private static readonly string[] Names =
    [
        TrackingNames.Files, TrackingNames.Shared, TrackingNames.Cards, TrackingNames.Definitions, TrackingNames.Specs,
        TrackingNames.Diagnostics, TrackingNames.Collisions, TrackingNames.Catalog,
    ];

    private static string PathOf(int number) => $"/project/schemas/card-{number.ToString("D3", CultureInfo.InvariantCulture)}.schema.json";

    private static string Card(int maximum) =>
        $$"""{ "properties": { "steps": { "type": "integer", "maximum": {{maximum.ToString(CultureInfo.InvariantCulture)}} }, "mode": { "enum": ["a", "b"] } } }""";

    private static IEnumerable<IncrementalStepRunReason> Outputs(GeneratorRun run) => run.Result.TrackedOutputSteps
        .SelectMany(step => step.Value)
        .Where(step => step.Inputs[0].Source.Outputs[step.Inputs[0].OutputIndex].Value is RequestSpec)
        .SelectMany(step => step.Outputs).Select(output => output.Reason);

    private static (int Changed, int Cached) Counted(IEnumerable<IncrementalStepRunReason> reasons)
    {
        IncrementalStepRunReason[] all = [.. reasons];
        return (all.Count(reason => reason is Modified or New or Removed), all.Count(reason => reason is Cached or Unchanged));
    }
}
