using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace ModelCards.Generator.Analyzers.Reading;

/// <summary>
/// The default of a parameter that goes into a request on every path and untouched: whoever leaves the argument out gets
/// what the card refuses. It is looked at only where nothing else can happen to it.
/// </summary>
internal static class ParameterDefault
{
    public static ExpressionSyntax? Find(IOperation value)
    {
        if (ConstantReader.WithoutConversions(value) is not IParameterReferenceOperation { Parameter: { HasExplicitDefaultValue: true, RefKind: RefKind.None } parameter } reference
            || parameter.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is not ParameterSyntax { Default.Value: { } @default } declaration
            || reference.Syntax.SyntaxTree != declaration.SyntaxTree)
            return null;
        SyntaxNode? body = declaration.Parent?.Parent switch
        {
            BaseMethodDeclarationSyntax method => (SyntaxNode?)method.Body ?? method.ExpressionBody,
            LocalFunctionStatementSyntax function => (SyntaxNode?)function.Body ?? function.ExpressionBody,
            _ => null,
        };
        return body is not null && body.Span.Contains(reference.Syntax.Span) && IsOnlyUse(body, parameter.Name) && IsOnEveryPath(reference.Syntax, body)
            ? @default
            : null;
    }

    private static bool IsOnlyUse(SyntaxNode body, string name) => body.DescendantTokens()
        .Count(token => token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText == name && token.Parent is IdentifierNameSyntax) == 1;

    private static bool IsOnEveryPath(SyntaxNode use, SyntaxNode body)
    {
        for (SyntaxNode node = use; node != body; node = node.Parent!)
        {
            if (node is StatementSyntax statement && node.Parent == body)
                return IsStraight(statement) && ((BlockSyntax)body).Statements.TakeWhile(before => before != statement).All(IsStraight);
            if (node is ConditionalExpressionSyntax or SwitchExpressionSyntax or AnonymousFunctionExpressionSyntax or ConditionalAccessExpressionSyntax
                || node.RawKind is (int)SyntaxKind.CoalesceExpression or (int)SyntaxKind.LogicalAndExpression or (int)SyntaxKind.LogicalOrExpression)
                return false;
        }

        return true;
    }

    private static bool IsStraight(StatementSyntax statement) =>
        statement is ExpressionStatementSyntax or LocalDeclarationStatementSyntax or ReturnStatementSyntax;
}
