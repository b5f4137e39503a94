using System.Collections.Immutable;
using System.Composition;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using ModelCards.Generator.Diagnostics;

namespace ModelCards.CodeFixes;

/// <summary>Takes one of several parameters away that exclude each other: one fix for each.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RemoveParameterFixer)), Shared]
public sealed class RemoveParameterFixer : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [UsageIds.MutuallyExclusive];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is not { } root)
            return;
        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            for (int i = 0; i < 4; i++)
            {
                string number = i.ToString(CultureInfo.InvariantCulture);
                if (diagnostic.Properties.TryGetValue("remove" + number, out string? value) && TextEdit.Parse(value) is var (span, name) && root.FullSpan.Contains(span))
                    TextEdit.Offer(context, diagnostic, $"Remove {name}", "remove" + number, WithComma(root, span), "");
            }
        }
    }

    /// <summary>An assignment in an initializer goes with its comma, and with the line end before it.</summary>
    private static TextSpan WithComma(SyntaxNode root, TextSpan span)
    {
        if (root.FindToken(span.Start).IsKind(SyntaxKind.DotToken) || span.Length == 0)
            return span;
        SyntaxToken before = root.FindToken(span.Start).GetPreviousToken();
        SyntaxToken after = root.FindToken(span.End - 1).GetNextToken();
        return before.IsKind(SyntaxKind.CommaToken) ? TextSpan.FromBounds(before.SpanStart, span.End)
            : after.IsKind(SyntaxKind.CommaToken) ? TextSpan.FromBounds(span.Start, after.GetNextToken().SpanStart)
            : span;
    }
}
