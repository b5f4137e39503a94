namespace ModelCards.Generator.Tests.Analyzers;

/// <summary>Each wrong snippet is reported once, at its marked place, with its number.</summary>
public sealed class WrongSnippetTests
{
    private static readonly (string Id, string Code)[] All =
        [.. WrongValues.Numbers, .. WrongValues.Constants, .. WrongValues.Texts, .. WrongValues.Lists, .. WrongRules.All];

    public static TheoryData<string, string> Snippets
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach ((string id, string code) in All)
                data.Add(id, code);
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Snippets))]
    public void IsReportedOnceAtItsPlace(string id, string code) => Snippet.Studio.Reports(Snippet.File(code), asPackage: true, id);

    [Fact]
    public void TheSameIsReportedWhereTheCardsAreInTheSameProject() => Snippet.Studio.Reports(
        Snippet.Header + string.Concat(All.Select((snippet, index) => Snippet.Method(snippet.Code, $"Code{index}"))),
        asPackage: false,
        [.. All.Select(snippet => snippet.Id)]);

    [Fact]
    public void ThereAreManyAndNoneTwice()
    {
        Assert.True(All.Length >= 150, $"There are {All.Length}.");
        Assert.Equal(All.Length, All.Select(snippet => snippet.Code).Distinct().Count());
    }
}
