using Microsoft.CodeAnalysis;
using ModelCards.Generator.Analyzers.Cards;
using ModelCards.Generator.Analyzers.Reading;
using ModelCards.Schemas;

namespace ModelCards.Generator.Analyzers.Checks;

/// <summary>Allowed numbers next to one that is not allowed.</summary>
internal static class Nearest
{
    /// <summary>The neighbours on the step, lower first; one where the other is out of range.</summary>
    public static IReadOnlyList<ExactNumber> OnStep(NumberLimits limits, ExactNumber number)
    {
        ExactNumber step = limits.Step!.Value;
        ExactNumber lower = number.Floor(step);
        return [.. new[] { lower, lower + step }.Where(limits.Allows)];
    }

    /// <summary>The first allowed number from the bound that was passed; null where there is none.</summary>
    public static ExactNumber? InRange(NumberLimits limits, ExactNumber number, ITypeSymbol type)
    {
        ExactNumber? step = limits.Step ?? (IsWhole(type) ? ExactNumber.TryParse("1") : null);
        bool isBelow = (limits.Minimum is { } minimum && number.CompareTo(minimum) < 0)
            || (limits.ExclusiveMinimum is { } above && number.CompareTo(above) <= 0);
        ExactNumber? clamped = isBelow ? Lowest(limits, step) : Highest(limits, step);
        return clamped is { } found && limits.Allows(found) ? found : null;
    }

    public static bool IsWhole(ITypeSymbol type) => type.SpecialType is SpecialType.System_Int32 or SpecialType.System_Int64;

    private static ExactNumber? Lowest(NumberLimits limits, ExactNumber? step)
    {
        if (limits.Minimum is { } minimum)
            return step is not { } by || minimum.IsMultipleOf(by) ? minimum : minimum.Floor(by) + by;
        return limits.ExclusiveMinimum is { } above && step is { } next ? above.Floor(next) + next : null;
    }

    private static ExactNumber? Highest(NumberLimits limits, ExactNumber? step)
    {
        if (limits.Maximum is { } maximum)
            return step is { } by ? maximum.Floor(by) : maximum;
        if (limits.ExclusiveMaximum is not { } below || step is not { } next)
            return null;
        ExactNumber floor = below.Floor(next);
        return floor.Equals(below) ? floor + -next : floor;
    }
}
