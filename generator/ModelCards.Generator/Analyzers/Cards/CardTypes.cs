using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;

namespace ModelCards.Generator.Analyzers.Cards;

/// <summary>The generated types of one compilation, its own and those of the packages it references.</summary>
internal sealed class CardTypes
{
    private const string Runtime = "ModelCards.Runtime";

    private readonly INamedTypeSymbol _request;
    private readonly INamedTypeSymbol _object;
    private readonly INamedTypeSymbol _builder;
    private readonly INamedTypeSymbol _union;
    private readonly ConcurrentDictionary<ITypeSymbol, ObjectShape?> _shapes = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ITypeSymbol, ObjectShape?> _built = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<IPropertySymbol, MemberShape> _branches = new(SymbolEqualityComparer.Default);

    private CardTypes(INamedTypeSymbol request, INamedTypeSymbol @object, INamedTypeSymbol builder, INamedTypeSymbol union) =>
        (_request, _object, _builder, _union) = (request, @object, builder, union);

    /// <summary>Null where no generated request can be: there is nothing to do then.</summary>
    public static CardTypes? In(Compilation compilation) =>
        compilation.GetTypeByMetadataName("ModelCards.Requests.ModelRequest") is { } request
        && compilation.GetTypeByMetadataName("ModelCards.Requests.RequestObject") is { } @object
        && compilation.GetTypeByMetadataName("ModelCards.Requests.ObjectBuilder`2") is { } builder
        && compilation.GetTypeByMetadataName("ModelCards.Requests.UnionValue`1") is { } union
        && HasCards(compilation)
            ? new CardTypes(request, @object, builder, union)
            : null;

    public ObjectShape? ShapeOf(ITypeSymbol? type) => type is INamedTypeSymbol { TypeKind: TypeKind.Class } named
        ? _shapes.GetOrAdd(named, _ => Derives(named, _object) is null ? null : new ObjectShape(named, Derives(named, _request) is not null))
        : null;

    /// <summary>What a builder of this type builds.</summary>
    public ObjectShape? BuiltBy(ITypeSymbol? type) => type is INamedTypeSymbol { TypeKind: TypeKind.Class } named
        ? _built.GetOrAdd(named, _ => Derives(named, _builder) is { } @base ? ShapeOf(@base.TypeArguments[1]) : null)
        : null;

    /// <summary>The branch of a union that a value of this type becomes.</summary>
    public MemberShape? BranchOf(ITypeSymbol? union, ITypeSymbol value)
    {
        if (union is not INamedTypeSymbol named || Derives(named, _union) is null)
            return null;
        IPropertySymbol? branch = named.GetMembers().OfType<IPropertySymbol>().FirstOrDefault(property =>
            property.Name.StartsWith("As", StringComparison.Ordinal)
            && SymbolEqualityComparer.Default.Equals(MemberShape.WithoutNull(property.Type), value));
        return branch is null ? null : _branches.GetOrAdd(branch, MemberShape.Of);
    }

    private static INamedTypeSymbol? Derives(INamedTypeSymbol type, INamedTypeSymbol from)
    {
        for (INamedTypeSymbol? current = type.BaseType; current is not null; current = current.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(current.OriginalDefinition, from))
                return current;
        }

        return null;
    }

    /// <summary>Whether this project or a library that it references holds generated requests, by names alone.</summary>
    private static bool HasCards(Compilation compilation) =>
        compilation.ContainsSymbolsWithName(IsBuilder, SymbolFilter.Type)
        || compilation.SourceModule.ReferencedAssemblySymbols.Any(assembly =>
            assembly.Modules.Any(module => module.ReferencedAssemblies.Any(name => name.Name == Runtime)) && assembly.TypeNames.Any(IsBuilder));

    private static bool IsBuilder(string name) => name.EndsWith("RequestBuilder", StringComparison.Ordinal);
}
