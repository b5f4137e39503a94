using System.Globalization;

namespace ModelCards.Benchmarks;

/// <summary>Cold compiler runs with and without 50 cards of 60 parameters, in turn, so that a slow machine slows both.</summary>
internal static class CompilerBenchmark
{
    private const int Cards = 50;
    private const int Runs = 5;

    public static int Run()
    {
        string folder = Directory.CreateTempSubdirectory("modelcards-csc-").FullName;
        try
        {
            Directory.CreateDirectory(Path.Combine(folder, "schemas"));
            string[] cards = [.. Enumerable.Range(0, Cards).Select(i => WriteCard(folder, i))];
            var without = new CompilerRun(folder, "without", []);
            var with = new CompilerRun(folder, "with", cards);
            without.Compile();
            with.Compile();
            var seconds = new List<(double Without, double With)>();
            for (int i = 0; i < Runs; i++)
                seconds.Add((without.Compile(), with.Compile()));
            Report(seconds);
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Report(List<(double Without, double With)> seconds)
    {
        double[] added = [.. seconds.Select(pair => pair.With - pair.Without).Order()];
        double median = added[added.Length / 2];
        Print($"csc without cards: {seconds.Min(pair => pair.Without):F2} to {seconds.Max(pair => pair.Without):F2} s");
        Print($"csc with {Cards} cards of {SixtyParameters.Count} parameters: {seconds.Min(pair => pair.With):F2} to {seconds.Max(pair => pair.With):F2} s");
        Print($"added, median of {Runs} pairs: {median:F2} s ({median / Cards * 1000:F0} ms per card); budget 2.50 s");
    }

    private static string WriteCard(string folder, int number)
    {
        string path = Path.Combine(folder, "schemas", string.Create(CultureInfo.InvariantCulture, $"card-{number:D2}.schema.json"));
        File.WriteAllText(path, SixtyParameters.Card(number));
        return path;
    }

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
