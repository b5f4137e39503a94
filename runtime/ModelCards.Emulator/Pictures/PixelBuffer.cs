namespace ModelCards.Emulator.Pictures;

/// <summary>An uncompressed picture: rows from top to bottom, four bytes R, G, B, A per pixel, alpha not premultiplied.</summary>
internal sealed class PixelBuffer
{
    public const int BytesPerPixel = 4;

    public PixelBuffer(int width, int height, bool hasAlpha)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);

        Width = width;
        Height = height;
        HasAlpha = hasAlpha;
        Rgba = new byte[checked(width * height * BytesPerPixel)];
    }

    public int Width { get; }

    public int Height { get; }

    /// <summary>When false, every pixel counts as opaque and encoders ignore the fourth byte.</summary>
    public bool HasAlpha { get; }

    public byte[] Rgba { get; }

    public int Stride => Width * BytesPerPixel;

    public Span<byte> Row(int y) => Rgba.AsSpan(y * Stride, Stride);

    public void SetPixel(int x, int y, Rgb color, byte alpha = byte.MaxValue)
    {
        Span<byte> pixel = Row(y).Slice(x * BytesPerPixel, BytesPerPixel);
        pixel[0] = (byte)color.R;
        pixel[1] = (byte)color.G;
        pixel[2] = (byte)color.B;
        pixel[3] = alpha;
    }
}
