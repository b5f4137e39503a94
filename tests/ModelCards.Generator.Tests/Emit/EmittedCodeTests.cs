using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Formatting;
using ModelCards.Generator.Tests.Harness;

namespace ModelCards.Generator.Tests.Emit;

/// <summary>What holds of every file that is emitted, for small cards, for the real ones and for published documents.</summary>
public sealed partial class EmittedCodeTests
{
    private static readonly Dictionary<string, (string Path, string Text)[]> Sets = new(SnapshotCards.All)
    {
        ["the five cards"] = Repository.Cards,
        ["published documents"] = Repository.PublishedDocuments,
    };

    private static readonly AdhocWorkspace Workspace = new();

    public static TheoryData<string> Names => [.. Sets.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void ItCompilesWithoutWarnings(string name)
    {
        foreach (LanguageVersion version in (LanguageVersion[])[LanguageVersion.CSharp12, LanguageVersion.Preview])
        {
            GeneratorRun run = new GeneratorHarness(version).With(Sets[name]).Run();

            Assert.Empty(run.Diagnostics);
            Assert.Empty(run.Compile());
        }
    }

    [Theory]
    [InlineData("Acme.ModelCards")]
    [InlineData("Acme.System.Text")]
    [InlineData("My Shop-2.class")]
    [InlineData("ModelCards.Requests")]
    [InlineData("9")]
    public void ItCompilesInAProjectOfAnyName(string rootNamespace)
    {
        GeneratorRun run = new GeneratorHarness(properties: ("RootNamespace", rootNamespace)).With(SnapshotCards.All["Everything"]).Run();

        Assert.Empty(run.Diagnostics);
        Assert.Empty(run.Compile());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void ItIsFormattedAsTheFormatterWould(string name)
    {
        foreach ((string hint, string text) in GeneratorHarness.Run(Sets[name]).Sources)
        {
            SyntaxNode formatted = Formatter.Format(CSharpSyntaxTree.ParseText(text).GetRoot(), Workspace);

            Assert.True(formatted.ToFullString() == text, $"{hint}: {FirstDifference(text, formatted.ToFullString())}");
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void ItsLinesAreTidy(string name)
    {
        foreach ((string hint, string text) in GeneratorHarness.Run(Sets[name]).Sources)
        {
            Assert.DoesNotContain('\r', text);
            Assert.DoesNotContain('\t', text);
            Assert.DoesNotContain("\n\n\n", text, StringComparison.Ordinal);
            Assert.DoesNotContain("{\n\n", text, StringComparison.Ordinal);
            Assert.DoesNotMatch(@"\n\n\s*\}", text);
            Assert.DoesNotMatch(@"[ \t]\n", text);
            Assert.EndsWith("}\n", text, StringComparison.Ordinal);
            Assert.False(text.EndsWith("\n\n", StringComparison.Ordinal), hint);
            Assert.All(Texts().Replace(text, "\"\"").Split('\n'), line => Assert.InRange(line.Length, 0, 140));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void ItIsTheSameInEveryCultureAndForEveryOrderOfFiles(string name)
    {
        IReadOnlyDictionary<string, string> sources = GeneratorHarness.Run(Sets[name]).Sources;

        foreach (string culture in (string[])["tr-TR", "de-DE", "ar-SA"])
            Assert.Equal(sources, Culture.In(culture, () => GeneratorHarness.Run(Sets[name]).Sources));
        Assert.Equal(sources, GeneratorHarness.Run([.. Sets[name].Reverse()]).Sources.Reverse().ToDictionary());
    }

    [Fact]
    public void PathsOfTheMachineDoNotShow()
    {
        foreach (string text in GeneratorHarness.Run(Repository.Cards).Sources.Values)
            Assert.DoesNotContain("/project", text, StringComparison.Ordinal);
    }

    /// <summary>Texts of the card, which are not broken.</summary>
    [GeneratedRegex("\"\"\"[^\"].*?\"\"\"u8|\"(\\\\.|[^\"\\\\\n])*\"", RegexOptions.Singleline)]
    private static partial Regex Texts();

    private static string FirstDifference(string ours, string theirs)
    {
        (string, string) line = ours.Split('\n').Zip(theirs.Split('\n')).FirstOrDefault(pair => pair.First != pair.Second);
        return $"\nours:   {line.Item1}\ntheirs: {line.Item2}";
    }
}
