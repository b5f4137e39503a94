namespace ModelCards.Emulator.Pictures;

/// <summary>JPEG: baseline sequential DCT with the standard Huffman tables, in a JFIF file.</summary>
internal static class JpegEncoder
{
    private const byte StartOfImage = 0xD8;
    private const byte EndOfImage = 0xD9;
    private const byte App0 = 0xE0;
    private const byte DefineQuantization = 0xDB;
    private const byte BaselineFrame = 0xC0;
    private const byte DefineHuffman = 0xC4;
    private const byte StartOfScan = 0xDA;

    // From here on colour edges matter more than size, so colour keeps its full resolution.
    private const int FullChromaQuality = 90;

    private const int LargestSide = ushort.MaxValue;

    /// <param name="picture">The picture; transparent parts come out on white.</param>
    /// <param name="quality">1 to 100, on the scale of libjpeg.</param>
    public static byte[] Encode(PixelBuffer picture, int quality)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(quality, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(quality, 100);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Math.Max(picture.Width, picture.Height), LargestSide, nameof(picture));

        bool halveChroma = quality < FullChromaQuality;
        byte[] luminance = JpegTables.ScaledLuminance(quality);
        byte[] chrominance = JpegTables.ScaledChrominance(quality);

        JpegBitWriter writer = new(4096 + (picture.Width * picture.Height / 4));
        WriteHeaders(writer, picture, luminance, chrominance, halveChroma);
        WriteScan(writer, picture, luminance, chrominance, halveChroma);
        writer.WriteMarker(EndOfImage);
        return writer.ToArray();
    }

    private static void WriteHeaders(JpegBitWriter writer, PixelBuffer picture, byte[] luminance, byte[] chrominance, bool halveChroma)
    {
        byte lumaSampling = halveChroma ? (byte)0x22 : (byte)0x11;

        writer.WriteMarker(StartOfImage);

        // JFIF 1.01, square pixels, no thumbnail.
        writer.WriteSegment(App0, [(byte)'J', (byte)'F', (byte)'I', (byte)'F', 0, 1, 1, 0, 0, 1, 0, 1, 0, 0]);
        writer.WriteSegment(DefineQuantization, [0, .. InZigzag(luminance)]);
        writer.WriteSegment(DefineQuantization, [1, .. InZigzag(chrominance)]);
        writer.WriteSegment(BaselineFrame,
        [
            8,
            (byte)(picture.Height >> 8), (byte)picture.Height,
            (byte)(picture.Width >> 8), (byte)picture.Width,
            3,
            1, lumaSampling, 0,
            2, 0x11, 1,
            3, 0x11, 1,
        ]);

        writer.WriteSegment(DefineHuffman, JpegTables.LuminanceDc.ToSegment());
        writer.WriteSegment(DefineHuffman, JpegTables.LuminanceAc.ToSegment());
        writer.WriteSegment(DefineHuffman, JpegTables.ChrominanceDc.ToSegment());
        writer.WriteSegment(DefineHuffman, JpegTables.ChrominanceAc.ToSegment());

        // Per component its DC and AC table; then the whole spectrum 0 to 63 in one go.
        writer.WriteSegment(StartOfScan, [3, 1, 0x00, 2, 0x11, 3, 0x11, 0, 63, 0]);
    }

    private static void WriteScan(JpegBitWriter writer, PixelBuffer picture, byte[] luminance, byte[] chrominance, bool halveChroma)
    {
        int lumaBlocks = halveChroma ? 2 : 1;
        int unitSide = 8 * lumaBlocks;
        JpegPlane[] planes = JpegPlane.FromPicture(picture, unitSide);
        JpegPlane luma = planes[0];
        JpegPlane blue = halveChroma ? planes[1].Halve() : planes[1];
        JpegPlane red = halveChroma ? planes[2].Halve() : planes[2];

        JpegBlockCoder lumaCoder = new(luminance, JpegTables.LuminanceDc, JpegTables.LuminanceAc);
        JpegBlockCoder blueCoder = new(chrominance, JpegTables.ChrominanceDc, JpegTables.ChrominanceAc);
        JpegBlockCoder redCoder = new(chrominance, JpegTables.ChrominanceDc, JpegTables.ChrominanceAc);

        int unitsAcross = (picture.Width + unitSide - 1) / unitSide;
        int unitsDown = (picture.Height + unitSide - 1) / unitSide;
        for (int unitY = 0; unitY < unitsDown; unitY++)
        {
            for (int unitX = 0; unitX < unitsAcross; unitX++)
            {
                for (int block = 0; block < lumaBlocks * lumaBlocks; block++)
                    lumaCoder.Write(writer, luma, (unitX * lumaBlocks) + (block % lumaBlocks), (unitY * lumaBlocks) + (block / lumaBlocks));

                blueCoder.Write(writer, blue, unitX, unitY);
                redCoder.Write(writer, red, unitX, unitY);
            }
        }

        writer.AlignToByte();
    }

    private static byte[] InZigzag(byte[] table)
    {
        byte[] ordered = new byte[JpegTables.BlockSize];
        for (int i = 0; i < ordered.Length; i++)
            ordered[i] = table[JpegTables.Zigzag[i]];

        return ordered;
    }
}
