using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;

namespace ModelCards.Runtime.Tests.Harness;

/// <summary>A fraction of whole numbers of any size: what a JSON number means, found in another way than the kernel's.</summary>
internal readonly partial record struct Rational(BigInteger Numerator, BigInteger Denominator) : IComparable<Rational>
{
    public bool IsInteger => (Numerator % Denominator).IsZero;

    public static Rational Parse(string json)
    {
        Match match = JsonNumber().Match(json);
        string fraction = match.Groups["fraction"].Value;
        BigInteger digits = BigInteger.Parse(match.Groups["sign"].Value + match.Groups["whole"].Value + fraction, CultureInfo.InvariantCulture);
        int exponent = match.Groups["exponent"].Success ? int.Parse(match.Groups["exponent"].Value, CultureInfo.InvariantCulture) : 0;
        int shift = exponent - fraction.Length;
        return shift >= 0 ? new(digits * BigInteger.Pow(10, shift), 1) : new(digits, BigInteger.Pow(10, -shift));
    }

    public int CompareTo(Rational other) => (Numerator * other.Denominator).CompareTo(other.Numerator * Denominator);

    public bool IsMultipleOf(Rational step) => new Rational(Numerator * step.Denominator, Denominator * step.Numerator).IsInteger;

    [GeneratedRegex(@"^(?<sign>-?)(?<whole>\d+)(?:\.(?<fraction>\d+))?(?:[eE](?<exponent>[+-]?\d+))?$")]
    private static partial Regex JsonNumber();
}
