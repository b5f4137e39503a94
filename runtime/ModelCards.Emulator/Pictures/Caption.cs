namespace ModelCards.Emulator.Pictures;

/// <summary>Writes EMULATED on a picture, for nobody shall take it for the work of a model.</summary>
internal static class Caption
{
    private const int GlyphWidth = 5;
    private const int GlyphHeight = 7;
    private const int Advance = GlyphWidth + 1;
    private const int Padding = 3;

    // Seven rows per glyph, the lowest five bits of each from left to right.
    private static readonly byte[][] Glyphs =
    [
        [0x1F, 0x10, 0x10, 0x1E, 0x10, 0x10, 0x1F], // E
        [0x11, 0x1B, 0x15, 0x15, 0x11, 0x11, 0x11], // M
        [0x11, 0x11, 0x11, 0x11, 0x11, 0x11, 0x0E], // U
        [0x10, 0x10, 0x10, 0x10, 0x10, 0x10, 0x1F], // L
        [0x0E, 0x11, 0x11, 0x1F, 0x11, 0x11, 0x11], // A
        [0x1F, 0x04, 0x04, 0x04, 0x04, 0x04, 0x04], // T
        [0x1F, 0x10, 0x10, 0x1E, 0x10, 0x10, 0x1F], // E
        [0x1E, 0x11, 0x11, 0x11, 0x11, 0x11, 0x1E], // D
    ];

    private static readonly Rgb Ink = new(255, 255, 255);
    private static readonly Rgb Plate = new(16, 16, 24);

    private static int PlateWidth => (Glyphs.Length * Advance) - 1 + (2 * Padding);

    private static int PlateHeight => GlyphHeight + (2 * Padding);

    public static void Draw(PixelBuffer picture)
    {
        int scale = Math.Max(1, Math.Min(picture.Width, picture.Height) / 384);
        int plateWidth = PlateWidth * scale;
        int plateHeight = PlateHeight * scale;
        int margin = 4 * scale;

        // A transparent picture has its medallion in the middle and nothing in the corners: there the caption goes low inside it.
        int left = picture.HasAlpha ? (picture.Width - plateWidth) / 2 : picture.Width - plateWidth - margin;
        int top = picture.HasAlpha
            ? (picture.Height / 2) + (Math.Min(picture.Width, picture.Height) * 28 / 100)
            : picture.Height - plateHeight - margin;
        int bottom = top + plateHeight;
        bool fits = left >= margin && top >= margin && bottom <= picture.Height;
        if (!fits || (picture.HasAlpha && !IsInMedallion(picture, left, bottom - 1)))
            return;

        for (int y = 0; y < plateHeight; y++)
        {
            for (int x = 0; x < plateWidth; x++)
                Stamp(picture, left + x, top + y, IsInk((x / scale) - Padding, (y / scale) - Padding));
        }
    }

    private static bool IsInMedallion(PixelBuffer picture, int x, int y) =>
        GlowingDisc.MedallionCoverage(x, y, picture.Width, picture.Height) == Rgb.One;

    private static bool IsInk(int x, int y)
    {
        if (x < 0 || y < 0 || y >= GlyphHeight || x >= Glyphs.Length * Advance)
            return false;

        int column = x % Advance;
        return column < GlyphWidth && (Glyphs[x / Advance][y] >> (GlyphWidth - 1 - column) & 1) != 0;
    }

    private static void Stamp(PixelBuffer picture, int x, int y, bool ink)
    {
        Span<byte> pixel = picture.Row(y).Slice(x * PixelBuffer.BytesPerPixel, PixelBuffer.BytesPerPixel);
        Rgb below = new(pixel[0], pixel[1], pixel[2]);
        Rgb color = ink ? below.Mix(Ink, Rgb.One * 9 / 10) : below.Mix(Plate, Rgb.One / 2);
        picture.SetPixel(x, y, color, pixel[3]);
    }
}
