using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using ModelCards.Generator.Analyzers.Cards;
using ModelCards.Generator.Diagnostics;

namespace ModelCards.Generator.Analyzers;

/// <summary>Reports a request that is built and then left lying.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnusedBuildAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [UsageDescriptors.UnusedBuild];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            if (CardTypes.In(start.Compilation) is { } types)
                start.RegisterSyntaxNodeAction(node => Check(node, types), SyntaxKind.ExpressionStatement);
        });
    }

    private static void Check(SyntaxNodeAnalysisContext context, CardTypes types)
    {
        if (((ExpressionStatementSyntax)context.Node).Expression is InvocationExpressionSyntax
            {
                ArgumentList.Arguments.Count: 0,
                Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Build" or "BuildUnchecked" } access,
            }
            && !IsTried(context.Node)
            && types.BuiltBy(context.SemanticModel.GetTypeInfo(access.Expression, context.CancellationToken).Type) is not null)
            context.ReportDiagnostic(Diagnostic.Create(UsageDescriptors.UnusedBuild, access.Name.GetLocation()));
    }

    /// <summary>Where the exception may be all that is wanted: in a try, or in a lambda that a test expects to throw.</summary>
    private static bool IsTried(SyntaxNode node) => node.Ancestors()
        .TakeWhile(ancestor => ancestor is not MemberDeclarationSyntax)
        .Any(ancestor => ancestor is TryStatementSyntax { Catches.Count: > 0 } or AnonymousFunctionExpressionSyntax);
}
