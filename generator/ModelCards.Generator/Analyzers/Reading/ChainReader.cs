using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using ModelCards.Generator.Analyzers.Cards;

namespace ModelCards.Generator.Analyzers.Reading;

/// <summary>Reads builder calls. What it does not know makes the chain open and its beginning unknown, never wrong.</summary>
internal sealed class ChainReader(CardTypes types)
{
    private readonly SettingReader _settings = new(types);

    /// <summary>Every chain within one expression, from the outermost inwards: <c>...Build().ToBuilder()...</c> has two.</summary>
    public IEnumerable<RequestChain> Read(IInvocationOperation outermost)
    {
        IOperation? current = outermost;
        // Each chain is read from its outermost call on.
        while (current is not null)
        {
            if (current is IInvocationOperation { Instance: { } instance } call && types.BuiltBy(instance.Type) is { } shape)
            {
                RequestChain chain = ReadChain(call, shape);
                yield return chain;
                current = chain.Start;
            }

            else if (current is IInvocationOperation { Instance: null } create && types.BuiltBy(create.Type) is { } made && IsCreate(create, made))
            {
                yield return ReadChain(create, made);
            }

            current = current switch
            {
                IInvocationOperation { Instance: { } inner } => inner,
                IInvocationOperation { TargetMethod.IsExtensionMethod: true, Arguments: { IsEmpty: false } arguments } => arguments[0].Value,
                IConversionOperation conversion => conversion.Operand,
                _ => null,
            };
        }
    }

    private RequestChain ReadChain(IInvocationOperation outermost, ObjectShape shape)
    {
        var calls = new Stack<IInvocationOperation>();
        IOperation start = outermost;
        while (start is IInvocationOperation { Instance: { } instance } call && types.BuiltBy(instance.Type) is { } built && built == shape)
        {
            calls.Push(call);
            start = ConstantReader.WithoutConversions(instance);
        }

        var settings = new List<Setting>();
        bool startsEmpty = IsEmptyBuilder(start, shape);
        bool hasExtra = false;
        if (IsCreate(start, shape))
        {
            startsEmpty = true;
            settings.AddRange(_settings.OfArguments(((IInvocationOperation)start).Arguments, shape));
        }

        var end = ChainEnd.Open;
        foreach (IInvocationOperation call in calls)
        {
            if (call.TargetMethod is { Name: "Build" or "BuildUnchecked", Parameters.IsEmpty: true })
            {
                end = call.TargetMethod.Name == "Build" ? ChainEnd.Built : ChainEnd.BuiltUnchecked;
            }
            else if (call.TargetMethod.Name == "WithExtra")
            {
                hasExtra = true;
            }
            else if (_settings.OfCall(call, shape) is { } setting)
            {
                settings.Add(setting);
            }
            else
            {
                // From replaces everything, and a method of the user's own may.
                settings.Clear();
                startsEmpty = false;
            }
        }

        return new RequestChain
        {
            Shape = shape,
            StartsEmpty = startsEmpty,
            Settings = settings,
            HasExtra = hasExtra,
            End = end,
            Outermost = outermost,
            Start = start,
        };
    }

    private static bool IsEmptyBuilder(IOperation start, ObjectShape shape) =>
        start is IObjectCreationOperation { Initializer: null, Arguments.IsEmpty: true, Type.Name: var name } && name == shape.Type.Name + "Builder";

    private static bool IsCreate(IOperation start, ObjectShape shape) =>
        start is IInvocationOperation { TargetMethod: { Name: "Create", IsStatic: true } method }
        && SymbolEqualityComparer.Default.Equals(method.ContainingType, shape.Type)
        && method.ReturnType.Name == shape.Type.Name + "Builder";
}
