using System.Text.RegularExpressions;

namespace ModelCards.EndToEnd.Tests.Packages;

/// <summary>The analyzers and the fixes as a stranger gets them, with the packages.</summary>
[Collection(nameof(LocalFeed))]
[Trait("Category", "Packages")]
public sealed partial class PackageAnalyzerTests(LocalFeed feed)
{
    [Fact]
    public void AWrongConstantDoesNotCompileAndDotnetFormatMendsIt()
    {
        FreshApp app = feed.NewApp("wrong", ["ModelCards.Runware"], """
            using ModelCards.Runware;

            var request = Flux1DevSrpoRequest.Create("a cat")
                .WithWidth(1001).WithHeight(1024)
                .Build();
            Console.WriteLine(request.Width);
            """);

        Assert.Equal(
            ["Program.cs(4,16): error CARD0102: width must be a multiple of 16, but is 1001; nearest are 992 and 1008"],
            Reports(app.FailToBuild()));
        app.Fix("CARD0102");
        Assert.Contains("    .WithWidth(992).WithHeight(1024)", app.Read("Program.cs"), StringComparison.Ordinal);
        Assert.StartsWith("992", app.Run(), StringComparison.Ordinal);
    }

    [Fact]
    public void BothPackagesReportOnceAndGenerateOnce()
    {
        FreshApp app = feed.NewApp("both", ["ModelCards.Runware", "ModelCards.Generator"], """
            Console.WriteLine(both.MineRequest.Create().WithSteps(9).Build());
            Console.WriteLine(ModelCards.Runware.Flux1DevSrpoRequest.Create("a cat").WithSteps(51).Build());
            """);
        app.Write("schemas/mine.schema.json", """{ "properties": { "steps": { "type": "integer", "maximum": 5 } } }""");

        Assert.Equal(
            [
                "Program.cs(1,55): error CARD0101: steps must be at most 5, but is 9",
                "Program.cs(2,84): error CARD0101: steps must be from 1 to 50, but is 51",
            ],
            Reports(app.FailToBuild()));
    }

    /// <summary>What the compiler says, each once; the build repeats it at its end.</summary>
    private static IEnumerable<string> Reports(string output) =>
        Report().Matches(output).Select(match => match.Value.TrimEnd()).Distinct().Order(StringComparer.Ordinal);

    [GeneratedRegex(@"\w+\.cs\(\d+,\d+\): (error|warning) [^(\n]+")]
    private static partial Regex Report();
}
