using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;
using ModelCards.Generator.Analyzers.Cards;

namespace ModelCards.Generator.Analyzers.Reading;

/// <summary>Reads which member a call, an argument or an assignment sets, and to what.</summary>
internal sealed class SettingReader(CardTypes types)
{
    /// <summary>Null for a method that is not a generated one.</summary>
    public Setting? OfCall(IInvocationOperation call, ObjectShape shape)
    {
        string method = call.TargetMethod.Name;
        bool isAddition = method.StartsWith("Add", StringComparison.Ordinal);
        MemberShape? member = isAddition ? shape.FindList(method.Substring(3))
            : method.StartsWith("With", StringComparison.Ordinal) ? shape.Find(method.Substring(4)) : null;
        if (member is null || call.Arguments.IsEmpty || call.Syntax is not InvocationExpressionSyntax syntax || NameOf(syntax) is not { } name)
            return null;
        var setting = new Setting
        {
            Member = member,
            Name = name.GetLocation(),
            Place = name.GetLocation(),
            IsAddition = isAddition,
            Removable = syntax.Expression is MemberAccessExpressionSyntax access ? TextSpan.FromBounds(access.Expression.Span.End, syntax.Span.End) : null,
        };
        IParameterSymbol last = call.TargetMethod.Parameters[call.TargetMethod.Parameters.Length - 1];
        if (last.Type is INamedTypeSymbol { Name: "Action", Arity: 1 } action && types.BuiltBy(action.TypeArguments[0]) is { } nested)
            return setting with { Nested = OfNested(call, nested, last) };
        if (call.Arguments.Length != 1)
            return null;
        IArgumentOperation argument = call.Arguments[0];
        return argument.ArgumentKind == ArgumentKind.ParamArray ? WithParams(setting, argument) : WithValue(setting, argument.Value);
    }

    /// <summary>What the arguments of a generated method set in the object that it makes.</summary>
    public IEnumerable<Setting> OfArguments(ImmutableArray<IArgumentOperation> arguments, ObjectShape shape)
    {
        // In the order of the code, which named arguments may change.
        foreach (IArgumentOperation argument in arguments.OrderBy(argument => argument.Syntax.SpanStart))
        {
            if (argument.Parameter is { } parameter && argument.ArgumentKind == ArgumentKind.Explicit && shape.Find(parameter.Name) is { } member)
                yield return WithValue(new Setting { Member = member, Name = argument.Value.Syntax.GetLocation() }, argument.Value);
        }
    }

    public Setting? OfAssignment(ISimpleAssignmentOperation assignment, ObjectShape shape) =>
        assignment.Target is IPropertyReferenceOperation { Property: var property } && shape.Find(property.Name) is { } member
            ? WithValue(
                new Setting { Member = member, Name = assignment.Target.Syntax.GetLocation(), Removable = assignment.Syntax.Span },
                assignment.Value)
            : null;

    private NestedObject OfNested(IInvocationOperation call, ObjectShape shape, IParameterSymbol configure)
    {
        var settings = new List<Setting>(OfArguments(call.Arguments, shape));
        IArgumentOperation? lambda = call.Arguments.FirstOrDefault(argument => SymbolEqualityComparer.Default.Equals(argument.Parameter, configure));
        if (lambda is null or { ArgumentKind: ArgumentKind.DefaultValue } || lambda.Value.ConstantValue is { HasValue: true, Value: null })
            return new NestedObject(shape, settings, IsWhole: true);
        // Only a lambda that is one chain on its own parameter can be followed.
        IOperation? body = ConstantReader.WithoutConversions(lambda.Value) is IDelegateCreationOperation { Target: IAnonymousFunctionOperation function }
            && !function.Body.Operations.IsEmpty && function.Syntax is LambdaExpressionSyntax { Block: null } && function.Symbol.Parameters.Length == 1
                ? function.Body.Operations[0]
                : null;
        IInvocationOperation? outermost = (body switch
        {
            IExpressionStatementOperation statement => statement.Operation,
            IReturnOperation { ReturnedValue: { } value } => value,
            _ => null,
        }) as IInvocationOperation;
        RequestChain? chain = outermost is null ? null : new ChainReader(types).Read(outermost).FirstOrDefault();
        return chain is { HasExtra: false, End: ChainEnd.Open, StartsEmpty: false, Start: IParameterReferenceOperation } && chain.Shape == shape && chain.Outermost == outermost
            ? new NestedObject(shape, [.. settings, .. chain.Settings], IsWhole: true)
            : new NestedObject(shape, settings, IsWhole: false);
    }

    private static Setting WithParams(Setting setting, IArgumentOperation argument)
    {
        ImmutableArray<IOperation> items = argument.Value is IArrayCreationOperation { Initializer: { } initializer } ? initializer.ElementValues : [];
        return setting with { Items = items, Place = items.IsEmpty ? setting.Name : Span(items[0].Syntax, items[items.Length - 1].Syntax) };
    }

    private Setting WithValue(Setting setting, IOperation value) => setting with
    {
        Value = value,
        Place = value.Syntax.GetLocation(),
        Items = setting.Member.IsList && !setting.IsAddition ? ListReader.ItemsOf(value) : null,
        Nested = ConstantReader.WithoutConversions(value) is IObjectCreationOperation { Initializer: not null } creation
            && types.ShapeOf(creation.Type) is { } shape && OfInitializer(creation, shape) is { } settings
                ? new NestedObject(shape, settings, IsWhole: true)
                : null,
    };

    /// <summary>What an initializer sets; null when it holds something else than assignments.</summary>
    public IReadOnlyList<Setting>? OfInitializer(IObjectCreationOperation creation, ObjectShape shape)
    {
        var settings = new List<Setting>();
        foreach (IOperation part in creation.Initializer?.Initializers ?? [])
        {
            if (part is not ISimpleAssignmentOperation assignment || OfAssignment(assignment, shape) is not { } setting)
                return null;
            settings.Add(setting);
        }

        return settings;
    }

    private static Location Span(SyntaxNode first, SyntaxNode last) =>
        Location.Create(first.SyntaxTree, TextSpan.FromBounds(first.SpanStart, last.Span.End));

    private static SimpleNameSyntax? NameOf(InvocationExpressionSyntax call) => call.Expression switch
    {
        MemberAccessExpressionSyntax access => access.Name,
        MemberBindingExpressionSyntax binding => binding.Name,
        SimpleNameSyntax name => name,
        _ => null,
    };
}
