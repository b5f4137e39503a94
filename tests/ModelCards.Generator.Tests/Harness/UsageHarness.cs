using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using ModelCards.Generator.Analyzers;

namespace ModelCards.Generator.Tests.Harness;

/// <summary>
/// Code that uses generated requests, under the analyzers. The requests come as they do for a user: in a library that was
/// compiled before (a package), or generated in the same project.
/// </summary>
internal sealed class UsageHarness
{
    /// <summary>Where code is in the project of the harness.</summary>
    public const string CodePath = "Program.cs";

    private static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.CSharp13, DocumentationMode.Diagnose);

    private readonly CSharpCompilation _cards;
    private readonly Lazy<MetadataReference> _package;

    public UsageHarness(params (string Path, string Text)[] cards)
    {
        GeneratorRun run = new GeneratorHarness(LanguageVersion.CSharp13).With(cards).Run();
        Assert.Empty(run.Diagnostics);
        _cards = run.Compilation;
        _package = new Lazy<MetadataReference>(() => Emit(_cards.WithAssemblyName("Cards")));
    }

    public static DiagnosticAnalyzer[] Analyzers => [new RequestAnalyzer(), new UnusedBuildAnalyzer(), new ApiKeyAnalyzer()];

    /// <summary>What the analyzers say, in the order of the code. The code must compile.</summary>
    public ImmutableArray<Diagnostic> Analyze(string code, bool asPackage = true) => Analyze(Compile(code, asPackage));

    public static ImmutableArray<Diagnostic> Analyze(CSharpCompilation compilation)
    {
        Diagnostic? error = compilation.GetDiagnostics().FirstOrDefault(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        Assert.True(error is null, $"{error}\n{error?.Location.SourceTree}");
        Exception? failure = null;
        var options = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([]), (exception, _, _) => failure = exception, concurrentAnalysis: false, logAnalyzerExecutionTime: false);
        ImmutableArray<Diagnostic> diagnostics = compilation.WithAnalyzers([.. Analyzers], options).GetAnalyzerDiagnosticsAsync().GetAwaiter().GetResult();
        Assert.Null(failure);
        return [.. diagnostics.OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start).ThenBy(diagnostic => diagnostic.Id, StringComparer.Ordinal)];
    }

    /// <summary>The code with the cards in a package, or beside it in one project.</summary>
    public CSharpCompilation Compile(string code, bool asPackage)
    {
        SyntaxTree tree = CSharpSyntaxTree.ParseText(SourceText.From(code), ParseOptions, CodePath);
        CSharpCompilation compilation = asPackage
            ? CSharpCompilation.Create("App", [tree], [.. _cards.References, _package.Value], _cards.Options)
            : _cards.AddSyntaxTrees(tree);
        bool isProgram = tree.GetRoot().ChildNodes().Any(node => node.IsKind(SyntaxKind.GlobalStatement));
        return compilation.WithOptions(_cards.Options.WithOutputKind(isProgram ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary));
    }

    /// <summary>The marked places, and nothing else, must be reported with these numbers, in order.</summary>
    public void Reports(string marked, bool asPackage, params string[] ids)
    {
        var file = new MarkedFile(CodePath, marked);
        Assert.Equal(ids.Length, file.Spans.Count);
        Assert.Equal(
            file.Spans.Zip(ids, (span, id) => $"{id} {file.Text.Substring(span.Start, span.Length)} at {span.Start.ToString(CultureInfo.InvariantCulture)}"),
            Analyze(file.Text, asPackage).Select(Describe));
    }

    public static string Message(Diagnostic diagnostic) => diagnostic.GetMessage(CultureInfo.InvariantCulture);

    private static string Describe(Diagnostic diagnostic)
    {
        TextSpan span = diagnostic.Location.SourceSpan;
        return $"{diagnostic.Id} {diagnostic.Location.SourceTree!.GetText().ToString(span)} at {span.Start.ToString(CultureInfo.InvariantCulture)}";
    }

    private static PortableExecutableReference Emit(CSharpCompilation compilation)
    {
        using var image = new MemoryStream();
        Assert.Empty(compilation.Emit(image).Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        return MetadataReference.CreateFromImage(image.ToArray());
    }
}
