using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using Xunit;

namespace ModelCards.Runtime.Tests.Suites;

/// <summary>Holds <c>tests/OfficialSuites.md</c> to the tests that there are.</summary>
public sealed partial class OfficialSuitesTests
{
    private const string Defects = "Defects of the official clients";
    private const string DoesNotApply = "does not apply: ";

    private static readonly string Folder = typeof(OfficialSuitesTests).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(item => item.Key == "Tests").Value!;

    private static readonly IReadOnlyList<Row> Rows = Read();

    /// <summary>So that no case gets lost.</summary>
    [Fact]
    public void EverySectionHasAllOfItsCases() => Assert.Equal(
        [
            ("TypeScript: client", 19),
            ("TypeScript: configuration, content, contract, errors, files, registry", 30),
            ("TypeScript: polling over HTTP, retries, synchronous delivery", 18),
            ("TypeScript: edges of the transports", 30),
            ("TypeScript: validation, polling over a WebSocket, integration", 21),
            ("Python", 16),
            ("Older JavaScript, older Python", 22),
            ("Go", 25),
            (Defects, 15),
            ("Text streaming", 28),
        ],
        Rows.GroupBy(row => row.Section).Select(section => (section.Key, section.Select(row => row.Case).Distinct().Count())));

    [Fact]
    public void EveryCaseHasATestOrAReason() => Assert.DoesNotContain(Rows, row =>
        row.Case.Length == 0
        || (!TestName().IsMatch(row.Test)
            && !(row.Test.StartsWith(DoesNotApply, StringComparison.Ordinal) && row.Test.Length > DoesNotApply.Length + 10 && row.Section != Defects)));

    [Fact]
    public void EveryTestThatIsNamedIsThere()
    {
        HashSet<string> tests = Tests();

        Assert.True(tests.Count > 500, $"Only {tests.Count} tests were found.");
        Assert.DoesNotContain(Rows.SelectMany(row => TestName().Matches(row.Test)).Select(name => name.Groups[1].Value), name => !tests.Contains(name));
    }

    [Fact]
    public void TheDefectsAreNumberedThrough() => Assert.Equal(
        Enumerable.Range(1, 15), Rows.Where(row => row.Section == Defects).Select(row => int.Parse(row.Case.Split(' ')[0], CultureInfo.InvariantCulture)));

    private static List<Row> Read()
    {
        var rows = new List<Row>();
        string section = "";
        foreach (string line in File.ReadLines(Path.Combine(Folder, "OfficialSuites.md")))
        {
            if (line.StartsWith("## ", StringComparison.Ordinal))
                section = line[3..];
            if (!line.StartsWith('|') || line is "| Case | Test |" or "| --- | --- |")
                continue;
            string[] cells = [.. line.Split('|').Select(cell => cell.Trim())];
            Assert.True(cells.Length == 4, $"A row has two cells: {line}");
            rows.Add(new Row(section, cells[1], cells[2]));
        }

        return rows;
    }

    /// <summary>Every method of a class in the folder of the tests that has an attribute such as Fact or Theory.</summary>
    private static HashSet<string> Tests()
    {
        var tests = new HashSet<string>(StringComparer.Ordinal);
        foreach (string file in Directory.EnumerateFiles(Folder, "*Tests.cs", SearchOption.AllDirectories))
        {
            string type = "";
            bool isTest = false;
            foreach (string line in File.ReadLines(file))
            {
                type = TypeLine().Match(line) is { Success: true } found ? found.Groups[1].Value : type;
                isTest |= AttributeLine().IsMatch(line);
                if (!isTest || MethodLine().Match(line) is not { Success: true } method)
                    continue;
                tests.Add($"{type}.{method.Groups[1].Value}");
                isTest = false;
            }
        }

        return tests;
    }

    [GeneratedRegex(@"`(\w+Tests\.\w+)`")]
    private static partial Regex TestName();

    [GeneratedRegex(@"^public (?:sealed |partial )*class (\w+Tests)\b")]
    private static partial Regex TypeLine();

    [GeneratedRegex(@"^    \[(?:Xunit\.)?\w*(?:Fact|Theory)\b[^\]]*\]")]
    private static partial Regex AttributeLine();

    [GeneratedRegex(@"^    public (?:async )?(?:Task|void) (\w+)\(")]
    private static partial Regex MethodLine();

    private sealed record Row(string Section, string Case, string Test);
}
