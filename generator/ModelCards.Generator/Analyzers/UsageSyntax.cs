using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ModelCards.Generator.Analyzers.Cards;

namespace ModelCards.Generator.Analyzers;

/// <summary>Questions that syntax answers, so that code without requests costs no binding.</summary>
internal static class UsageSyntax
{
    public static bool IsOutermost(InvocationExpressionSyntax call) =>
        call.Parent is not MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax outer } access || outer.Expression != access;

    /// <summary>Whether some call of the chain has a name that a builder's could have.</summary>
    public static bool MayBuild(InvocationExpressionSyntax outermost)
    {
        ExpressionSyntax? current = outermost;
        while (current is InvocationExpressionSyntax call)
        {
            string name = NameOf(call.Expression);
            if (name is "Create" or "Build" || Begins(name, "With") || Begins(name, "Add"))
                return true;
            current = call.Expression is MemberAccessExpressionSyntax access ? access.Expression : null;
        }

        return false;
    }

    public static bool HasAssignments(BaseObjectCreationExpressionSyntax creation) =>
        creation.Initializer is { Expressions: { Count: > 0 } expressions } && expressions[0] is AssignmentExpressionSyntax { Left: IdentifierNameSyntax };

    /// <summary>Whether code nearby builds without judging: then the values may be meant.</summary>
    public static bool IsBuiltUnchecked(SyntaxNode node) => MentionedNearby(node, "BuildUnchecked");

    /// <summary>Whether a later call of the chain sets anew what this is an argument of.</summary>
    public static bool IsReplaced(SyntaxNode node)
    {
        for (SyntaxNode? current = node; current is not (null or StatementSyntax or MemberDeclarationSyntax); current = current.Parent)
        {
            if (current is ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } && IsReplacedLater(call))
                return true;
        }

        return false;
    }

    /// <summary>Whether the object only begins another one, which may make good what this one lacks.</summary>
    public static bool IsCopied(SyntaxNode node) => MentionedNearby(node, "ToBuilder") || MentionedNearby(node, "From");

    public static bool IsInPartialType(AssignmentExpressionSyntax assignment) =>
        assignment.Parent is not InitializerExpressionSyntax
        && assignment.Left is IdentifierNameSyntax or MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax }
        && assignment.FirstAncestorOrSelf<TypeDeclarationSyntax>()?.Modifiers.Any(SyntaxKind.PartialKeyword) == true;

    /// <summary>Whether the object goes, as it is, where it is judged: into a request, to the client, or to its own Validate().</summary>
    public static bool IsFinal(SyntaxNode node, CardTypes types, SemanticModel model)
    {
        SyntaxNode? current = node.Parent;
        while (current is ParenthesizedExpressionSyntax or CollectionExpressionSyntax or ExpressionElementSyntax or InitializerExpressionSyntax { RawKind: (int)SyntaxKind.ArrayInitializerExpression or (int)SyntaxKind.CollectionInitializerExpression }
            or ImplicitArrayCreationExpressionSyntax or ArrayCreationExpressionSyntax)
            current = current.Parent;
        return current switch
        {
            AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax { Parent: { } owner } } => types.ShapeOf(model.GetTypeInfo(owner).Type) is not null,
            ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } => model.GetSymbolInfo(call).Symbol is IMethodSymbol method
                && (types.BuiltBy(method.ContainingType) is not null
                    || types.ShapeOf(method.ContainingType) is not null
                    || method.ContainingType is { Name: "RunwareClient", ContainingNamespace.Name: "ModelCards" }),
            MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Validate" or "WriteTo" } => true,
            _ => false,
        };
    }

    private static bool IsReplacedLater(InvocationExpressionSyntax call)
    {
        string name = NameOf(call.Expression);
        SyntaxNode? current = call;
        while (current?.Parent is MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax later } access && access.Expression == current)
        {
            string setter = NameOf(later.Expression);
            if (setter == "From" || Begins(name, "With") && setter == name)
                return true;
            current = later;
        }

        return false;
    }

    private static bool MentionedNearby(SyntaxNode node, string name)
    {
        SyntaxNode scope = node.FirstAncestorOrSelf<MemberDeclarationSyntax>(member => member is not GlobalStatementSyntax) ?? node.SyntaxTree.GetRoot();
        return scope.DescendantTokens().Any(token => token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText == name);
    }

    private static string NameOf(ExpressionSyntax expression) => expression switch
    {
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        MemberBindingExpressionSyntax binding => binding.Name.Identifier.ValueText,
        SimpleNameSyntax name => name.Identifier.ValueText,
        _ => "",
    };

    private static bool Begins(string name, string start) => name.Length > start.Length && name.StartsWith(start, StringComparison.Ordinal);
}
