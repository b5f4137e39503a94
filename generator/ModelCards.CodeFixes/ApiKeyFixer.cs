using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using ModelCards.Generator.Diagnostics;

namespace ModelCards.CodeFixes;

/// <summary>Takes the key from the environment instead of from the source.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ApiKeyFixer)), Shared]
public sealed class ApiKeyFixer : CodeFixProvider
{
    private const string Call = "Environment.GetEnvironmentVariable(\"RUNWARE_API_KEY\")";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [UsageIds.ApiKeyInSource];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        SyntaxNode? root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        SemanticModel? model = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            TextSpan span = diagnostic.Location.SourceSpan;
            if (model is not null && root?.FindNode(span, getInnermostNodeForTie: true) is ExpressionSyntax key && key.Span == span)
                TextEdit.Offer(context, diagnostic, "Take the key from the environment variable RUNWARE_API_KEY", "environment", span, Text(key, model));
        }
    }

    private static string Text(ExpressionSyntax key, SemanticModel model)
    {
        ImmutableArray<ISymbol> known = model.LookupNamespacesAndTypes(key.SpanStart, name: "Environment");
        bool isImported = known.Length == 1 && known[0].ContainingNamespace is { Name: "System", ContainingNamespace.IsGlobalNamespace: true };
        // The client says by itself that a key is missing, so no warning about null is wanted where it takes none.
        bool isArgument = key.Parent is ArgumentSyntax && (model.GetNullableContext(key.SpanStart) & NullableContext.WarningsEnabled) != 0;
        return (isImported ? Call : "System." + Call) + (isArgument ? "!" : "");
    }
}
