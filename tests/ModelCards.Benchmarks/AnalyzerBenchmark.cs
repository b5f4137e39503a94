using System.Globalization;
using System.Text;

namespace ModelCards.Benchmarks;

/// <summary>
/// Cold compiler runs over 200 files that use generated builders, with the analyzers on and with every report of theirs
/// switched off, which keeps them from running. Both runs have the SDK's own analyzers, as each build has.
/// </summary>
internal static class AnalyzerBenchmark
{
    private const int Files = 200;
    private const int Methods = 8;
    private const int Runs = 9;

    private static readonly string[] Ids = [.. Enumerable.Range(101, 17).Select(number => $"CARD{number.ToString("D4", CultureInfo.InvariantCulture)}")];

    public static int Run()
    {
        string folder = Directory.CreateTempSubdirectory("modelcards-analyzers-").FullName;
        try
        {
            string[] options = [$"-r:\"{typeof(Runware.Flux1DevSrpoRequest).Assembly.Location}\"", .. SdkAnalyzers(), .. Sources(folder)];
            var off = new CompilerRun(folder, "off", [], null, [$"-nowarn:{string.Join(',', Ids)}", .. options]);
            var on = new CompilerRun(folder, "on", [], null, options);
            off.Compile();
            on.Compile();
            var seconds = new List<(double Off, double On)>();
            for (int i = 0; i < Runs; i++)
                seconds.Add(i % 2 == 0 ? (off.Compile(), on.Compile()) : Swap(on.Compile(), off.Compile()));
            Report(seconds);
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static (double Off, double On) Swap(double on, double off) => (off, on);

    private static void Report(List<(double Off, double On)> seconds)
    {
        double off = Median(seconds.Select(pair => pair.Off));
        double added = Median(seconds.Select(pair => pair.On / pair.Off)) - 1;
        Print($"csc over {Files} files of {Methods} requests, analyzers off: {off:F2} s (best {seconds.Min(pair => pair.Off):F2})");
        Print($"analyzers on: {Median(seconds.Select(pair => pair.On)):F2} s (best {seconds.Min(pair => pair.On):F2})");
        Print($"added, median of {Runs} pairs: {added * 100:F1} %; of the best runs: {(seconds.Min(pair => pair.On) / seconds.Min(pair => pair.Off) - 1) * 100:F1} %; budget 5 %");
    }

    private static IEnumerable<string> SdkAnalyzers()
    {
        string folder = Path.Combine(CompilerRun.SdkFolder(), "Sdks", "Microsoft.NET.Sdk", "analyzers");
        foreach (string name in (string[])["Microsoft.CodeAnalysis.NetAnalyzers.dll", "Microsoft.CodeAnalysis.CSharp.NetAnalyzers.dll"])
            yield return $"-analyzer:\"{Path.Combine(folder, name)}\"";
        foreach (string config in Directory.GetFiles(Path.Combine(folder, "build", "config"), "analysislevel_10_default.globalconfig", SearchOption.AllDirectories))
            yield return $"-analyzerconfig:\"{config}\"";
    }

    private static IEnumerable<string> Sources(string folder)
    {
        for (int file = 0; file < Files; file++)
        {
            string number = file.ToString("D3", CultureInfo.InvariantCulture);
            var code = new StringBuilder("using System;\nusing System.Collections.Generic;\nusing System.Threading;\nusing System.Threading.Tasks;\nusing ModelCards;\nusing ModelCards.Results;\nusing ModelCards.Runware;\n\n");
            code.Append(CultureInfo.InvariantCulture, $"namespace App;\n\npublic sealed class Service{number}(RunwareClient client)\n{{\n    private const int Side = 1024;\n");
            for (int method = 0; method < Methods; method++)
                code.Append(Method(method));
            string path = Path.Combine(folder, $"Service{number}.cs");
            File.WriteAllText(path, code.Append("}\n").ToString());
            yield return $"\"{path}\"";
        }
    }

    private static string Method(int number) => string.Create(CultureInfo.InvariantCulture, $$"""

            public async Task<IReadOnlyList<Uri>> Draw{{number}}Async(string prompt, int seed, CancellationToken cancellationToken)
            {
                ArgumentException.ThrowIfNullOrEmpty(prompt);
                var request = Flux1DevSrpoRequest.Create(prompt)
                    .WithWidth(Side).WithHeight({{128 + (number * 16)}})
                    .WithSteps({{20 + number}})
                    .WithSeed(seed)
                    .WithCfgScale(3.5m)
                    .WithScheduler(Scheduler.DpmPlusPlus2MKarras)
                    .WithOutputFormat(OutputFormat.Png)
                    .AddLora("civitai:132942@146296", lora => lora.WithWeight(0.8m))
                    .WithAcceleratorOptions(options => options.WithCacheStartStep(2).WithCacheEndStep(12))
                    .Build();
                var links = new List<Uri>();
                await foreach (ImageInferenceResult image in client.RunAsync(request, cancellationToken).ConfigureAwait(false))
                {
                    if (image.ImageUrl is { } link)
                        links.Add(new Uri(link.ToString()));
                }

                return links;
            }

        """);

    private static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
