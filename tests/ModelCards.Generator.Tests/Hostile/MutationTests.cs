namespace ModelCards.Generator.Tests.Hostile;

/// <summary>
/// A few thousand spoilt cards: each gives a request type that compiles and that the runtime can read, or an error in its
/// file, and no text of it becomes code. The benchmarks have a longer run that also looks for hangs.
/// </summary>
public sealed class MutationTests
{
    [Theory]
    [InlineData("class A { int injected_by_text; }", true)]
    [InlineData("/* */ injected_by_text /* */", true)]
    [InlineData("#error injected_by_text", true)]
    [InlineData("#if X\ninjected_by_text\n#endif", true)]
    [InlineData("class A { string a = $\"{injected_by_text}\"; }", true)]
    [InlineData("class A { string a = \"injected_by_text\"; }", false)]
    [InlineData("/// <summary>injected_by_text</summary>\nclass A { } // injected_by_text", false)]
    [InlineData("class A { System.ReadOnlySpan<byte> a => \"\"\"\n  injected_by_text\n  \"\"\"u8; }", false)]
    public void ATextThatIsCodeIsFound(string source, bool isFound) => Assert.Equal(isFound, MutantBatch.IsInjected(source));

    [Fact]
    public void SmallCards() => Judge(MutantFamily.SmallCards.Spoil(2000, 250));

    [Fact]
    public void ACardThatUsesEverything() => Judge(MutantFamily.Everything.Spoil(400, 100));

    [Fact]
    public void TheFiveCards() => Judge(MutantFamily.FiveCards.Spoil(100, 50));

    [Fact]
    public void PublishedDocuments() => Judge(MutantFamily.PublishedDocuments.Spoil(60, 30));

    [Fact]
    public void SharedDefinitions() => Judge(MutantFamily.Everything.SpoilShared(60));

    private static void Judge(IEnumerable<MutantBatch> batches)
    {
        MutantVerdict[] verdicts = [.. batches.AsParallel().Select(batch => batch.Judge())];
        string[] faults =
            [.. verdicts.SelectMany(verdict => verdict.Faults).Select(fault => $"{fault.Kind}, {fault.Path}: {fault.What}").Take(20)];

        Assert.True(faults.Length == 0, string.Join('\n', faults));
        // Spoilt too much or too little, they would show nothing.
        int cards = verdicts.Sum(verdict => verdict.Times.Length);
        Assert.InRange(verdicts.Sum(verdict => verdict.Accepted), cards / 10, cards * 9 / 10);
        Assert.InRange(verdicts.Sum(verdict => verdict.Planted), 1, int.MaxValue);
    }
}
