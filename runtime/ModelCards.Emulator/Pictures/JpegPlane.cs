namespace ModelCards.Emulator.Pictures;

/// <summary>One component of a JPEG picture, padded to whole blocks.</summary>
internal sealed class JpegPlane(int stride, byte[] samples)
{
    private const int Side = 8;

    /// <summary>
    /// Y, Cb and Cr (full range, BT.601 as JFIF has it) with the last row and column repeated up to a multiple of
    /// <paramref name="alignment"/>. Transparent pixels are laid on white, for JPEG has no alpha.
    /// </summary>
    public static JpegPlane[] FromPicture(PixelBuffer picture, int alignment)
    {
        int stride = (picture.Width + alignment - 1) / alignment * alignment;
        int height = (picture.Height + alignment - 1) / alignment * alignment;
        byte[] luma = new byte[stride * height];
        byte[] blue = new byte[stride * height];
        byte[] red = new byte[stride * height];

        for (int y = 0; y < height; y++)
        {
            int start = y * stride;
            if (y < picture.Height)
            {
                ConvertRow(picture.Row(y), picture.HasAlpha, luma.AsSpan(start), blue.AsSpan(start), red.AsSpan(start));
                foreach (byte[] plane in (ReadOnlySpan<byte[]>)[luma, blue, red])
                    plane.AsSpan(start + picture.Width, stride - picture.Width).Fill(plane[start + picture.Width - 1]);
            }
            else
            {
                foreach (byte[] plane in (ReadOnlySpan<byte[]>)[luma, blue, red])
                    plane.AsSpan(start - stride, stride).CopyTo(plane.AsSpan(start));
            }
        }

        return [new(stride, luma), new(stride, blue), new(stride, red)];
    }

    /// <summary>Half the width and height, each sample the mean of four.</summary>
    public JpegPlane Halve()
    {
        int halfStride = stride / 2;
        byte[] half = new byte[samples.Length / 4];
        for (int y = 0; y < half.Length / halfStride; y++)
        {
            ReadOnlySpan<byte> upper = samples.AsSpan(2 * y * stride, stride);
            ReadOnlySpan<byte> lower = samples.AsSpan(((2 * y) + 1) * stride, stride);
            Span<byte> row = half.AsSpan(y * halfStride, halfStride);
            for (int x = 0; x < row.Length; x++)
            {
                // Rounding alternates, which avoids a drift to one side.
                int bias = 1 + (x & 1);
                row[x] = (byte)((upper[2 * x] + upper[(2 * x) + 1] + lower[2 * x] + lower[(2 * x) + 1] + bias) >> 2);
            }
        }

        return new JpegPlane(halfStride, half);
    }

    /// <summary>Copies one block, shifted to the signed range that the transform works on.</summary>
    public void ReadBlock(int blockX, int blockY, Span<int> block)
    {
        for (int y = 0; y < Side; y++)
        {
            ReadOnlySpan<byte> from = samples.AsSpan((((blockY * Side) + y) * stride) + (blockX * Side), Side);
            Span<int> to = block.Slice(y * Side, Side);
            for (int x = 0; x < Side; x++)
                to[x] = from[x] - 128;
        }
    }

    private static void ConvertRow(ReadOnlySpan<byte> rgba, bool hasAlpha, Span<byte> luma, Span<byte> blue, Span<byte> red)
    {
        for (int x = 0; rgba.Length >= PixelBuffer.BytesPerPixel; x++, rgba = rgba[PixelBuffer.BytesPerPixel..])
        {
            int r = rgba[0];
            int g = rgba[1];
            int b = rgba[2];
            int alpha = rgba[3];
            if (hasAlpha && alpha != 255)
            {
                r = OnWhite(r, alpha);
                g = OnWhite(g, alpha);
                b = OnWhite(b, alpha);
            }

            // 16-bit fixed point; 128.5 less one unit keeps the largest chroma value at 255.
            luma[x] = (byte)(((19595 * r) + (38470 * g) + (7471 * b) + 0x8000) >> 16);
            blue[x] = (byte)(((-11059 * r) - (21709 * g) + (32768 * b) + 0x807FFF) >> 16);
            red[x] = (byte)(((32768 * r) - (27439 * g) - (5329 * b) + 0x807FFF) >> 16);
        }
    }

    private static int OnWhite(int value, int alpha) => 255 + ((((value - 255) * alpha) - 127) / 255);
}
