using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ModelCards.Generator.Analyzers.Cards;
using ModelCards.Generator.Analyzers.Reading;
using ModelCards.Generator.Diagnostics;
using ModelCards.Schemas;

namespace ModelCards.Generator.Analyzers.Checks;

/// <summary>Judges the value that a member is set to, by itself.</summary>
internal sealed class ValueCheck(CardTypes types, ConstantReader constants, TextCheck texts)
{
    /// <summary>What is wrong with the value; null when nothing is, or nobody can tell.</summary>
    public IEnumerable<Diagnostic> Check(Setting setting)
    {
        MemberShape member = setting.Member;
        if (setting.Items is { } items)
        {
            if (!setting.IsAddedTo && Count(setting, items.Count) is { } wrongCount)
                yield return wrongCount;

            foreach (IOperation item in items)
            {
                if (Judge(member, item, item.Syntax.GetLocation()) is { } wrong)
                    yield return wrong;
            }
        }
        else if (setting.Value is { } value && Judge(member, value, setting.Place) is { } wrong)
        {
            yield return wrong;
        }

        // Members of an object initializer are judged where that stands.
        foreach (Setting argument in setting.Value is null ? ArgumentsOf(setting) : [])
        {
            foreach (Diagnostic wrong in Check(argument))
                yield return wrong;
        }
    }

    /// <summary>What is wrong with a number of items; null when nothing is.</summary>
    public static Diagnostic? Count(Setting setting, int count) => setting.Member.Items is { } limits && !limits.Allows(count)
        ? Finding.Of(UsageDescriptors.WrongItemCount, setting.Place, setting.Member.JsonName, limits.Describe("item"), CountLimits.Count(count, "item"))
        : null;

    /// <summary>What a lambda sets is judged where the lambda stands; it may replace an argument, and what it does is not always seen.</summary>
    private static IEnumerable<Setting> ArgumentsOf(Setting setting) => setting.Nested is { IsWhole: true } nested
        ? RequestChain.Survivors(nested.Settings).Where(inner => inner.Removable is null)
        : [];

    private Diagnostic? Judge(MemberShape member, IOperation value, Location place)
    {
        IOperation bare = ConstantReader.WithoutConversions(value);
        if (bare is IConversionOperation { OperatorMethod: not null, Operand: var operand } conversion)
        {
            // A union or a medium made of another value.
            IOperation inner = ConstantReader.WithoutConversions(operand);
            if (operand.Type is not null && types.BranchOf(conversion.Type, operand.Type) is { } branch)
                return JudgeConstant(branch, member.JsonName, operand, place);
            return FormatCheck.Judge(inner, constants);
        }

        return FormatCheck.Judge(bare, constants) ?? JudgeConstant(member, member.JsonName, value, place);
    }

    private Diagnostic? JudgeConstant(MemberShape member, string name, IOperation value, Location place)
    {
        Constant? constant = constants.Read(value);
        if (constant is null && ParameterDefault.Find(value) is { } @default)
        {
            constant = new Constant(((IParameterReferenceOperation)ConstantReader.WithoutConversions(value)).Parameter.ExplicitDefaultValue);
            place = @default.GetLocation();
        }

        if (constant is null or { IsNull: true })
            return null;
        if (Item(member.Type) is INamedTypeSymbol { TypeKind: TypeKind.Enum } set)
            return JudgeEnum(name, set, constant, place);
        if (member.Allowed is { } allowed && !allowed.Any(one => one.Equals(constant.Value)))
            return Finding.Of(UsageDescriptors.NotAllowed, place, name, Show(constant.Value), string.Join(", ", allowed.Select(Show)));
        if (constant.Value is string text)
            return member.Type.SpecialType == SpecialType.System_String ? texts.Judge(member, name, text, place) : null;
        return constant.Number is { } number && IsNumber(member.Type) && member.Numbers is { } limits ? JudgeNumber(limits, name, number, member.Type, place) : null;
    }

    private static Diagnostic? JudgeNumber(NumberLimits limits, string name, ExactNumber number, ITypeSymbol type, Location place)
    {
        if (!limits.Bounds(number))
        {
            ExactNumber[] clamped = Nearest.InRange(limits, number, type) is { } nearest ? [nearest] : [];
            return Finding.WithReplacements(UsageDescriptors.OutOfRange, place, clamped, type, name, limits.Describe(), number);
        }

        if (limits.Step is not { Sign: > 0 } step || number.IsMultipleOf(step))
            return null;
        IReadOnlyList<ExactNumber> neighbours = Nearest.OnStep(limits, number);
        string list = neighbours.Count == 0 ? "is none" : (neighbours.Count == 1 ? "is " : "are ") + string.Join(" and ", neighbours);
        return Finding.WithReplacements(UsageDescriptors.OffStep, place, neighbours, type, name, step, number, list);
    }

    private static Diagnostic? JudgeEnum(string name, INamedTypeSymbol set, Constant constant, Location place)
    {
        IFieldSymbol[] fields = [.. set.GetMembers().OfType<IFieldSymbol>().Where(field => field.HasConstantValue)];
        if (constant.Value is null or string || Array.Exists(fields, field => Equals(field.ConstantValue, constant.Value)))
            return null;
        string allowed = string.Join(", ", fields.Take(10).Select(field => field.Name)) + (fields.Length > 10 ? ", ..." : "");
        return Finding.Of(UsageDescriptors.NotAllowed, place, name, $"({set.Name}){constant.Value}", allowed);
    }

    private static ITypeSymbol Item(ITypeSymbol type) =>
        type is INamedTypeSymbol { Name: "IReadOnlyList", Arity: 1 } list ? list.TypeArguments[0] : type;

    private static bool IsNumber(ITypeSymbol type) => type.SpecialType
        is SpecialType.System_Int32 or SpecialType.System_Int64 or SpecialType.System_Decimal or SpecialType.System_Double;

    private static string Show(object? value) => value switch
    {
        string text => $"'{text}'",
        bool flag => flag ? "true" : "false",
        _ => ExactNumber.Of(value)?.ToString() ?? "",
    };
}
