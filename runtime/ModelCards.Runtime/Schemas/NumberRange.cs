using System.Globalization;

namespace ModelCards.Schemas;

/// <summary>The bounds and step of a number, prepared so that the usual values are judged by machine arithmetic.</summary>
internal sealed class NumberRange
{
    private readonly decimal _low = decimal.MinValue;
    private readonly decimal _high = decimal.MaxValue;
    private readonly bool _decimals = true;
    private readonly ScaledRange? _scaled;
    private readonly long _integerStep = 1;

    // Steps are powers of two as a rule; a division is dear where a mask will do. -1 asks for the division.
    private readonly long _mask;
    private readonly long _lowInteger = long.MinValue;
    private readonly long _highInteger = long.MaxValue;
    private readonly double _lowDouble;
    private readonly double _highDouble;

    public NumberRange(NumberBound? minimum, NumberBound? exclusiveMinimum, NumberBound? maximum, NumberBound? exclusiveMaximum, NumberBound? step)
    {
        (Minimum, ExclusiveMinimum, Maximum, ExclusiveMaximum, Step) = (minimum, exclusiveMinimum, maximum, exclusiveMaximum, step);
        _lowDouble = Math.Max(LowestDouble(minimum, 0), LowestDouble(exclusiveMinimum, 1));
        _highDouble = Math.Min(HighestDouble(maximum, 0), HighestDouble(exclusiveMaximum, -1));
        foreach (NumberBound? bound in (NumberBound?[])[minimum, exclusiveMinimum, maximum, exclusiveMaximum, step])
            _decimals &= bound is null || bound.Decimal is not null;
        if (!_decimals)
            return;
        _low = Math.Max(minimum?.Decimal ?? decimal.MinValue, exclusiveMinimum?.Decimal ?? decimal.MinValue);
        _high = Math.Min(maximum?.Decimal ?? decimal.MaxValue, exclusiveMaximum?.Decimal ?? decimal.MaxValue);
        _lowInteger = _low <= long.MinValue ? long.MinValue : _low > long.MaxValue ? long.MaxValue : (long)decimal.Ceiling(_low);
        _highInteger = _high >= long.MaxValue ? long.MaxValue : _high < long.MinValue ? long.MinValue : (long)decimal.Floor(_high);
        if (exclusiveMinimum is null && exclusiveMaximum is null)
            _scaled = ScaledRange.Of(minimum?.Decimal, maximum?.Decimal, step?.Decimal);
        IntegersAreFast = exclusiveMinimum is null && exclusiveMaximum is null && _low <= long.MaxValue && _high >= long.MinValue
            && (step is null || (step.Decimal is { } by && by == decimal.Truncate(by) && by is > 0 and <= long.MaxValue));
        _integerStep = IntegersAreFast && step is not null ? (long)step.Decimal!.Value : 1;
        _mask = (_integerStep & (_integerStep - 1)) == 0 ? _integerStep - 1 : -1;
    }

    public NumberBound? Minimum { get; }

    public NumberBound? ExclusiveMinimum { get; }

    public NumberBound? Maximum { get; }

    public NumberBound? ExclusiveMaximum { get; }

    public NumberBound? Step { get; }

    public bool IntegersAreFast { get; }

    /// <summary>True for an integer that is surely allowed; false asks for the exact way.</summary>
    public bool SurelyAccepts(long value) =>
        IntegersAreFast && value >= _lowInteger && value <= _highInteger && (_mask >= 0 ? (value & _mask) == 0 : value % _integerStep == 0);

    /// <summary>True for a number that is surely allowed; false asks for the exact way.</summary>
    public bool SurelyAccepts(decimal value)
    {
        if (_scaled is { } scaled && scaled.TryJudge(value, out bool accepted))
            return accepted;
        return _decimals && value >= _low && value <= _high && ExclusiveMinimum is null && ExclusiveMaximum is null
        && (Step is null || (Step.Decimal!.Value != 0 && value % Step.Decimal.Value == 0));
    }

    /// <summary>True for a finite number that is surely allowed; false asks for the exact way.</summary>
    public bool SurelyAccepts(double value) => Step is null && value >= _lowDouble && value <= _highDouble && double.IsFinite(value);

    /// <summary>The lowest double whose text, which is what is sent, keeps the bound.</summary>
    private static double LowestDouble(NumberBound? bound, int least)
    {
        if (bound is null)
            return double.NegativeInfinity;
        double nearest = double.Parse(bound.Text, CultureInfo.InvariantCulture);
        return double.IsFinite(nearest) && TextOf(nearest).CompareTo(bound.Exact) < least ? Math.BitIncrement(nearest) : nearest;
    }

    private static double HighestDouble(NumberBound? bound, int most)
    {
        if (bound is null)
            return double.PositiveInfinity;
        double nearest = double.Parse(bound.Text, CultureInfo.InvariantCulture);
        return double.IsFinite(nearest) && TextOf(nearest).CompareTo(bound.Exact) > most ? Math.BitDecrement(nearest) : nearest;
    }

    private static ExactNumber TextOf(double value) => ExactNumber.Parse(value.ToString("R", CultureInfo.InvariantCulture));
}
