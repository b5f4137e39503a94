using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using ModelCards.Generator.Analyzers.Reading;
using ModelCards.Generator.Diagnostics;

namespace ModelCards.Generator.Analyzers;

/// <summary>Reports an API key that is written in source code.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ApiKeyAnalyzer : DiagnosticAnalyzer
{
    private const string Property = "ApiKey";

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [UsageDescriptors.ApiKeyInSource];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            if (start.Compilation.GetTypeByMetadataName("ModelCards.RunwareClient") is not { } client
                || start.Compilation.GetTypeByMetadataName("ModelCards.RunwareClientOptions") is not { } options)
                return;
            var constants = new ConstantReader(start.Compilation);
            start.RegisterSyntaxNodeAction(
                node => CheckCreation(node, client, constants), SyntaxKind.ObjectCreationExpression, SyntaxKind.ImplicitObjectCreationExpression);
            start.RegisterSyntaxNodeAction(node => CheckAssignment(node, options, constants), SyntaxKind.SimpleAssignmentExpression);
        });
    }

    private static void CheckCreation(SyntaxNodeAnalysisContext context, INamedTypeSymbol client, ConstantReader constants)
    {
        var syntax = (BaseObjectCreationExpressionSyntax)context.Node;
        bool mayBe = syntax is ImplicitObjectCreationExpressionSyntax || syntax is ObjectCreationExpressionSyntax { Type: var type } && type.ToString().EndsWith("Client", StringComparison.Ordinal);
        if (mayBe && syntax.ArgumentList is { Arguments.Count: 1 }
            && SymbolEqualityComparer.Default.Equals(context.SemanticModel.GetTypeInfo(syntax, context.CancellationToken).Type, client)
            && context.SemanticModel.GetOperation(syntax, context.CancellationToken) is IObjectCreationOperation { Arguments: { Length: 1 } arguments })
            Check(context, arguments[0].Value, constants);
    }

    private static void CheckAssignment(SyntaxNodeAnalysisContext context, INamedTypeSymbol options, ConstantReader constants)
    {
        var syntax = (AssignmentExpressionSyntax)context.Node;
        string? name = syntax.Left switch
        {
            IdentifierNameSyntax left => left.Identifier.ValueText,
            MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
            MemberBindingExpressionSyntax binding => binding.Name.Identifier.ValueText,
            _ => null,
        };
        if (name == Property
            && context.SemanticModel.GetOperation(syntax, context.CancellationToken) is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation target } assignment
            && SymbolEqualityComparer.Default.Equals(target.Property.ContainingType, options))
            Check(context, assignment.Value, constants);
    }

    /// <summary>Whatever could be a key: a blank or an angle bracket tells a text that stands for one.</summary>
    private static void Check(SyntaxNodeAnalysisContext context, IOperation value, ConstantReader constants)
    {
        if (constants.Read(value)?.Value is string { Length: > 0 } text && text.All(c => char.IsLetterOrDigit(c) || "-._~+/=".IndexOf(c) >= 0))
            context.ReportDiagnostic(Diagnostic.Create(UsageDescriptors.ApiKeyInSource, value.Syntax.GetLocation()));
    }
}
