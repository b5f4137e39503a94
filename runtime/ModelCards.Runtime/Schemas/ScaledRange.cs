namespace ModelCards.Schemas;

/// <summary>Bounds and step of a decimal as whole numbers of its last place: 0.01 steps from 0 to 30 are 1 from 0 to 3000.</summary>
internal sealed class ScaledRange
{
    private const int LargestScale = 6;
    private static readonly long[] Powers = [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000];

    private readonly int _scale;
    private readonly long _low;
    private readonly long _high;
    private readonly long _step;

    private ScaledRange(int scale, long low, long high, long step) => (_scale, _low, _high, _step) = (scale, low, high, step);

    /// <summary>The range, where its numbers are small enough; null where they are not.</summary>
    public static ScaledRange? Of(decimal? minimum, decimal? maximum, decimal? step)
    {
        int scale = Math.Max(ScaleOf(minimum), Math.Max(ScaleOf(maximum), ScaleOf(step)));
        if (scale > LargestScale || IsLarge(minimum) || IsLarge(maximum) || IsLarge(step) || step <= 0)
            return null;
        long power = Powers[scale];
        return new ScaledRange(
            scale,
            minimum is { } low ? (long)(low * power) : long.MinValue,
            maximum is { } high ? (long)(high * power) : long.MaxValue,
            step is { } by ? (long)(by * power) : 0);
    }

    /// <summary>Judges a number that fits; false when it has more places or more digits than this arithmetic holds.</summary>
    public bool TryJudge(decimal value, out bool accepted)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        int scale = (bits[3] >> 16) & 0xFF;
        accepted = false;
        if ((bits[1] | bits[2]) != 0 || scale > _scale)
            return false;
        long scaled = (uint)bits[0] * Powers[_scale - scale];
        if (bits[3] < 0)
            scaled = -scaled;
        accepted = scaled >= _low && scaled <= _high && (_step <= 1 || scaled % _step == 0);
        return true;
    }

    private static int ScaleOf(decimal? value) => value is { } some ? some.Scale : 0;

    private static bool IsLarge(decimal? value) => Math.Abs(value ?? 0) > 1_000_000_000_000m;
}
