using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using ModelCards.Generator.Diagnostics;

namespace ModelCards.CodeFixes;

/// <summary>Adds the parameter that another one needs, with an allowed value to begin with.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AddPartnerFixer)), Shared]
public sealed class AddPartnerFixer : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [UsageIds.PartnerMissing];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            if (!diagnostic.Properties.TryGetValue("insert", out string? value) || TextEdit.Parse(value) is not var (span, rest))
                continue;
            string[] parts = rest.Split([';'], 2);
            TextEdit.Offer(context, diagnostic, $"Add {parts[0]}", "add", span, parts[1]);
        }

        return Task.CompletedTask;
    }
}
