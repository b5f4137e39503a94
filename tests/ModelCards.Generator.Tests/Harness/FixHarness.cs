using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using ModelCards.CodeFixes;

namespace ModelCards.Generator.Tests.Harness;

/// <summary>Applies the fixes that are offered for what the analyzers report.</summary>
internal sealed class FixHarness(UsageHarness usage)
{
    private static readonly CodeFixProvider[] Providers =
        [new NearestValueFixer(), new RemoveParameterFixer(), new AddPartnerFixer(), new ApiKeyFixer()];

    /// <summary>What is offered for everything that is reported, in order: the title and the code after it.</summary>
    public IReadOnlyList<(string Title, string Code)> Offers(string code)
    {
        (Document document, ImmutableArray<Diagnostic> diagnostics) = Open(code);
        return [.. diagnostics.SelectMany(diagnostic => Actions(document, diagnostic)).Select(offer => (offer.Action.Title, Apply(document, offer.Action)))];
    }

    /// <summary>The code after one kind of fix was applied to all that is reported.</summary>
    public string FixAll(string code, string title)
    {
        (Document document, ImmutableArray<Diagnostic> diagnostics) = Open(code);
        (CodeFixProvider provider, CodeAction action) = diagnostics.SelectMany(diagnostic => Actions(document, diagnostic)).First(offer => offer.Action.Title == title);
        var context = new FixAllContext(
            document, provider, FixAllScope.Document, action.EquivalenceKey!, provider.FixableDiagnosticIds, new Known(diagnostics), CancellationToken.None);
        return Apply(document, provider.GetFixAllProvider()!.GetFixAsync(context).GetAwaiter().GetResult()!);
    }

    private static IEnumerable<(CodeFixProvider Provider, CodeAction Action)> Actions(Document document, Diagnostic diagnostic)
    {
        foreach (CodeFixProvider provider in Providers.Where(provider => provider.FixableDiagnosticIds.Contains(diagnostic.Id)))
        {
            List<CodeAction> actions = [];
            var context = new CodeFixContext(document, diagnostic, (action, _) => actions.Add(action), CancellationToken.None);
            provider.RegisterCodeFixesAsync(context).GetAwaiter().GetResult();
            foreach (CodeAction action in actions)
                yield return (provider, action);
        }
    }

    private static string Apply(Document document, CodeAction action)
    {
        var change = (ApplyChangesOperation)Assert.Single(action.GetOperationsAsync(CancellationToken.None).GetAwaiter().GetResult());
        Document changed = change.ChangedSolution.GetDocument(document.Id)!;
        Compilation compilation = changed.Project.GetCompilationAsync().GetAwaiter().GetResult()!;
        Assert.Empty(compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning).Select(diagnostic => diagnostic.ToString()));
        return changed.GetTextAsync().GetAwaiter().GetResult().ToString();
    }

    private (Document Document, ImmutableArray<Diagnostic> Diagnostics) Open(string code)
    {
        CSharpCompilation compilation = usage.Compile(code, asPackage: true);
        using var workspace = new AdhocWorkspace();
        Document document = workspace.CurrentSolution
            .AddProject("App", "App", LanguageNames.CSharp)
            .WithParseOptions(compilation.SyntaxTrees[0].Options)
            .WithCompilationOptions(compilation.Options)
            .AddMetadataReferences(compilation.References)
            .AddDocument(UsageHarness.CodePath, SourceText.From(code), filePath: UsageHarness.CodePath);
        var own = (CSharpCompilation)document.Project.GetCompilationAsync().GetAwaiter().GetResult()!;
        return (document, UsageHarness.Analyze(own));
    }

    private sealed class Known(ImmutableArray<Diagnostic> diagnostics) : FixAllContext.DiagnosticProvider
    {
        public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            Task.FromResult<IEnumerable<Diagnostic>>(diagnostics);

        public override Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) =>
            Task.FromResult<IEnumerable<Diagnostic>>(diagnostics);

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            Task.FromResult(Enumerable.Empty<Diagnostic>());
    }
}
