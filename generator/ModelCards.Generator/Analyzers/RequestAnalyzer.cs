using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using ModelCards.Generator.Analyzers.Cards;
using ModelCards.Generator.Analyzers.Checks;
using ModelCards.Generator.Diagnostics;

namespace ModelCards.Generator.Analyzers;

/// <summary>Reports constants in requests that their card can never accept.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class RequestAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
    [
        UsageDescriptors.OutOfRange, UsageDescriptors.OffStep, UsageDescriptors.WrongLength, UsageDescriptors.PatternMismatch,
        UsageDescriptors.NotAUuid, UsageDescriptors.NotAUri, UsageDescriptors.NotAnAir, UsageDescriptors.WrongItemCount,
        UsageDescriptors.NotAllowed, UsageDescriptors.MutuallyExclusive, UsageDescriptors.PartnerMissing, UsageDescriptors.OutOfOrder,
        UsageDescriptors.NotInTable, UsageDescriptors.RuledOut, UsageDescriptors.NecessaryMissing,
    ];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            if (CardTypes.In(start.Compilation) is not { } types)
                return;
            var judge = new RequestJudge(types, start.Compilation);
            start.RegisterSyntaxNodeAction(judge.Invocation, SyntaxKind.InvocationExpression);
            start.RegisterSyntaxNodeAction(judge.Creation, SyntaxKind.ObjectCreationExpression, SyntaxKind.ImplicitObjectCreationExpression);
            start.RegisterSyntaxNodeAction(judge.Assignment, SyntaxKind.SimpleAssignmentExpression);
        });
    }
}
