using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace ModelCards.Benchmarks;

/// <summary>Edits one card among 500 of 60 parameters, as an editor does, and waits for the generator.</summary>
internal static class EditBenchmark
{
    private const int Cards = 500;
    private const int Edits = 60;

    public static int Run()
    {
        var generator = (IIncrementalGenerator)Activator.CreateInstance(
            Assembly.LoadFrom(Path.Combine(AppContext.BaseDirectory, "ModelCards.Generator.dll")).GetType("ModelCards.Generator.ModelCardGenerator", throwOnError: true)!)!;
        CSharpCompilation compilation = CSharpCompilation.Create("App", [CSharpSyntaxTree.ParseText("class Program;")], [], new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        AdditionalText[] cards = [.. Enumerable.Range(0, Cards).Select(number => new Text(number, SixtyParameters.Card(number)))];
        GeneratorDriver driver = CSharpGeneratorDriver.Create([generator.AsSourceGenerator()], cards);
        var watch = Stopwatch.StartNew();
        driver = driver.RunGenerators(compilation);
        Print($"first run over {Cards} cards: {watch.Elapsed.TotalMilliseconds:F0} ms, {driver.GetRunResult().GeneratedTrees.Length} files");

        var edits = new List<double>();
        var keystrokes = new List<double>();
        for (int i = 0; i < Edits; i++)
        {
            int number = i * 7 % Cards;
            string maximum = (1000 + i).ToString(CultureInfo.InvariantCulture);
            var edited = new Text(number, SixtyParameters.Card(number).Replace("\"maxLength\":3000", $"\"maxLength\":{maximum}", StringComparison.Ordinal));
            watch.Restart();
            driver = driver.ReplaceAdditionalText(cards[number], edited).RunGenerators(compilation);
            edits.Add(watch.Elapsed.TotalMilliseconds);
            cards[number] = edited;
            compilation = compilation.ReplaceSyntaxTree(compilation.SyntaxTrees[0], CSharpSyntaxTree.ParseText($"class Program {{ int x{maximum}; }}"));
            watch.Restart();
            driver = driver.RunGenerators(compilation);
            keystrokes.Add(watch.Elapsed.TotalMilliseconds);
        }

        Print($"an edit of one card, median of {Edits}: {Median(edits):F2} ms (warm ones: {Median(edits.Skip(Edits / 2)):F2} ms); budget 10 ms");
        Print($"a keystroke in C#, median of {Edits}: {Median(keystrokes):F2} ms");
        return 0;
    }

    private static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));

    private sealed class Text(int number, string content) : AdditionalText
    {
        private readonly SourceText _text = SourceText.From(content);

        public override string Path { get; } = $"/project/schemas/card-{number.ToString("D3", CultureInfo.InvariantCulture)}.schema.json";

        public override SourceText GetText(CancellationToken cancellationToken = default) => _text;
    }
}
