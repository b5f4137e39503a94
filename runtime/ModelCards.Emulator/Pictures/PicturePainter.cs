namespace ModelCards.Emulator.Pictures;

/// <summary>
/// Paints hills under a glowing disc out of prompt and seed. All arithmetic is integer (one square root apart),
/// thus the same input gives the same bytes on every machine.
/// </summary>
internal static class PicturePainter
{
    /// <param name="width">Pixels.</param>
    /// <param name="height">Pixels.</param>
    /// <param name="prompt">Any text, the empty one too.</param>
    /// <param name="seed">Any number.</param>
    /// <param name="transparent">Paint the scene on a medallion in the middle and leave all around it at alpha 0.</param>
    public static PixelBuffer Paint(int width, int height, string prompt, long seed, bool transparent)
    {
        PixelBuffer picture = new(width, height, transparent);
        SceneRandom random = new(prompt, seed);
        ScenePalette palette = ScenePalette.Choose(random);
        GlowingDisc disc = new(width, height, random);
        HillRange[] ranges = HillRange.Raise(width, height, palette, random);

        Rgb[] rangeColors = new Rgb[ranges.Length];
        for (int y = 0; y < height; y++)
        {
            Rgb sky = SkyColor(palette, y, height);
            for (int i = 0; i < ranges.Length; i++)
                rangeColors[i] = Mist(ranges[i].Color, palette, y, height);

            for (int x = 0; x < width; x++)
            {
                int alpha = transparent ? GlowingDisc.MedallionCoverage(x, y, width, height) : Rgb.One;
                if (alpha == 0)
                    continue;

                picture.SetPixel(x, y, SceneColor(x, y, sky, palette.Disc, disc, ranges, rangeColors), (byte)(alpha * 255L / Rgb.One));
            }
        }

        Caption.Draw(picture);
        return picture;
    }

    private static Rgb SceneColor(int x, int y, Rgb sky, Rgb light, GlowingDisc disc, HillRange[] ranges, Rgb[] rangeColors)
    {
        // From the nearest range back to the first thing that fills the whole pixel, then forward again over the ridges.
        int behind = ranges.Length - 1;
        while (behind >= 0 && ranges[behind].Coverage(x, y) < Rgb.One)
            behind--;

        Rgb color = behind >= 0 ? rangeColors[behind] : sky.Mix(light, disc.Weight(x, y));
        for (int i = behind + 1; i < ranges.Length; i++)
        {
            int coverage = ranges[i].Coverage(x, y);
            if (coverage > 0)
                color = color.Mix(rangeColors[i], coverage);
        }

        return color;
    }

    private static Rgb SkyColor(ScenePalette palette, int y, int height)
    {
        int weight = (int)Math.Min(Rgb.One, (long)y * Rgb.One * 10 / (height * 7L));
        return palette.Zenith.Mix(palette.Horizon, weight);
    }

    private static Rgb Mist(Rgb color, ScenePalette palette, int y, int height)
    {
        // Mist lies in the valleys between the ranges and thins out towards the foreground.
        int weight = (int)((long)(height - y) * Rgb.One * 45 / (height * 100L));
        return color.Mix(palette.Horizon, weight);
    }
}
