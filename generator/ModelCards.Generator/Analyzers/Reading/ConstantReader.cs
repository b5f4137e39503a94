using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using ModelCards.Schemas;

namespace ModelCards.Generator.Analyzers.Reading;

/// <summary>A value that is known while compiling; null is one too.</summary>
internal sealed record Constant(object? Value)
{
    public bool IsNull => Value is null;

    public ExactNumber? Number => ExactNumber.Of(Value);
}

/// <summary>Follows constants as far as the compiler does, and through static readonly fields besides.</summary>
internal sealed class ConstantReader(Compilation compilation)
{
    private readonly ConcurrentDictionary<IFieldSymbol, Constant?> _fields = new(SymbolEqualityComparer.Default);

    /// <summary>The value of an expression as its target gets it; null when only the running program knows it.</summary>
    public Constant? Read(IOperation operation)
    {
        if (operation.ConstantValue.HasValue)
            return new Constant(operation.ConstantValue.Value);
        return operation switch
        {
            IConversionOperation { OperatorMethod: null, IsImplicit: true } conversion => Convert(Read(conversion.Operand), conversion.Type),
            IConversionOperation { OperatorMethod: null, Operand: var operand } conversion
                when SymbolEqualityComparer.Default.Equals(Underlying(conversion.Type), operand.Type) => Read(operand),
            IDefaultValueOperation { Type.IsReferenceType: true } => new Constant(null),
            IDefaultValueOperation { Type: INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } } => new Constant(null),
            IFieldReferenceOperation { Field: { IsStatic: true, IsReadOnly: true } field } reference => ReadField(field, reference),
            _ => null,
        };
    }

    /// <summary>What is left of an expression without conversions that the compiler put there.</summary>
    public static IOperation WithoutConversions(IOperation operation)
    {
        while (operation is IConversionOperation { IsImplicit: true, OperatorMethod: null } conversion)
            operation = conversion.Operand;
        return operation;
    }

    private static ITypeSymbol? Underlying(ITypeSymbol? type) => type is null ? null : Cards.MemberShape.WithoutNull(type);

    /// <summary>A whole number or a float that becomes a double is no longer what was written.</summary>
    private static Constant? Convert(Constant? constant, ITypeSymbol? type) => (constant?.Value, Underlying(type)?.SpecialType) switch
    {
        (null, _) => constant,
        (char letter, SpecialType.System_Int32 or SpecialType.System_Int64 or SpecialType.System_Decimal) => new Constant((int)letter),
        (decimal, SpecialType.System_Double or SpecialType.System_Single) => null,
        (IConvertible value and not (string or bool), SpecialType.System_Double) => new Constant(value.ToDouble(CultureInfo.InvariantCulture)),
        (_, SpecialType.System_Single) => null,
        _ => constant,
    };

    private Constant? ReadField(IFieldSymbol field, IFieldReferenceOperation reference)
    {
        if (!SymbolEqualityComparer.Default.Equals(field.ContainingAssembly, compilation.Assembly) || MayBeUnset(field, reference))
            return null;
        return _fields.GetOrAdd(field, Initial);
    }

    /// <summary>Static fields get their values in the order of the text: before that, they are 0.</summary>
    private static bool MayBeUnset(IFieldSymbol field, IFieldReferenceOperation reference)
    {
        if (reference.Syntax.FirstAncestorOrSelf<MemberDeclarationSyntax>() is not { } member
            || !SymbolEqualityComparer.Default.Equals(reference.SemanticModel?.GetEnclosingSymbol(reference.Syntax.SpanStart)?.ContainingType, field.ContainingType))
            return false;
        bool isInitializer = member is FieldDeclarationSyntax or PropertyDeclarationSyntax { Initializer: not null };
        SyntaxReference declaration = field.DeclaringSyntaxReferences[0];
        return isInitializer && (declaration.SyntaxTree != member.SyntaxTree || declaration.Span.Start > member.SpanStart);
    }

    private Constant? Initial(IFieldSymbol field)
    {
        if (field.ContainingType.StaticConstructors.Any(constructor => !constructor.IsImplicitlyDeclared)
            || field.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is not VariableDeclaratorSyntax { Initializer.Value: { } value })
            return null;
#pragma warning disable RS1030 // The field may be in another file. It is asked once per field, and only for fields that go into a request.
        SemanticModel model = compilation.GetSemanticModel(value.SyntaxTree);
#pragma warning restore RS1030
        Optional<object?> constant = model.GetConstantValue(value);
        return !constant.HasValue ? null : Cast(constant.Value, field.Type);
    }

    /// <summary>The constant as the field holds it, where that loses nothing.</summary>
    private static Constant? Cast(object? value, ITypeSymbol type)
    {
        SpecialType special = (type is INamedTypeSymbol { EnumUnderlyingType: { } underlying } ? underlying : Underlying(type))!.SpecialType;
        return (value, special) switch
        {
            (null, _) or (string, _) or (bool, _) => new Constant(value),
            (IConvertible number, SpecialType.System_Double) => new Constant(number.ToDouble(CultureInfo.InvariantCulture)),
            (IConvertible number, SpecialType.System_Decimal) when number is not (double or float) =>
                new Constant(number.ToDecimal(CultureInfo.InvariantCulture)),
            (decimal or double or float, _) => special is SpecialType.System_Decimal or SpecialType.System_Double ? new Constant(value) : null,
            (IConvertible, SpecialType.System_Single) => null,
            _ => new Constant(value),
        };
    }
}
