namespace ModelCards.Emulator.Pictures;

/// <summary>A sun or moon with soft rings of light: a weight that depends on nothing but the distance from its centre.</summary>
internal sealed class GlowingDisc
{
    private const int StepsPerPixel = 8;

    private readonly int _centerX;
    private readonly int _centerY;
    private readonly int[] _weightByDistance;

    public GlowingDisc(int width, int height, SceneRandom random)
    {
        int side = Math.Min(width, height);
        int radius = Math.Max(1, side * random.Next(9, 17) * StepsPerPixel / 100);
        int ringSpacing = Math.Max(1, radius * random.Next(55, 120) / 100);
        int ringDepth = random.Next(15, 45);
        _centerX = width * random.Next(20, 80) * StepsPerPixel / 100;
        _centerY = height * random.Next(20, 45) * StepsPerPixel / 100;

        // No pixel is farther from the centre than width + height.
        _weightByDistance = new int[(width + height + 2) * StepsPerPixel];
        for (int distance = 0; distance < _weightByDistance.Length; distance++)
            _weightByDistance[distance] = Weight(distance, radius, ringSpacing, ringDepth);
    }

    /// <summary>How much of the light of the disc the pixel shows, from 0 to <see cref="Rgb.One"/>.</summary>
    public int Weight(int x, int y) => _weightByDistance[Distance(x, y, _centerX, _centerY)];

    /// <summary>How much of the pixel lies in a disc in the middle of the picture, from 0 to <see cref="Rgb.One"/>.</summary>
    public static int MedallionCoverage(int x, int y, int width, int height)
    {
        int radius = Math.Min(width, height) * StepsPerPixel * 47 / 100;
        return EdgeCoverage(Distance(x, y, width * StepsPerPixel / 2, height * StepsPerPixel / 2), radius);
    }

    private static int Weight(int distance, int radius, int ringSpacing, int ringDepth)
    {
        int coverage = EdgeCoverage(distance, radius);
        if (coverage == Rgb.One)
            return Rgb.One;

        long falloff = (long)Rgb.One * radius / (radius + Math.Max(0, distance - radius));
        long glow = falloff * 3 / 4;
        int phase = (int)((long)distance * Rgb.One / ringSpacing % Rgb.One);
        int wave = Math.Abs((2 * phase) - Rgb.One);
        glow -= glow * ringDepth / 100 * wave / Rgb.One;
        return (int)(glow + ((Rgb.One - glow) * coverage / Rgb.One));
    }

    private static int EdgeCoverage(int distance, int radius) =>
        Math.Clamp(radius - distance + (StepsPerPixel / 2), 0, StepsPerPixel) * (Rgb.One / StepsPerPixel);

    // IEEE 754 demands a correctly rounded square root, hence this one floating-point step is the same everywhere.
    private static int Distance(int x, int y, int centerX, int centerY)
    {
        double dx = (x * StepsPerPixel) + (StepsPerPixel / 2) - centerX;
        double dy = (y * StepsPerPixel) + (StepsPerPixel / 2) - centerY;
        return (int)Math.Sqrt((dx * dx) + (dy * dy));
    }
}
