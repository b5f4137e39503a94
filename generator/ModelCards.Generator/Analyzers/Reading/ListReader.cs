using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ModelCards.Generator.Analyzers.Reading;

/// <summary>Reads lists that the code spells out.</summary>
internal static class ListReader
{
    /// <summary>The items; null where the number is known to the running program only.</summary>
    public static IReadOnlyList<IOperation>? ItemsOf(IOperation value) => ConstantReader.WithoutConversions(value) switch
    {
        ICollectionExpressionOperation { Elements: var elements } => elements.Any(element => element is ISpreadOperation) ? null : elements,
        IArrayCreationOperation { Initializer: { } initializer, DimensionSizes.Length: 1 } => initializer.ElementValues,
        IArrayCreationOperation { Initializer: null, DimensionSizes.Length: 1 } array when array.DimensionSizes[0].ConstantValue is { HasValue: true, Value: 0 } => [],
        IObjectCreationOperation
        {
            Type: INamedTypeSymbol { Name: "List", Arity: 1, ContainingNamespace: { Name: "Generic", ContainingNamespace.Name: "Collections" } },
            Arguments.IsEmpty: true,
        } list => OfInitializer(list.Initializer),
        IInvocationOperation { TargetMethod: { Name: "Empty", IsStatic: true, Parameters.IsEmpty: true, ContainingType.Name: "Array" or "Enumerable" } } => [],
        _ => null,
    };

    private static List<IOperation>? OfInitializer(IObjectOrCollectionInitializerOperation? initializer)
    {
        var items = new List<IOperation>();
        foreach (IOperation part in initializer?.Initializers ?? [])
        {
            if (part is not IInvocationOperation { TargetMethod.Name: "Add", Arguments.Length: 1 } add)
                return null;
            items.Add(add.Arguments[0].Value);
        }

        return items;
    }
}
