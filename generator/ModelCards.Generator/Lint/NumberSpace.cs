using System.Numerics;
using ModelCards.Generator.Parser;
using ModelCards.Schemas;

namespace ModelCards.Generator.Lint;

/// <summary>The numbers that the bounds, the step and the type of one schema leave.</summary>
internal sealed class NumberSpace
{
    private readonly ExactNumber? _low;
    private readonly ExactNumber? _high;
    private readonly bool _isOpenBelow;
    private readonly bool _isOpenAbove;
    private readonly ExactNumber? _step;
    private readonly bool _isInteger;

    private NumberSpace(JsonNode schema)
    {
        (Low, _low, _isOpenBelow) = Tighter(Bound(schema, "minimum"), Bound(schema, "exclusiveMinimum"), sign: 1);
        (High, _high, _isOpenAbove) = Tighter(Bound(schema, "maximum"), Bound(schema, "exclusiveMaximum"), sign: -1);
        _isInteger = schema.TextOf("type") == "integer";
        StepText = Bound(schema, "multipleOf")?.Text ?? "1";
        _step = Bound(schema, "multipleOf") is { } step ? ExactNumber.Parse(step.Text) : null;
    }

    /// <summary>Where the lower bound stands; null without one.</summary>
    public JsonNode? Low { get; }

    /// <summary>Where the upper bound stands; null without one.</summary>
    public JsonNode? High { get; }

    public string LowText => (_isOpenBelow ? "above " : "") + Low?.Text;

    public string HighText => (_isOpenAbove ? "below " : "") + High?.Text;

    public string StepText { get; }

    /// <summary>Whether the bounds leave no number.</summary>
    public bool IsEmpty => _low is { } low && _high is { } high && low.CompareTo(high) is var order
        && (order > 0 || (order == 0 && (_isOpenBelow || _isOpenAbove)));

    /// <summary>Whether the bounds leave numbers, but none of them meets the step and the type.</summary>
    public bool HasNoMultiple
    {
        get
        {
            if (_low is not { } low || _high is not { } high || (_step is null && !_isInteger) || _step is { Sign: <= 0 })
                return false;
            ExactNumber one = ExactNumber.Parse("1");
            long unit = new[] { 0, low.Exponent, high.Exponent, _step?.Exponent ?? 0 }.Min();
            if (low.In(unit) is not { } first || high.In(unit) is not { } last || one.In(unit) is not { } whole)
                return false;
            BigInteger? step = _step is null ? whole : _step.Value.In(unit);
            if (step is not { } by)
                return false;
            if (_isInteger)
                by = by / BigInteger.GreatestCommonDivisor(by, whole) * whole;
            first += _isOpenBelow ? 1 : 0;
            last -= _isOpenAbove ? 1 : 0;
            return Floor(last, by) < first;
        }
    }

    /// <summary>The numbers that a schema leaves; null where it bounds none.</summary>
    public static NumberSpace? Of(JsonNode schema)
    {
        var space = new NumberSpace(schema);
        return space.Low is null || space.High is null ? null : space;
    }

    /// <summary>The greatest multiple that is not above a number.</summary>
    private static BigInteger Floor(BigInteger number, BigInteger step)
    {
        BigInteger rest = number % step;
        return number - (rest.Sign < 0 ? rest + step : rest);
    }

    private static JsonNode? Bound(JsonNode schema, string keyword) => schema[keyword] is { Kind: JsonKind.Number } bound ? bound : null;

    private static (JsonNode? Place, ExactNumber? Value, bool IsOpen) Tighter(JsonNode? closed, JsonNode? open, int sign)
    {
        if (open is null)
            return (closed, closed is null ? null : ExactNumber.Parse(closed.Text), false);
        ExactNumber value = ExactNumber.Parse(open.Text);
        return closed is not null && ExactNumber.Parse(closed.Text) is var other && other.CompareTo(value) * sign > 0
            ? (closed, other, false)
            : (open, value, true);
    }
}
