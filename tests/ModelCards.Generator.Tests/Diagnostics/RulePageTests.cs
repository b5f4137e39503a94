using System.Text.RegularExpressions;
using ModelCards.Generator.Tests.Harness;

namespace ModelCards.Generator.Tests.Diagnostics;

/// <summary>The examples on the pages of the rules do what the pages say.</summary>
public sealed partial class RulePageTests
{
    public static TheoryData<string> Pages => [.. Repository.RulePages];

    [Theory]
    [MemberData(nameof(Pages))]
    public void TheExampleFailsWithTheRule(string id)
    {
        // What needs two files, a flood, or a defect of ours is not on the page as one card.
        if (id is "CARD0008" or "CARD0009" or "CARD0013")
            return;
        string example = Examples(id)[0];

        Assert.Contains($" {id}: ", Assert.Single(Run(example).Diagnostics.Concat(CardAnalysis.Of(Files(example)))), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void TheFixIsACard(string id)
    {
        if (Examples(id) is not [.., var fix] || id is "CARD0009" or "CARD0013")
            return;
        GeneratorRun run = Run(fix);

        Assert.Empty(run.Diagnostics);
        Assert.Empty(CardAnalysis.Of(Files(fix)));
        Assert.NotEmpty(run.Sources);
    }

    private static GeneratorRun Run(string card) => GeneratorHarness.Run(Files(card));

    private static (string Path, string Text)[] Files(string card) => [(GeneratorHarness.DefaultPath, card), .. Repository.SharedDefinitions];

    private static string[] Examples(string id) =>
        [.. Json().Matches(File.ReadAllText(Repository.At($"generator/docs/rules/{id}.md"))).Select(match => match.Groups[1].Value)];

    [GeneratedRegex("```json\n(.*?)\n```", RegexOptions.Singleline)]
    private static partial Regex Json();
}
