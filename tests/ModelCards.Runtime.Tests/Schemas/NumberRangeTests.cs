using FsCheck;
using FsCheck.Fluent;
using ModelCards.Requests;
using ModelCards.Runtime.Tests.Harness;
using ModelCards.Schemas;
using Xunit;

namespace ModelCards.Runtime.Tests.Schemas;

public sealed class NumberRangeTests
{
    private static readonly Gen<string?> Bound = Gen.Frequency(
        (3, Gen.Constant<string?>(null)),
        (2, Gen.Elements<string?>("0", "1", "-4", "4", "30", "128", "2048", "0.01", "0.07", "3.505", "19.99", "314201340.72", "1e2", "2.50", "-0.0")),
        (2, Gen.Elements<string?>(
            "9223372036854775807", "9223372036854775806.5", "-9223372036854775808", "9223372036854776000", "1e300", "-1e300", "1e-300",
            "0.1234567890123456789012345678", "0.30000000000000004", "0.3000000000000000444", "79228162514264337593543950335", "1e1000000000",
            "9007199254740993", "1000000000000", "1000000000001", "0.0000001", "123456.7890125")),
        (1, Numbers.Decimals.Select(number => (string?)Numbers.Text(number))),
        (1, Numbers.Doubles.Select(number => (string?)Numbers.Text(number))));

    private static readonly Gen<string?> Step = Gen.Elements<string?>(
        null, null, null, "0.01", "0.1", "0.001", "16", "64", "0.3", "1", "0.0000001", "1e-30", "2.5", "9223372036854775808");

    private static readonly Gen<Limits> Any =
        from minimum in Bound
        from exclusiveMinimum in Gen.Frequency((2, Gen.Constant<string?>(null)), (1, Bound))
        from maximum in Bound
        from exclusiveMaximum in Gen.Frequency((2, Gen.Constant<string?>(null)), (1, Bound))
        from step in Step
        select new Limits(minimum, exclusiveMinimum, maximum, exclusiveMaximum, step);

    [Fact]
    public void TheFastWayForIntegersAcceptsNothingThatTheExactWayRefuses() => ForAll.Values(
        Any.SelectMany(limits => Numbers.Longs.Or(limits.Near.Select(number => (long)Math.Clamp(number, long.MinValue, long.MaxValue))), Pair),
        pair => Check(pair.Limits, Numbers.Text(pair.Value), Slot.Of(pair.Value), pair.Limits.ToRange().SurelyAccepts(pair.Value)),
        tests: 5000);

    [Fact]
    public void TheFastWayForDecimalsAcceptsNothingThatTheExactWayRefuses() => ForAll.Values(
        Any.SelectMany(limits => Numbers.Decimals.Or(limits.Near), Pair),
        pair => Check(pair.Limits, Numbers.Text(pair.Value), Slot.Of(pair.Value), pair.Limits.ToRange().SurelyAccepts(pair.Value)),
        tests: 5000);

    [Fact]
    public void TheFastWayForDoublesAcceptsNothingThatTheExactWayRefuses() => ForAll.Values(
        Any.SelectMany(limits => Numbers.Doubles.Or(limits.NearDouble), Pair),
        pair => Check(pair.Limits, Numbers.Text(pair.Value), Slot.Of(pair.Value), pair.Limits.ToRange().SurelyAccepts(pair.Value)),
        tests: 5000);

    [Fact]
    public void NumbersOfAnyTextAreJudgedExactly() => ForAll.Values(
        Any.SelectMany(_ => Numbers.Json, Pair),
        pair => Check(pair.Limits, pair.Value, Slot.FromJson(System.Text.Json.JsonDocument.Parse(pair.Value).RootElement), isSure: false),
        tests: 5000);

    [Theory]
    [InlineData("1", "100", null)]
    [InlineData("128", "2048", "16")]
    [InlineData(null, null, "64")]
    public void TheUsualIntegerTakesTheFastWay(string? minimum, string? maximum, string? step) =>
        Assert.True(new Limits(minimum, null, maximum, null, step).ToRange().SurelyAccepts(minimum == "1" ? 100 : 1024));

    [Theory]
    [InlineData("0", "30", "0.01", 30.00)]
    [InlineData("0", "30", "0.01", 3.5)]
    [InlineData("-4", "4", "0.1", -4)]
    [InlineData("0", "1", "0.001", 0.055)]
    public void TheUsualDecimalTakesTheFastWay(string minimum, string maximum, string step, double value) =>
        Assert.True(new Limits(minimum, null, maximum, null, step).ToRange().SurelyAccepts((decimal)value));

    [Theory]
    [InlineData("0", "1", 0)]
    [InlineData("0", "1", 1)]
    [InlineData("0", "1", 0.8)]
    [InlineData("-1e300", "1e300", 1e299)]
    public void TheUsualDoubleTakesTheFastWayBoundsIncluded(string minimum, string maximum, double value) =>
        Assert.True(new Limits(minimum, null, maximum, null, null).ToRange().SurelyAccepts(value));

    private static (Limits Limits, T Value) Pair<T>(Limits limits, T value) => (limits, value);

    private static void Check(Limits limits, string text, Slot slot, bool isSure)
    {
        bool expected = limits.Accept(Rational.Parse(text));
        Assert.True(expected || !isSure, $"{limits} surely accepts {text}");
        Schema schema = new Schema { Range = limits.ToRange() }.Prepare();
        Assert.Equal(expected, SchemaEvaluator.Judge(schema, slot).IsValid);
    }

    private sealed record Limits(string? Minimum, string? ExclusiveMinimum, string? Maximum, string? ExclusiveMaximum, string? Step)
    {
        private string[] Bounds => [.. new[] { Minimum, ExclusiveMinimum, Maximum, ExclusiveMaximum }.OfType<string>()];

        /// <summary>Numbers at the bounds and beside them.</summary>
        public Gen<decimal> Near => Gen.Elements(Bounds.Select(bound => new NumberBound(bound).Decimal).OfType<decimal>().DefaultIfEmpty())
            .Zip(Gen.Elements(0m, 1m, -1m, 0.01m, -0.01m, 1e-20m), (bound, change) => bound is < 1e27m and > -1e27m ? bound + change : bound);

        public Gen<double> NearDouble => Gen.Elements(Bounds.Select(double.Parse).Where(double.IsFinite).DefaultIfEmpty())
            .Zip(Gen.Elements<Func<double, double>>(bound => bound, Math.BitIncrement, Math.BitDecrement), (bound, change) => change(bound))
            .Where(double.IsFinite);

        public NumberRange ToRange() => new(Of(Minimum), Of(ExclusiveMinimum), Of(Maximum), Of(ExclusiveMaximum), Of(Step));

        public bool Accept(Rational value) =>
            (Minimum is null || Compare(value, Minimum) >= 0) && (ExclusiveMinimum is null || Compare(value, ExclusiveMinimum) > 0)
            && (Maximum is null || Compare(value, Maximum) <= 0) && (ExclusiveMaximum is null || Compare(value, ExclusiveMaximum) < 0)
            && (Step is null || value.IsMultipleOf(Rational.Parse(Step)));

        private static NumberBound? Of(string? text) => text is null ? null : new NumberBound(text);

        // The one bound that is too large to write out is larger than any value here.
        private static int Compare(Rational value, string bound) => bound == "1e1000000000" ? -1 : value.CompareTo(Rational.Parse(bound));
    }
}
