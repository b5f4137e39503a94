using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using ModelCards.Generator.Diagnostics;
using ModelCards.Generator.Lint;
using ModelCards.Generator.Parser;
using ModelCards.Generator.Specs;

namespace ModelCards.Generator.Analyzers;

/// <summary>
/// Shows what is odd about a card, though code can be made of it. Analyzers, unlike generators, are asked while the file is
/// being edited.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class CardAnalyzer : DiagnosticAnalyzer
{
    /// <summary>What the analyzer reports.</summary>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
    [
        DiagnosticDescriptors.EmptyRange,
        DiagnosticDescriptors.UnreachableStep,
        DiagnosticDescriptors.DefaultOutside,
        DiagnosticDescriptors.DuplicateValue,
        DiagnosticDescriptors.ClashingNames,
        DiagnosticDescriptors.UnjudgedFormat,
    ];

    /// <summary>Looks at each card by itself; files of shared definitions are read once for all.</summary>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            var shared = new Lazy<SharedDefinitions>(() => SharedAmong(start.Options.AdditionalFiles));
            start.RegisterAdditionalFileAction(file =>
            {
                if (!CardFile.IsSchema(file.AdditionalFile))
                    return;
                foreach (DiagnosticInfo finding in CardLinter.Lint(CardFile.Read(file.AdditionalFile, file.CancellationToken), shared.Value))
                    file.ReportDiagnostic(finding.ToDiagnostic());
            });
        });
    }

    private static SharedDefinitions SharedAmong(ImmutableArray<AdditionalText> files) => SharedDefinitions.Of(
        [.. files.Where(CardFile.IsSchema).Select(file => CardFile.Read(file, CancellationToken.None)).Where(file => file.IsShared)]);
}
