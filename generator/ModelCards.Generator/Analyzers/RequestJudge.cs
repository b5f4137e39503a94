using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using ModelCards.Generator.Analyzers.Cards;
using ModelCards.Generator.Analyzers.Checks;
using ModelCards.Generator.Analyzers.Reading;

namespace ModelCards.Generator.Analyzers;

/// <summary>Judges each builder chain, initializer and assignment once, at its outermost node.</summary>
internal sealed class RequestJudge(CardTypes types, Compilation compilation)
{
    private readonly ChainReader _chains = new(types);
    private readonly SettingReader _settings = new(types);
    private readonly ConstantReader _constants = new(compilation);
    private readonly ValueCheck _values = new(types, new ConstantReader(compilation), new TextCheck());

    public void Invocation(SyntaxNodeAnalysisContext context)
    {
        var syntax = (InvocationExpressionSyntax)context.Node;
        if (!UsageSyntax.IsOutermost(syntax) || !UsageSyntax.MayBuild(syntax)
            || context.SemanticModel.GetOperation(syntax, context.CancellationToken) is not IInvocationOperation outermost)
            return;
        foreach (RequestChain chain in _chains.Read(outermost))
            Report(context, Judge(chain));
    }

    public void Creation(SyntaxNodeAnalysisContext context)
    {
        var syntax = (BaseObjectCreationExpressionSyntax)context.Node;
        if (!UsageSyntax.HasAssignments(syntax)
            || types.ShapeOf(context.SemanticModel.GetTypeInfo(syntax, context.CancellationToken).Type) is not { } shape
            || context.SemanticModel.GetOperation(syntax, context.CancellationToken) is not IObjectCreationOperation creation
            || _settings.OfInitializer(creation, shape) is not { } settings)
            return;
        Diagnostic[] wrong = [.. settings.SelectMany(_values.Check), .. JudgeRules(context, syntax, shape, settings)];
        if (wrong.Length > 0 && !UsageSyntax.IsBuiltUnchecked(syntax) && !UsageSyntax.IsReplaced(syntax))
            Report(context, wrong);
    }

    /// <summary>Only the type itself can assign to what others may only initialize.</summary>
    public void Assignment(SyntaxNodeAnalysisContext context)
    {
        var syntax = (AssignmentExpressionSyntax)context.Node;
        if (UsageSyntax.IsInPartialType(syntax)
            && context.SemanticModel.GetOperation(syntax, context.CancellationToken) is ISimpleAssignmentOperation assignment
            && assignment.Target is IPropertyReferenceOperation { Property.ContainingType: var type }
            && types.ShapeOf(type) is { } shape
            && _settings.OfAssignment(assignment, shape) is { } setting)
            Report(context, _values.Check(setting));
    }

    private IEnumerable<Diagnostic> Judge(RequestChain chain)
    {
        if (chain.End == ChainEnd.BuiltUnchecked)
            yield break;
        foreach (Diagnostic wrong in chain.Surviving.SelectMany(_values.Check))
        {
            if (chain.End == ChainEnd.Open && (UsageSyntax.IsBuiltUnchecked(chain.Outermost.Syntax) || UsageSyntax.IsReplaced(chain.Outermost.Syntax)))
                yield break;
            yield return wrong;
        }

        // Without Build() the request may yet be completed elsewhere, and a nested object is judged where it goes.
        if (chain.End != ChainEnd.Built || chain.HasExtra)
            yield break;
        Location end = ((InvocationExpressionSyntax)chain.Outermost.Syntax).Expression is MemberAccessExpressionSyntax access
            ? access.Name.GetLocation()
            : chain.Outermost.Syntax.GetLocation();
        bool isWhole = chain.StartsEmpty && (chain.Shape.IsRequest || UsageSyntax.IsFinal(chain.Outermost.Syntax, types, chain.Outermost.SemanticModel!));
        Facts facts = Facts.Of(chain.Shape, chain.Settings, isWhole, _constants);
        if (RuleCheck.Missing(facts, end) is { } missing)
            yield return missing;
        foreach (Diagnostic wrong in RuleCheck.Check(facts, end).Concat(RuleCheck.CheckNested(chain.Surviving, facts, _constants)))
            yield return wrong;
    }

    private IEnumerable<Diagnostic> JudgeRules(SyntaxNodeAnalysisContext context, BaseObjectCreationExpressionSyntax syntax, ObjectShape shape, IReadOnlyList<Setting> settings)
    {
        if (UsageSyntax.IsCopied(syntax))
            return [];
        Location end = syntax is ObjectCreationExpressionSyntax { Type: var type } ? type.GetLocation() : ((ImplicitObjectCreationExpressionSyntax)syntax).NewKeyword.GetLocation();
        Facts facts = Facts.Of(shape, settings, UsageSyntax.IsFinal(syntax, types, context.SemanticModel), _constants);
        return RuleCheck.Check(facts, end).Concat(RuleCheck.CheckNested(settings, facts, _constants));
    }

    /// <summary>One report for one place: what is wrong by itself needs no second reason.</summary>
    private static void Report(SyntaxNodeAnalysisContext context, IEnumerable<Diagnostic> diagnostics)
    {
        var places = new HashSet<Location>();
        foreach (Diagnostic diagnostic in diagnostics.Where(diagnostic => places.Add(diagnostic.Location)))
            context.ReportDiagnostic(diagnostic);
    }
}
