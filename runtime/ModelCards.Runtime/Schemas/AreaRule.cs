using ModelCards.Requests;

namespace ModelCards.Schemas;

/// <summary>An <c>x-constraints</c> entry over two plain numbers: their product (area) or quotient (ratio) is bounded.</summary>
internal sealed record AreaRule(bool IsRatio, string[] First, string[] Second, NumberBound? Minimum, NumberBound? Maximum)
{
    // A bound of so many digits times a 32-bit integer is exact in a decimal.
    private const int ShortBound = 18;

    private readonly bool _isShort = (Minimum is null || IsShort(Minimum)) && (Maximum is null || IsShort(Maximum));

    public bool Accepts(in Slot first, in Slot second)
    {
        if (_isShort && IsPlain(first) && IsPlain(second))
            return AcceptsPlain(first.Low, second.Low);
        return Accepts(Instance.NumberOf(first), Instance.NumberOf(second));
    }

    private bool AcceptsPlain(long first, long second)
    {
        if (!IsRatio)
            return !(first * second < Minimum?.Decimal) && !(first * second > Maximum?.Decimal);
        return second == 0 ? Maximum is null : !(first < Minimum?.Decimal * second) && !(first > Maximum?.Decimal * second);
    }

    private bool Accepts(ExactNumber first, ExactNumber second)
    {
        if (!IsRatio)
            return IsWithin(first * second, Minimum?.Exact, Maximum?.Exact);
        if (second.Sign == 0)
            return Maximum is null;
        (first, second) = second.Sign < 0 ? (-first, -second) : (first, second);
        return IsWithin(first, Minimum?.Exact * second, Maximum?.Exact * second);
    }

    private static bool IsWithin(ExactNumber value, ExactNumber? low, ExactNumber? high) =>
        (low is not { } minimum || value.CompareTo(minimum) >= 0) && (high is not { } maximum || value.CompareTo(maximum) <= 0);

    private static bool IsShort(NumberBound bound) => bound.Decimal is not null && bound.Text.Length <= ShortBound;

    private static bool IsPlain(in Slot value) => value.Kind == SlotKind.Integer && value.Low is >= 0 and <= int.MaxValue;
}
