using FsCheck;
using FsCheck.Fluent;
using Microsoft.CodeAnalysis;

namespace ModelCards.Generator.Tests.Analyzers;

/// <summary>Draws builder chains of a compiled card, with constants on, about and beyond what it allows.</summary>
internal sealed class DrawnChains(Compilation cards)
{
    // What most cards allow is drawn more often, so that a long chain may still be right.
    private static readonly Gen<string> Whole = Gen.Frequency(
        (3, Gen.Elements("1", "2", "5", "20", "512", "1024")),
        (2, Gen.Elements(
            "-16", "-1", "0", "3", "19", "21", "30", "31", "50", "51", "99", "100", "101", "127", "128", "768", "1000", "1001", "1008", "2047", "2048", "2049", "4096")));

    private static readonly Gen<string> Fractions = Gen.Frequency(
        (3, Gen.Elements("0.05", "0.5", "0.8", "0.95")),
        (2, Gen.Elements("-4", "-0.01", "0", "0.001", "0.01", "0.505", "1", "1.5", "3.5", "3.505", "20", "20.01", "30", "50.01", "100")));

    private static readonly Gen<string> Texts = Gen.Frequency(
        (3, Gen.Elements("\"aab\"", "\"#FFF\"", "\"auto\"")),
        (2, Gen.Elements(
            "\"\"", "\"a\"", "\"ab\"", "\"a cat\"", "\"twelve chars\"", "\"thirteen char\"", "\"😀\"", "\"😀😀\"", "\"red\"", "\"runware:101@1\"", "\"my model\"")));

    /// <summary>A chain from <c>Create</c> to <c>Build</c>.</summary>
    public Gen<string> Of(string request)
    {
        INamedTypeSymbol type = TypeOf(request);
        IMethodSymbol create = type.GetMembers("Create").OfType<IMethodSymbol>().First();
        return Arguments(create, 2).Zip(Calls((INamedTypeSymbol)create.ReturnType, 0, 6, 2), (given, calls) =>
            $"{request}.Create({string.Join(", ", given)}){calls}.Build()");
    }

    private Gen<string> Calls(INamedTypeSymbol builder, int least, int most, int depth)
    {
        IMethodSymbol[] methods = [.. builder.GetMembers().OfType<IMethodSymbol>()
            .Where(method => method is { DeclaredAccessibility: Accessibility.Public, IsStatic: false, IsGenericMethod: false, IsOverride: false }
                && (method.Name.StartsWith("With", StringComparison.Ordinal) || method.Name.StartsWith("Add", StringComparison.Ordinal))
                && method.Parameters.All(parameter => IsKnown(parameter.Type, depth)))];
        Gen<string> call = Gen.Elements(methods).SelectMany(method => Arguments(method, depth).Select(arguments => $".{method.Name}({string.Join(", ", arguments)})"));
        return Gen.Choose(least, most).SelectMany(count => call.ArrayOf(count)).Select(string.Concat);
    }

    private Gen<string[]> Arguments(IMethodSymbol method, int depth) => method.Parameters
        .Select(parameter => Argument(parameter, depth))
        .Aggregate(Gen.Constant(Array.Empty<string>()), (before, next) => before.Zip(next, (some, one) => one.Length == 0 ? some : [.. some, one]));

    private Gen<string> Argument(IParameterSymbol parameter, int depth)
    {
        if (parameter.IsParams)
            return Gen.Choose(0, 4).SelectMany(count => Value(ItemOf(parameter.Type)!, depth).ArrayOf(count)).Select(items => string.Join(", ", items));
        Gen<string> value = Value(parameter.Type, depth);
        bool isNullable = parameter.Type is { IsReferenceType: true, NullableAnnotation: NullableAnnotation.Annotated } or { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T };
        return isNullable && !parameter.HasExplicitDefaultValue ? Gen.Frequency((8, value), (1, Gen.Constant($"({parameter.Type.ToDisplayString()})null"))) : value;
    }

    private Gen<string> Value(ITypeSymbol type, int depth)
    {
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable)
            return Value(nullable.TypeArguments[0], depth);
        if (type.TypeKind == TypeKind.Enum)
        {
            return Gen.Frequency(
                (9, Gen.Elements(type.GetMembers().OfType<IFieldSymbol>().Select(field => $"{type.ToDisplayString()}.{field.Name}").ToArray())),
                (1, Gen.Constant($"({type.ToDisplayString()})999")));
        }

        if (BuilderOf(type) is { } builder)
            return Calls(builder, 1, 3, depth - 1).Select(calls => $"x => x{calls}");
        if (ItemOf(type) is { } item)
            return Gen.Choose(0, 4).SelectMany(count => Value(item, depth).ArrayOf(count)).Select(items => $"[{string.Join(", ", items)}]");
        return type.SpecialType switch
        {
            SpecialType.System_Int32 or SpecialType.System_Int64 => Whole,
            SpecialType.System_Decimal => Fractions.Select(number => number + "m"),
            SpecialType.System_Double => Fractions,
            SpecialType.System_Boolean => Gen.Elements("true", "false"),
            SpecialType.System_String => Texts,
            _ => type.Name switch
            {
                "Guid" => Gen.Constant("System.Guid.NewGuid()"),
                "Uri" => Gen.Constant("new System.Uri(\"https://example.com/a.png\")"),
                "MediaInput" => Gen.Elements("System.Guid.NewGuid()", "ModelCards.MediaInput.FromUrl(\"https://example.com/a.png\")"),
                _ => Gen.OneOf(FromOf(type).Select(from => Value(from, depth))),
            },
        };
    }

    private static bool IsKnown(ITypeSymbol type, int depth)
    {
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable)
            type = nullable.TypeArguments[0];
        return BuilderOf(type) is not null
            ? depth > 0
            : ItemOf(type) is { } item
                ? type.SpecialType != SpecialType.System_String && IsKnown(item, depth)
                : type.TypeKind == TypeKind.Enum || type.Name is "Guid" or "Uri" or "MediaInput" || FromOf(type).Any()
                    || type.SpecialType is SpecialType.System_Int32 or SpecialType.System_Int64 or SpecialType.System_Decimal or SpecialType.System_Double
                        or SpecialType.System_Boolean or SpecialType.System_String;
    }

    /// <summary>Constants that convert to a union.</summary>
    private static IEnumerable<ITypeSymbol> FromOf(ITypeSymbol type) => type.GetMembers("op_Implicit").OfType<IMethodSymbol>()
        .Select(conversion => conversion.Parameters[0].Type)
        .Where(from => from.SpecialType is SpecialType.System_Int32 or SpecialType.System_Int64 or SpecialType.System_Boolean or SpecialType.System_String);

    private static INamedTypeSymbol? BuilderOf(ITypeSymbol type) =>
        type is INamedTypeSymbol { Name: "Action", Arity: 1 } action ? action.TypeArguments[0] as INamedTypeSymbol : null;

    private static ITypeSymbol? ItemOf(ITypeSymbol type) => type is IArrayTypeSymbol array
        ? array.ElementType
        : type is INamedTypeSymbol { Arity: 1, Name: "IEnumerable" or "IReadOnlyList" or "ReadOnlySpan" } list ? list.TypeArguments[0] : null;

    private INamedTypeSymbol TypeOf(string name) => (INamedTypeSymbol)cards.GetSymbolsWithName(name, SymbolFilter.Type).Single();
}
