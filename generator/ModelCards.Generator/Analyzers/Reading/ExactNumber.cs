using System.Globalization;
using System.Numerics;

namespace ModelCards.Generator.Analyzers.Reading;

/// <summary>A decimal number of any size: mantissa times ten to the exponent. The arithmetic of analyzers rounds nothing.</summary>
internal readonly struct ExactNumber : IComparable<ExactNumber>, IEquatable<ExactNumber>
{
    /// <summary>Nobody writes more; what does is not worth the powers of ten.</summary>
    private const int MostDigits = 400;

    private readonly BigInteger _mantissa;
    private readonly int _exponent;

    private ExactNumber(BigInteger mantissa, int exponent)
    {
        while (!mantissa.IsZero && (mantissa % 10).IsZero)
        {
            mantissa /= 10;
            exponent++;
        }

        (_mantissa, _exponent) = (mantissa, mantissa.IsZero ? 0 : exponent);
    }

    public bool IsInteger => _exponent >= 0;

    public int Sign => _mantissa.Sign;

    /// <summary>The number of a constant; null for one that is no finite number.</summary>
    public static ExactNumber? Of(object? constant) => constant switch
    {
        double number => double.IsNaN(number) || double.IsInfinity(number) ? null : Shortest(number),
        float number => Of((double)number),
        char => null,
        IFormattable number and (decimal or int or long or uint or ulong or short or ushort or byte or sbyte) =>
            Parse(number.ToString(null, CultureInfo.InvariantCulture)),
        _ => null,
    };

    /// <summary>Reads the text of a number; null when it is none, or beyond reason.</summary>
    public static ExactNumber? Parse(string text)
    {
        int mark = text.IndexOfAny(['e', 'E']);
        string digits = mark < 0 ? text : text.Substring(0, mark);
        int exponent = 0;
        if (mark >= 0 && !int.TryParse(text.Substring(mark + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out exponent))
            return null;
        int point = digits.IndexOf('.');
        if (point >= 0)
        {
            exponent -= digits.Length - point - 1;
            digits = digits.Remove(point, 1);
        }

        return digits.Length <= MostDigits && exponent is > -MostDigits and < MostDigits
            && BigInteger.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out BigInteger mantissa)
                ? new ExactNumber(mantissa, exponent)
                : null;
    }

    public int CompareTo(ExactNumber other)
    {
        (BigInteger left, BigInteger right, _) = Align(this, other);
        return left.CompareTo(right);
    }

    public bool Equals(ExactNumber other) => _mantissa == other._mantissa && _exponent == other._exponent;

    public override bool Equals(object? obj) => obj is ExactNumber other && Equals(other);

    public override int GetHashCode() => _mantissa.GetHashCode() ^ _exponent;

    public bool IsMultipleOf(ExactNumber step)
    {
        (BigInteger left, BigInteger right, _) = Align(this, step);
        return (left % right).IsZero;
    }

    /// <summary>The greatest multiple of the step that is not above this number.</summary>
    public ExactNumber Floor(ExactNumber step)
    {
        (BigInteger left, BigInteger right, int exponent) = Align(this, step);
        BigInteger remainder = left % right;
        if (remainder.Sign < 0)
            remainder += right;
        return new ExactNumber(left - remainder, exponent);
    }

    public static ExactNumber operator +(ExactNumber left, ExactNumber right)
    {
        (BigInteger first, BigInteger second, int exponent) = Align(left, right);
        return new ExactNumber(first + second, exponent);
    }

    public static ExactNumber operator -(ExactNumber number) => new(-number._mantissa, number._exponent);

    /// <summary>Plain digits, without an exponent.</summary>
    public override string ToString()
    {
        if (_exponent >= 0)
            return (_mantissa * BigInteger.Pow(10, _exponent)).ToString(CultureInfo.InvariantCulture);
        string digits = BigInteger.Abs(_mantissa).ToString(CultureInfo.InvariantCulture).PadLeft(1 - _exponent, '0');
        return (Sign < 0 ? "-" : "") + digits.Insert(digits.Length + _exponent, ".");
    }

    // The oldest framework that hosts compilers does not print the shortest text by itself.
    private static ExactNumber? Shortest(double number)
    {
        for (int digits = 15; digits < 17; digits++)
        {
            string text = number.ToString("G" + digits.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
            if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double back) && back.Equals(number))
                return Parse(text);
        }

        return Parse(number.ToString("G17", CultureInfo.InvariantCulture));
    }

    private static (BigInteger Left, BigInteger Right, int Exponent) Align(ExactNumber left, ExactNumber right)
    {
        int exponent = Math.Min(left._exponent, right._exponent);
        return (
            left._mantissa * BigInteger.Pow(10, left._exponent - exponent),
            right._mantissa * BigInteger.Pow(10, right._exponent - exponent),
            exponent);
    }
}
