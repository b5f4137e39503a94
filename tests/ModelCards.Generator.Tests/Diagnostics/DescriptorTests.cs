using System.Reflection;
using Microsoft.CodeAnalysis;
using ModelCards.Generator.Diagnostics;
using ModelCards.Generator.Tests.Harness;

namespace ModelCards.Generator.Tests.Diagnostics;

/// <summary>Every diagnostic is complete: number, release row, page, link and test.</summary>
public sealed class DescriptorTests
{
    private static readonly DiagnosticDescriptor[] OfCards = Fields<DiagnosticDescriptor>(typeof(DiagnosticDescriptors));
    private static readonly DiagnosticDescriptor[] OfUsage = Fields<DiagnosticDescriptor>(typeof(UsageDescriptors));
    private static readonly DiagnosticDescriptor[] Descriptors = [.. OfCards, .. OfUsage];

    public static TheoryData<string> Ids => [.. Descriptors.Select(descriptor => descriptor.Id)];

    [Fact]
    public void NumbersAreDenseAndUnique()
    {
        Assert.Equal(Enumerable.Range(1, OfCards.Length).Select(number => $"CARD{number:D4}"), Sorted(OfCards.Select(descriptor => descriptor.Id)));
        Assert.Equal(Enumerable.Range(101, OfUsage.Length).Select(number => $"CARD{number:D4}"), Sorted(OfUsage.Select(descriptor => descriptor.Id)));
    }

    [Fact]
    public void EveryNumberIsAConstantOfItsOwn() => Assert.Equal(
        Sorted(Descriptors.Select(descriptor => descriptor.Id)),
        Sorted(Fields<string>(typeof(DiagnosticIds)).Concat(Fields<string>(typeof(UsageIds)))));

    [Fact]
    public void SomeAnalyzerReportsEachThatIsAboutUsage() => Assert.Equal(
        OfUsage.OrderBy(descriptor => descriptor.Id, StringComparer.Ordinal),
        UsageHarness.Analyzers.SelectMany(analyzer => analyzer.SupportedDiagnostics).OrderBy(descriptor => descriptor.Id, StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Ids))]
    public void ItsTextsAreSentences(string id)
    {
        DiagnosticDescriptor descriptor = Of(id);

        Assert.Equal(id == UsageIds.ApiKeyInSource ? "Security" : "ModelCard", descriptor.Category);
        Assert.True(descriptor.IsEnabledByDefault);
        Assert.DoesNotMatch("[.]$", Text(descriptor.Title));
        Assert.DoesNotMatch("[.]$", Text(descriptor.MessageFormat));
        Assert.EndsWith(".", Text(descriptor.Description), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void ItHasARowInTheTablesOfReleases(string id)
    {
        string[] tables =
        [
            Repository.At("generator/ModelCards.Generator/AnalyzerReleases.Shipped.md"),
            Repository.At("generator/ModelCards.Generator/AnalyzerReleases.Unshipped.md"),
        ];
        IEnumerable<string> rows = tables.SelectMany(File.ReadLines).Where(line => line.StartsWith(id, StringComparison.Ordinal));

        DiagnosticDescriptor descriptor = Of(id);
        Assert.Equal([id, descriptor.Category, $"{descriptor.DefaultSeverity}", Text(descriptor.Title)], Assert.Single(rows).Split('|').Select(cell => cell.Trim()));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void ItHasAPageThatSaysWhatWhyAndHow(string id)
    {
        string[] lines = File.ReadAllLines(Repository.At($"generator/docs/rules/{id}.md"));

        Assert.EndsWith($"/generator/docs/rules/{id}.md", Of(id).HelpLinkUri, StringComparison.Ordinal);
        Assert.Equal($"# {id}: {Text(Of(id).Title)}", lines[0]);
        Assert.InRange(lines.Length, 10, 40);
        Assert.Equal(["## Why", "## Example", "## Fix"], lines.Where(line => line.StartsWith("## ", StringComparison.Ordinal)));
        Assert.All(lines, line => Assert.InRange(line.Length, 0, 120));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void ItHasARowInTheTableOfPages(string id) => Assert.Contains(
        $"| [{id}]({id}.md) | {Of(id).DefaultSeverity} | {Text(Of(id).Title)} |",
        File.ReadLines(Repository.At("generator/docs/rules/README.md")));

    [Fact]
    public void EveryPageIsThatOfADiagnostic() =>
        Assert.Equal(Sorted(Descriptors.Select(descriptor => descriptor.Id)), [.. Repository.RulePages, .. Repository.UsagePages]);

    [Theory]
    [MemberData(nameof(Ids))]
    public void SomeTestExpectsIt(string id) => Assert.Contains(
        Directory.EnumerateFiles(Repository.ProjectDirectory, "*.cs", SearchOption.AllDirectories),
        file => File.ReadAllText(file).Contains($"{id}", StringComparison.Ordinal));

    private static T[] Fields<T>(Type type) =>
        [.. type.GetFields(BindingFlags.Static | BindingFlags.Public).Select(field => field.GetValue(null)).OfType<T>()];

    private static IEnumerable<string> Sorted(IEnumerable<string> ids) => ids.Order(StringComparer.Ordinal);

    private static DiagnosticDescriptor Of(string id) => Descriptors.Single(descriptor => descriptor.Id == id);

    private static string Text(LocalizableString text) => text.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
