using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace ModelCards.Generator.Tests.Harness;

/// <summary>A file in which <c>[|...|]</c> marks the places that diagnostics are expected at.</summary>
internal sealed class MarkedFile
{
    private const string Folder = "/project/schemas/";
    private readonly List<TextSpan> _spans = [];

    public MarkedFile(string name, string marked)
    {
        Name = name;
        var text = new StringBuilder();
        int start = 0;
        for (int i = 0; i < marked.Length; i++)
        {
            if (string.CompareOrdinal(marked, i, "[|", 0, 2) == 0)
            {
                start = text.Length;
                i++;
            }
            else if (string.CompareOrdinal(marked, i, "|]", 0, 2) == 0)
            {
                _spans.Add(TextSpan.FromBounds(start, text.Length));
                i++;
            }
            else
            {
                text.Append(marked[i]);
            }
        }

        Text = text.ToString();
    }

    public string Name { get; }

    public string Text { get; }

    /// <summary>The marked places, in the order of the file.</summary>
    public IReadOnlyList<TextSpan> Spans => _spans;

    public (string Path, string Text) File => (Folder + Name, Text);

    /// <summary>The marked places with what is said of each, as a run describes its diagnostics.</summary>
    public IEnumerable<string> Expect(params string[] said)
    {
        Assert.Equal(said.Length, _spans.Count);
        TextLineCollection lines = SourceText.From(Text).Lines;
        return _spans.Zip(said, (span, words) =>
        {
            LinePosition from = lines.GetLinePosition(span.Start);
            LinePosition to = lines.GetLinePosition(span.End);
            return $"{Name}({from.Line + 1},{from.Character + 1})-({to.Line + 1},{to.Character + 1}) {words}";
        });
    }

    /// <summary>
    /// Runs generator and analyzer over the card alone: the marked places and nothing else must be reported, each by one of
    /// the two, and no code made.
    /// </summary>
    public static void Reports(string card, params string[] said)
    {
        var file = new MarkedFile("demo.schema.json", card);
        GeneratorRun run = GeneratorHarness.Run(file.File);

        Assert.Equal(
            file.Expect(said).Order(StringComparer.Ordinal),
            run.Diagnostics.Concat(CardAnalysis.Of(file.File)).Order(StringComparer.Ordinal));
        Assert.Empty(run.Sources);
        Assert.All(run.Result.Diagnostics, diagnostic => Assert.NotEqual(Microsoft.CodeAnalysis.Location.None, diagnostic.Location));
    }

    /// <summary>Runs both over the card alone: the analyzer must report the marked places, and code be made that compiles.</summary>
    public static void Hints(string card, params string[] said)
    {
        var file = new MarkedFile("demo.schema.json", card);
        GeneratorRun run = GeneratorHarness.Run(file.File);

        Assert.Equal(file.Expect(said).Order(StringComparer.Ordinal), CardAnalysis.Of(file.File));
        Assert.Empty(run.Diagnostics);
        Assert.NotEmpty(run.Sources);
        Assert.Empty(run.Compile());
    }
}
