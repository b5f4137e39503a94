using System.Buffers.Binary;

namespace ModelCards.Emulator.Pictures;

/// <summary>WebP, lossless: a VP8L bitstream (RFC 9649) with the transforms "subtract green" and "predictor", in a RIFF file.</summary>
internal static class WebpEncoder
{
    private const int LargestSide = 1 << 14;
    private const int RiffHeaderLength = 12;
    private const int ChunkHeaderLength = 8;

    private const uint PredictorTransform = 0;
    private const uint SubtractGreenTransform = 2;

    public static byte[] Encode(PixelBuffer picture)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Math.Max(picture.Width, picture.Height), LargestSide, nameof(picture));

        Vp8lBitWriter writer = new(4096 + (picture.Width * picture.Height / 2));
        WriteBitstream(writer, picture);
        return WrapInRiff(writer.Complete());
    }

    private static void WriteBitstream(Vp8lBitWriter writer, PixelBuffer picture)
    {
        writer.Write(0x2F, 8);
        writer.Write((uint)picture.Width - 1, 14);
        writer.Write((uint)picture.Height - 1, 14);
        writer.Write(picture.HasAlpha);
        writer.Write(0, 3); // version

        // Transforms are told in the order of their application; the decoder undoes the last one first.
        uint[] pixels = ToGreenSubtracted(picture);
        writer.Write(true);
        writer.Write(SubtractGreenTransform, 2);

        Vp8lPredictor predictor = Vp8lPredictor.Apply(pixels, picture.Width, picture.Height);
        writer.Write(true);
        writer.Write(PredictorTransform, 2);
        writer.Write(Vp8lPredictor.TileBits - 2, 3);
        writer.Write(false); // no colour cache for the modes
        Vp8lEntropyCoder.Write(writer, predictor.Modes, predictor.TilesAcross);

        writer.Write(false); // no more transforms
        writer.Write(false); // no colour cache
        writer.Write(false); // one group of prefix codes for the whole picture
        Vp8lEntropyCoder.Write(writer, pixels, picture.Width);
    }

    private static uint[] ToGreenSubtracted(PixelBuffer picture)
    {
        uint[] pixels = new uint[picture.Width * picture.Height];
        ReadOnlySpan<byte> rgba = picture.Rgba;
        for (int i = 0; i < pixels.Length; i++)
        {
            ReadOnlySpan<byte> pixel = rgba.Slice(i * PixelBuffer.BytesPerPixel, PixelBuffer.BytesPerPixel);
            byte alpha = picture.HasAlpha ? pixel[3] : byte.MaxValue;
            pixels[i] = Argb.SubtractGreen(Argb.FromRgba(pixel[0], pixel[1], pixel[2], alpha));
        }

        return pixels;
    }

    private static byte[] WrapInRiff(ReadOnlySpan<byte> bitstream)
    {
        // Chunks start at even offsets; the length in a chunk's header leaves the padding out, the one of the file counts it.
        int padded = bitstream.Length + (bitstream.Length & 1);
        byte[] file = new byte[RiffHeaderLength + ChunkHeaderLength + padded];
        "RIFF"u8.CopyTo(file);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(4), file.Length - 8);
        "WEBPVP8L"u8.CopyTo(file.AsSpan(8));
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(16), bitstream.Length);
        bitstream.CopyTo(file.AsSpan(RiffHeaderLength + ChunkHeaderLength));
        return file;
    }
}
