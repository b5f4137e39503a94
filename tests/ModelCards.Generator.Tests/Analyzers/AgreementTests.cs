using System.Reflection;
using System.Runtime.Loader;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using ModelCards.Generator.Tests.Harness;
using ModelCards.Validation;

namespace ModelCards.Generator.Tests.Analyzers;

/// <summary>
/// The analyzers against the running program, over drawn chains: what is reported is refused when it runs, and a chain of
/// constants that is refused is reported.
/// </summary>
public sealed class AgreementTests
{
    private const int Chains = 400;

    /// <summary>Half a size, which fits several rows of a table of which one must: no condition on members says so.</summary>
    private const string Beyond = "but exactly one is allowed";

    [Fact]
    public void TheCardOfTheSnippetsIsJudgedAsItRuns() =>
        Judge(Snippet.Studio, "Demo", "StudioRequest");

    [Theory]
    [InlineData("Flux1DevSrpoRequest")]
    [InlineData("ImageInferenceRequest")]
    [InlineData("StableDiffusionXl10VaeFixRequest")]
    public void CardsOfTheServiceAreJudgedAsTheyRun(string request) => Judge(new UsageHarness(Repository.Cards), "Demo", request);

    private static void Judge(UsageHarness cards, string space, string request)
    {
        string[] chains = [.. new DrawnChains(cards.Compile("", asPackage: false)).Of(request).Sample(Chains, new Rnd(20_261_125, 1), 60)];
        string code = $"using {space}; using ModelCards;\npublic static class Chains\n{{\n{string.Concat(chains.Select(Method))}}}\n";
        CSharpCompilation compilation = cards.Compile(code, asPackage: false);
        ILookup<int, string> reports = UsageHarness.Analyze(compilation)
            .ToLookup(report => report.Location.GetLineSpan().StartLinePosition.Line - 3, report => $"{report.Id} {UsageHarness.Message(report)}");
        string?[] refusals = Run(compilation, chains.Length);

        string[] falseAlarms = [.. Enumerable.Range(0, chains.Length).Where(i => reports[i].Any() && refusals[i] is null)
            .Select(i => $"{chains[i]}\n  runs, but is reported: {string.Join("; ", reports[i])}")];
        string[] missed = [.. Enumerable.Range(0, chains.Length).Where(i => !reports[i].Any() && refusals[i] is { } refusal && !refusal.Contains(Beyond, StringComparison.Ordinal))
            .Select(i => $"{chains[i]}\n  is not reported, but: {refusals[i]}")];
        Assert.True(falseAlarms.Length == 0, string.Join("\n", falseAlarms.Take(10)));
        Assert.True(missed.Length == 0, $"{missed.Length} of {refusals.Count(refusal => refusal is not null)}\n" + string.Join("\n", missed.Take(10)));
        Assert.InRange(refusals.Count(refusal => refusal is null), 1, Chains - 1);
    }

    private static string Method(string chain, int number) => $"    public static object Chain{number}() => {chain};\n";

    /// <summary>What running each chain says; null where it gives a request.</summary>
    private static string?[] Run(CSharpCompilation compilation, int count)
    {
        using var image = new MemoryStream();
        Assert.True(compilation.Emit(image).Success);
        image.Position = 0;
        var context = new AssemblyLoadContext(nameof(AgreementTests), isCollectible: true);
        try
        {
            Type type = context.LoadFromStream(image).GetType("Chains")!;
            return [.. Enumerable.Range(0, count).Select(number => Refusal(type.GetMethod($"Chain{number}")!))];
        }
        finally
        {
            context.Unload();
        }
    }

    private static string? Refusal(MethodInfo chain)
    {
        try
        {
            chain.Invoke(null, null);
            return null;
        }
        catch (TargetInvocationException failure) when (failure.InnerException is RequestValidationException or ArgumentException)
        {
            return failure.InnerException.Message;
        }
    }
}
