using System.Globalization;
using FsCheck;
using FsCheck.Fluent;

namespace ModelCards.Runtime.Tests.Harness;

/// <summary>Numbers that are likely to be wrong somewhere.</summary>
internal static class Numbers
{
    private static readonly Gen<string> Digits = Gen.Choose(0, 9).ArrayOf().Resize(30).Select(digits => string.Concat(digits));

    /// <summary>Any JSON number whose exponent a test can afford to write out.</summary>
    public static Gen<string> Json { get; } =
        from sign in Gen.Elements("", "-")
        from whole in Gen.OneOf(Gen.Constant("0"), Gen.Choose(1, 9).Zip(Digits, (first, rest) => first + rest))
        from fraction in Gen.OneOf(Gen.Constant(""), Digits.Select(digits => digits.Length == 0 ? "" : "." + digits), Gen.Elements(".0", ".50", ".000"))
        from exponent in Gen.Frequency((3, Gen.Constant("")), (1, Gen.Choose(-400, 400).Select(power => $"e{power}")), (1, Gen.Choose(0, 40).Select(power => $"E+{power}")))
        select sign + whole + fraction + exponent;

    public static Gen<long> Longs { get; } = Gen.OneOf(
        Gen.Choose(-200, 4200).Select(number => (long)number),
        Gen.Elements(long.MinValue, long.MinValue + 1, long.MaxValue, long.MaxValue - 1, int.MinValue, int.MaxValue, 0, -1),
        ArbMap.Default.GeneratorFor<long>());

    public static Gen<decimal> Decimals { get; } = Gen.OneOf(
        Gen.Choose(-500_000, 500_000).Zip(Gen.Choose(0, 8), (digits, scale) => new decimal(Math.Abs(digits), 0, 0, digits < 0, (byte)scale)),
        from parts in ArbMap.Default.GeneratorFor<int>().Three().Resize(int.MaxValue)
        from isNegative in Gen.Elements(true, false)
        from scale in Gen.Choose(0, 28)
        select new decimal(parts.Item1, parts.Item2, parts.Item3, isNegative, (byte)scale),
        Gen.Elements(
            0.07m, 0.29m, 3.505m, 19.99m, 314201340.72m, -0.0m, 0.00m, decimal.MaxValue, decimal.MinValue, 0.0000000000000000000000000001m,
            0.1234567890123456789012345678m, 7.9228162514264337593543950335m, 1.10m, 30.00m, 29.99m, 30.01m));

    public static Gen<double> Doubles { get; } = Gen.OneOf(
        Gen.Choose(-500_000, 500_000).Zip(Gen.Elements(1, 10, 100, 1000, 3, 7, 1e20, 1e-20), (number, divisor) => number / divisor),
        Gen.Elements(0.07, 0.29, 3.505, 19.99, 314201340.72, -0.0, double.Epsilon, double.MaxValue, double.MinValue, 1e16, 1e300, 0.1 + 0.2),
        ArbMap.Default.GeneratorFor<long>().Resize(int.MaxValue).Select(BitConverter.Int64BitsToDouble).Where(double.IsFinite));

    public static string Text(long value) => value.ToString(CultureInfo.InvariantCulture);

    public static string Text(decimal value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>The shortest text that gives the same double back: what goes over the wire.</summary>
    public static string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
