namespace ModelCards.Emulator.Pictures;

/// <summary>One range of hills: for each column the height of its ridge, made of three octaves of value noise.</summary>
internal sealed class HillRange
{
    /// <summary>Ridge heights carry 8 fractional bits, so that ridges can be drawn without stair steps.</summary>
    public const int SubpixelBits = 8;

    private const int Octaves = 3;

    private readonly int[] _ridge;

    private HillRange(int[] ridge, Rgb color)
    {
        _ridge = ridge;
        Color = color;
    }

    public Rgb Color { get; }

    /// <summary>The ranges from the farthest to the nearest.</summary>
    public static HillRange[] Raise(int width, int height, ScenePalette palette, SceneRandom random)
    {
        int count = random.Next(3, 5);
        var ranges = new HillRange[count];
        for (int i = 0; i < count; i++)
        {
            // Far ranges are lower in contrast, as in hazy air.
            int nearness = (i + 1) * Rgb.One / count;
            Rgb color = palette.Horizon.Mix(palette.NearHill, (Rgb.One / 5) + (nearness / 5 * 4));
            int top = height * (48 + (i * 40 / count)) / 100;
            int relief = height * random.Next(12, 24) / 100;
            int wavelength = Math.Max(8, Math.Min(width, height) * random.Next(45, 85) / 100);
            ranges[i] = new HillRange(Ridge(width, top, relief, wavelength, random.NextUInt64()), color);
        }

        return ranges;
    }

    /// <summary>How much of the pixel lies below the ridge, from 0 to <see cref="Rgb.One"/>.</summary>
    public int Coverage(int x, int y)
    {
        int covered = ((y + 1) << SubpixelBits) - _ridge[x];
        return Math.Clamp(covered, 0, 1 << SubpixelBits) << (16 - SubpixelBits);
    }

    private static int[] Ridge(int width, int top, int relief, int wavelength, ulong key)
    {
        int[] ridge = new int[width];
        for (int x = 0; x < width; x++)
        {
            long noise = 0;
            for (int octave = 0; octave < Octaves; octave++)
            {
                long position = ((long)x << (16 + octave)) / wavelength;
                noise += ValueNoise(key + (ulong)octave, position) >> (2 * octave);
            }

            ridge[x] = (top << SubpixelBits) + (int)((noise * relief) >> (16 - SubpixelBits));
        }

        return ridge;
    }

    private static long ValueNoise(ulong key, long position)
    {
        int cell = (int)(position >> 16);
        long t = position & 0xFFFF;
        long smooth = (((t * t) >> 16) * ((3 << 16) - (2 * t))) >> 16;
        long left = SceneRandom.LatticeValue(key, cell);
        long right = SceneRandom.LatticeValue(key, cell + 1);
        return left + (((right - left) * smooth) >> 16);
    }
}
