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
        Assert.Contains($" {id}: ", Assert.Single(Run(Examples(id)[0]).Diagnostics), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void TheFixIsACard(string id)
    {
        if (Examples(id) is not [.., var fix] || id is "CARD0009" or "CARD0013")
            return;
        GeneratorRun run = Run(fix);

        Assert.Empty(run.Diagnostics);
        Assert.NotEmpty(run.Sources);
    }

    private static GeneratorRun Run(string card) =>
        GeneratorHarness.Run([(GeneratorHarness.DefaultPath, card), .. Repository.SharedDefinitions]);

    private static string[] Examples(string id) =>
        [.. Json().Matches(File.ReadAllText(Repository.At($"generator/docs/rules/{id}.md"))).Select(match => match.Groups[1].Value)];

    [GeneratedRegex("```json\n(.*?)\n```", RegexOptions.Singleline)]
    private static partial Regex Json();
}
