using System.Globalization;
using System.Numerics;

namespace ModelCards.Schemas;

/// <summary>What the compiler's constants need beyond comparing: reading them, neighbours on a step, and digits for a fix.</summary>
internal readonly partial struct ExactNumber
{
    /// <summary>Nobody writes more; what does is not worth the powers of ten.</summary>
    private const int MostDigits = 400;

    private const int MaxShift = 4000;

    /// <summary>The power of ten that the last digit stands for.</summary>
    public long Exponent => _exponent;

    /// <summary>The number of a constant; null for one that is no finite number.</summary>
    public static ExactNumber? Of(object? constant) => constant switch
    {
        double number => double.IsNaN(number) || double.IsInfinity(number) ? null : Shortest(number),
        float number => Of((double)number),
        char => null,
        IFormattable number and (decimal or int or long or uint or ulong or short or ushort or byte or sbyte) =>
            TryParse(number.ToString(null, CultureInfo.InvariantCulture)),
        _ => null,
    };

    /// <summary>Reads the text of a number; null when it is none, or beyond reason.</summary>
    public static ExactNumber? TryParse(string text)
    {
        int mark = text.IndexOfAny(['e', 'E']);
        string digits = mark < 0 ? text : text.Substring(0, mark);
        int point = digits.IndexOf('.');
        if (point >= 0)
            digits = digits.Remove(point, 1);
        int exponent = 0;
        if (mark >= 0 && !int.TryParse(text.Substring(mark + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out exponent))
            return null;
        return digits.Length <= MostDigits && exponent is > -MostDigits and < MostDigits
            && BigInteger.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _)
                ? Parse(text)
                : null;
    }

    /// <summary>How many times ten to the exponent the number is; null where that is no whole number, or one of too many digits to work with.</summary>
    public BigInteger? In(long exponent) =>
        _mantissa.IsZero ? BigInteger.Zero
        : _exponent - exponent is >= 0 and <= MaxShift ? _mantissa * BigInteger.Pow(10, (int)(_exponent - exponent))
        : null;

    /// <summary>The greatest multiple of the step that is not above this number.</summary>
    public ExactNumber Floor(ExactNumber step)
    {
        (BigInteger left, BigInteger right, long exponent) = Align(this, step);
        BigInteger remainder = left % right;
        return Reduced(left - (remainder.Sign < 0 ? remainder + right : remainder), exponent);
    }

    public static ExactNumber operator +(ExactNumber left, ExactNumber right)
    {
        (BigInteger first, BigInteger second, long exponent) = Align(left, right);
        return Reduced(first + second, exponent);
    }

    /// <summary>Plain digits, without an exponent.</summary>
    public override string ToString()
    {
        if (_exponent >= 0)
            return (_mantissa * BigInteger.Pow(10, (int)_exponent)).ToString(CultureInfo.InvariantCulture);
        string digits = BigInteger.Abs(_mantissa).ToString(CultureInfo.InvariantCulture).PadLeft((int)(1 - _exponent), '0');
        return (Sign < 0 ? "-" : "") + digits.Insert(digits.Length + (int)_exponent, ".");
    }

    // The oldest framework that hosts compilers does not print the shortest text by itself.
    private static ExactNumber? Shortest(double number)
    {
        for (int digits = 15; digits < 17; digits++)
        {
            string text = number.ToString("G" + digits.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
            if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double back) && back.Equals(number))
                return TryParse(text);
        }

        return TryParse(number.ToString("G17", CultureInfo.InvariantCulture));
    }

    private static ExactNumber Reduced(BigInteger mantissa, long exponent)
    {
        while (!mantissa.IsZero && (mantissa % 10).IsZero)
        {
            mantissa /= 10;
            exponent++;
        }

        return new ExactNumber(mantissa, mantissa.IsZero ? 0 : exponent);
    }

    private static (BigInteger Left, BigInteger Right, long Exponent) Align(ExactNumber left, ExactNumber right)
    {
        long exponent = Math.Min(left._exponent, right._exponent);
        return (
            left._mantissa * BigInteger.Pow(10, (int)(left._exponent - exponent)),
            right._mantissa * BigInteger.Pow(10, (int)(right._exponent - exponent)),
            exponent);
    }
}
