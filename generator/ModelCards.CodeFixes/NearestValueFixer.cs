using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using ModelCards.Generator.Diagnostics;

namespace ModelCards.CodeFixes;

/// <summary>Puts the nearest allowed value in the place of one that is not: the bound, or either neighbour on the step.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(NearestValueFixer)), Shared]
public sealed class NearestValueFixer : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [UsageIds.OutOfRange, UsageIds.OffStep];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            Offer(context, diagnostic, "replace0", "first");
            Offer(context, diagnostic, "replace1", "second");
        }

        return Task.CompletedTask;
    }

    private static void Offer(CodeFixContext context, Diagnostic diagnostic, string property, string key)
    {
        if (diagnostic.Properties.TryGetValue(property, out string? value) && value is not null)
            TextEdit.Offer(context, diagnostic, $"Use {value}", $"{diagnostic.Id}.{key}", diagnostic.Location.SourceSpan, value);
    }
}
