namespace ModelCards.Emulator.Pictures;

/// <summary>A colour of three 8-bit components, mixed in 16-bit fixed point so that every machine gets the same bytes.</summary>
internal readonly record struct Rgb(int R, int G, int B)
{
    /// <summary>The fixed-point one: weights run from 0 to this value.</summary>
    public const int One = 1 << 16;

    /// <param name="hue">Degrees; any integer, taken modulo 360.</param>
    /// <param name="saturation">Percent.</param>
    /// <param name="value">Percent.</param>
    public static Rgb FromHsv(int hue, int saturation, int value)
    {
        hue = ((hue % 360) + 360) % 360;
        int max = value * 255 / 100;
        int min = max * (100 - saturation) / 100;
        int rising = min + ((max - min) * (hue % 60) / 60);
        int falling = max - ((max - min) * (hue % 60) / 60);

        return (hue / 60) switch
        {
            0 => new Rgb(max, rising, min),
            1 => new Rgb(falling, max, min),
            2 => new Rgb(min, max, rising),
            3 => new Rgb(min, falling, max),
            4 => new Rgb(rising, min, max),
            _ => new Rgb(max, min, falling),
        };
    }

    /// <summary>This colour at weight 0, <paramref name="other"/> at weight <see cref="One"/>.</summary>
    public Rgb Mix(Rgb other, int weight) => new(
        Mix(R, other.R, weight),
        Mix(G, other.G, weight),
        Mix(B, other.B, weight));

    private static int Mix(int from, int to, int weight) => from + ((((to - from) * weight) + (One / 2)) >> 16);
}
