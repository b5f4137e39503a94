using ModelCards.Generator.Tests.Harness;

namespace ModelCards.Generator.Tests.Emit;

public sealed class SnapshotTests
{
    public static TheoryData<string> Names => [.. SnapshotCards.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void TheCodeIsThatOfTheSnapshot(string name)
    {
        GeneratorRun run = GeneratorHarness.Run(SnapshotCards.All[name]);

        Assert.Empty(run.Diagnostics);
        Snapshot.Match(name, run);
    }

    [Fact]
    public void EverySnapshotIsThatOfACard() => Assert.Equal(
        SnapshotCards.All.Keys.Order(StringComparer.Ordinal),
        Directory.EnumerateDirectories(Path.Combine(
            Repository.ProjectDirectory,
            "Snapshots")).Select(folder => Path.GetFileName(folder)!).Order(StringComparer.Ordinal));
}
