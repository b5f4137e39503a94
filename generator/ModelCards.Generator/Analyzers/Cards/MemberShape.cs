using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using ModelCards.Generator.Parser;

namespace ModelCards.Generator.Analyzers.Cards;

/// <summary>Least and greatest count of something.</summary>
internal sealed record CountLimits(int Minimum, int Maximum)
{
    public bool Allows(int count) => count >= Minimum && count <= Maximum;

    public string Describe(string noun) => Minimum == Maximum
        ? $"exactly {Count(Minimum, noun)}"
        : Maximum == int.MaxValue ? $"at least {Count(Minimum, noun)}" : Minimum == 0 ? $"at most {Count(Maximum, noun)}" : $"{Minimum} to {Count(Maximum, noun)}";

    public static string Count(int count, string noun) => $"{count} {noun}{(count == 1 ? "" : "s")}";
}

/// <summary>A generated property, with what its attributes say that the card allows.</summary>
internal sealed class MemberShape
{
    private MemberShape(string name, string jsonName, ITypeSymbol type, bool isRequired, ImmutableArray<AttributeData> attributes)
    {
        (Name, JsonName, Type, IsRequired) = (name, jsonName, type, isRequired);
        foreach (AttributeData attribute in attributes)
        {
            switch (attribute.AttributeClass?.Name)
            {
                case "LengthAttribute":
                    Length = CountOf(attribute);
                    break;
                case "ItemsAttribute":
                    Items = CountOf(attribute);
                    break;
                case "PatternAttribute":
                    Pattern = attribute.ConstructorArguments[0].Value as string;
                    break;
                case "AllowedAttribute":
                    Allowed = [.. attribute.ConstructorArguments[0].Values.Select(value => value.Value).OfType<object>()];
                    break;
            }
        }

        Numbers = NumberLimits.Of(attributes);
    }

    public string Name { get; }

    public string JsonName { get; }

    /// <summary>Type of the value, without the question mark.</summary>
    public ITypeSymbol Type { get; }

    public bool IsRequired { get; }

    public bool IsList => Type is INamedTypeSymbol { Name: "IReadOnlyList", Arity: 1 };

    /// <summary>What one item is called, for <c>Add</c> methods.</summary>
    public string ItemName => Words.Singular(Name);

    public NumberLimits? Numbers { get; }

    public CountLimits? Length { get; }

    public CountLimits? Items { get; }

    public string? Pattern { get; }

    /// <summary>Values of a closed set that C# has no type for.</summary>
    public IReadOnlyList<object>? Allowed { get; }

    public static MemberShape Of(IPropertySymbol property)
    {
        ImmutableArray<AttributeData> attributes = [.. property.GetAttributes()
            .Where(attribute => attribute.AttributeClass is { ContainingNamespace: { Name: "ModelCards", ContainingNamespace.IsGlobalNamespace: true } })];
        string? name = attributes.FirstOrDefault(attribute => attribute.AttributeClass!.Name == "ParameterAttribute")?.ConstructorArguments[0].Value as string;
        return new MemberShape(property.Name, name ?? Words.Camel(property.Name).TrimStart('@'), WithoutNull(property.Type), property.IsRequired, attributes);
    }

    public static ITypeSymbol WithoutNull(ITypeSymbol type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : type;

    private static CountLimits CountOf(AttributeData attribute)
    {
        int At(int index, string name, int otherwise) =>
            attribute.ConstructorArguments.Length > index && attribute.ConstructorArguments[index].Value is int given ? given
            : attribute.NamedArguments.FirstOrDefault(pair => pair.Key == name).Value is { IsNull: false, Kind: TypedConstantKind.Primitive, Value: int named } ? named
            : otherwise;
        return new CountLimits(At(0, "Minimum", 0), At(1, "Maximum", int.MaxValue));
    }
}
