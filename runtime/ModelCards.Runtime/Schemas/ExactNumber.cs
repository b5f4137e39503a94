using System.Globalization;
using System.Numerics;

namespace ModelCards.Schemas;

/// <summary>
/// A decimal number of any size: mantissa times ten to the exponent, without trailing zeros in the mantissa. The generator
/// compiles it too, with a part of its own for the constants of analyzers.
/// </summary>
internal readonly partial struct ExactNumber : IComparable<ExactNumber>, IEquatable<ExactNumber>
{
    private const long MaxExponent = 1_000_000_000;

    private readonly BigInteger _mantissa;
    private readonly long _exponent;

    private ExactNumber(BigInteger mantissa, long exponent)
    {
        _mantissa = mantissa;
        _exponent = exponent;
    }

    public int Sign => _mantissa.Sign;

    public bool IsInteger => _mantissa.IsZero || _exponent >= 0;

    /// <summary>Reads the text of a JSON number.</summary>
    public static ExactNumber Parse(string text)
    {
        int exponentAt = text.IndexOfAny(['e', 'E']);
        string all = exponentAt < 0 ? text : text.Substring(0, exponentAt);
        long exponent = exponentAt < 0 ? 0 : ParseExponent(text.Substring(exponentAt + 1));
        int point = all.IndexOfAny(['.']);
        if (point >= 0)
        {
            exponent -= all.Length - point - 1;
            all = all.Remove(point, 1);
        }

        string significant = all.TrimEnd('0');
        if (significant is "" or "-" or "+")
            return default;
        exponent += all.Length - significant.Length;
        return new ExactNumber(BigInteger.Parse(significant, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture), exponent);
    }

    public int CompareTo(ExactNumber other)
    {
        int sign = _mantissa.Sign;
        if (sign != other._mantissa.Sign || sign == 0)
            return sign.CompareTo(other._mantissa.Sign);
        // Numbers of different magnitude are told apart without building powers of ten that a hostile exponent asks for.
        int byMagnitude = Magnitude.CompareTo(other.Magnitude);
        if (byMagnitude != 0)
            return byMagnitude * sign;
        long shift = _exponent - other._exponent;
        return shift >= 0
            ? (_mantissa * BigInteger.Pow(10, (int)shift)).CompareTo(other._mantissa)
            : _mantissa.CompareTo(other._mantissa * BigInteger.Pow(10, (int)-shift));
    }

    public bool IsMultipleOf(ExactNumber step)
    {
        if (_mantissa.IsZero)
            return true;
        if (step._mantissa.IsZero || _exponent < step._exponent)
            return false;
        BigInteger divisor = BigInteger.Abs(step._mantissa);
        return (_mantissa % divisor * BigInteger.ModPow(10, _exponent - step._exponent, divisor) % divisor).IsZero;
    }

    public static ExactNumber operator -(ExactNumber number) => new(-number._mantissa, number._exponent);

    /// <summary>The product, for comparing: it may end in zeros.</summary>
    public static ExactNumber operator *(ExactNumber left, ExactNumber right) => new(left._mantissa * right._mantissa, left._exponent + right._exponent);

    public bool Equals(ExactNumber other) => CompareTo(other) == 0;

    public override bool Equals(object? obj) => obj is ExactNumber other && Equals(other);

    public override int GetHashCode() => unchecked((_mantissa.GetHashCode() * 31) + _exponent.GetHashCode());

    private long Magnitude => _exponent + BigInteger.Abs(_mantissa).ToString(CultureInfo.InvariantCulture).Length;

    private static long ParseExponent(string text)
    {
        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long exponent))
            return Math.Max(-MaxExponent, Math.Min(exponent, MaxExponent));
        return text[0] == '-' ? -MaxExponent : MaxExponent;
    }
}
