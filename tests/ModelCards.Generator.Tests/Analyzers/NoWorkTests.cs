using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Diagnostics.Telemetry;
using ModelCards.Generator.Tests.Harness;

namespace ModelCards.Generator.Tests.Analyzers;

/// <summary>Where no generated request can be, the analyzers ask for nothing but to be told that a compilation starts.</summary>
public sealed class NoWorkTests
{
    private const string Code = """
        using System.Linq;
        class Plain
        {
            public int Width { get; set; }
            Plain WithWidth(int width) => new() { Width = width };
            object Run() => new[] { 1, 2 }.Append(WithWidth(1001).Width).ToList();
        }
        """;

    public static TheoryData<string> Analyzers => [.. UsageHarness.Analyzers.Select(analyzer => analyzer.GetType().Name)];

    [Theory]
    [MemberData(nameof(Analyzers))]
    public void AProjectWithoutTheRuntimeCostsNothing(string analyzer) =>
        Assert.Equal(0, ActionsOf(analyzer, Compile(reference => !reference.EndsWith("ModelCards.Runtime.dll", StringComparison.Ordinal))));

    [Theory]
    [InlineData("RequestAnalyzer")]
    [InlineData("UnusedBuildAnalyzer")]
    public void AProjectWithTheRuntimeAndNoCardsCostsNothing(string analyzer) => Assert.Equal(0, ActionsOf(analyzer, Compile(_ => true)));

    [Theory]
    [MemberData(nameof(Analyzers))]
    public void AProjectWithCardsIsLookedAt(string analyzer)
    {
        Assert.NotEqual(0, ActionsOf(analyzer, Snippet.Studio.Compile(Code, asPackage: true)));
        Assert.NotEqual(0, ActionsOf(analyzer, Snippet.Studio.Compile(Code, asPackage: false)));
    }

    private static int ActionsOf(string name, Compilation compilation)
    {
        DiagnosticAnalyzer analyzer = UsageHarness.Analyzers.Single(analyzer => analyzer.GetType().Name == name);
        CompilationWithAnalyzers run = compilation.WithAnalyzers([analyzer]);
        Assert.Empty(run.GetAnalyzerDiagnosticsAsync().GetAwaiter().GetResult());
        AnalyzerTelemetryInfo actions = run.GetAnalyzerTelemetryInfoAsync(analyzer, CancellationToken.None).GetAwaiter().GetResult();
        return actions.SyntaxNodeActionsCount + actions.OperationActionsCount + actions.OperationBlockActionsCount + actions.SymbolActionsCount
            + actions.SemanticModelActionsCount + actions.SyntaxTreeActionsCount + actions.CodeBlockActionsCount + actions.CompilationEndActionsCount;
    }

    private static CSharpCompilation Compile(Func<string, bool> isReferenced) => CSharpCompilation.Create(
        "Plain",
        [CSharpSyntaxTree.ParseText(Code)],
        Snippet.Studio.Compile("class P;", asPackage: false).References.Where(reference => isReferenced(reference.Display!)),
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
}
