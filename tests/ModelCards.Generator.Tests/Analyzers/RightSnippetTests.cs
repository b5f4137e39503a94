namespace ModelCards.Generator.Tests.Analyzers;

/// <summary>No snippet that is right, or that only the running program can judge, is reported.</summary>
public sealed class RightSnippetTests
{
    private static readonly string[] All = [.. RightValues.Allowed, .. RightValues.Undecidable, .. RightRules.All];

    public static TheoryData<string> Snippets => [.. All];

    [Theory]
    [MemberData(nameof(Snippets))]
    public void IsNotReported(string code) => Snippet.Studio.Reports(Snippet.File(code), asPackage: true);

    [Fact]
    public void NothingIsReportedWhereTheCardsAreInTheSameProject() => Snippet.Studio.Reports(
        Snippet.Header + string.Concat(All.Select((code, index) => Snippet.Method(code, $"Code{index}"))), asPackage: false);

    [Fact]
    public void ThereAreManyAndNoneTwice()
    {
        Assert.True(All.Length >= 150, $"There are {All.Length}.");
        Assert.Equal(All.Length, All.Distinct().Count());
    }
}
