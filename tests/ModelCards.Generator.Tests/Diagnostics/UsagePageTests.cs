using System.Text.RegularExpressions;
using ModelCards.Generator.Tests.Harness;

namespace ModelCards.Generator.Tests.Diagnostics;

/// <summary>The examples on the pages about code do what the pages say.</summary>
public sealed partial class UsagePageTests
{
    private static readonly Lazy<UsageHarness> OurCards = new(() => new UsageHarness(Repository.Cards));

    public static TheoryData<string> Pages => [.. Repository.UsagePages];

    [Theory]
    [MemberData(nameof(Pages))]
    public void TheExampleIsReportedAndTheFixIsNot(string id)
    {
        string page = File.ReadAllText(Repository.At($"generator/docs/rules/{id}.md"));
        string? card = Json().Match(page) is { Success: true } match ? match.Groups[1].Value : null;
        UsageHarness cards = card is null ? OurCards.Value : new UsageHarness((GeneratorHarness.DefaultPath, card));
        string[] examples = [.. CSharp().Matches(page).Select(code => code.Groups[1].Value)];

        Assert.Equal(2, examples.Length);
        Assert.Equal(id, Assert.Single(cards.Analyze(Method(examples[0]))).Id);
        Assert.Empty(cards.Analyze(Method(examples[1])));
    }

    private static string Method(string code) => $$"""
        using System;
        using System.Threading.Tasks;
        using Demo;
        using ModelCards;

        class Example
        {
            async Task Run(RunwareClient client)
            {
                {{code}}
                await Task.CompletedTask;
            }
        }
        """;

    [GeneratedRegex("```json\n(.*?)\n```", RegexOptions.Singleline)]
    private static partial Regex Json();

    [GeneratedRegex("```csharp\n(.*?)\n```", RegexOptions.Singleline)]
    private static partial Regex CSharp();
}
