using System.Buffers.Binary;
using System.IO.Compression;

namespace ModelCards.Emulator.Pictures;

/// <summary>Portable Network Graphics: 8-bit truecolour with or without alpha, not interlaced, one IDAT chunk.</summary>
internal static class PngEncoder
{
    private const byte TruecolorType = 2;
    private const byte TruecolorWithAlphaType = 6;
    private const byte SubFilter = 1;
    private const byte UpFilter = 2;

    public static byte[] Encode(PixelBuffer picture)
    {
        using MemoryStream file = new();
        file.Write([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]);
        WriteChunk(file, "IHDR"u8, chunk => WriteHeader(chunk, picture));
        WriteChunk(file, "IDAT"u8, chunk => WriteImageData(chunk, picture));
        WriteChunk(file, "IEND"u8, static _ => { });
        return file.ToArray();
    }

    private static void WriteChunk(MemoryStream file, ReadOnlySpan<byte> type, Action<MemoryStream> writeData)
    {
        int start = (int)file.Position;
        file.Write([0, 0, 0, 0]);
        file.Write(type);
        writeData(file);
        int dataLength = (int)file.Position - start - 8;

        BinaryPrimitives.WriteInt32BigEndian(file.GetBuffer().AsSpan(start), dataLength);

        // The CRC covers type and data, not the length.
        uint crc = Crc32.Compute(file.GetBuffer().AsSpan(start + 4, dataLength + 4));
        Span<byte> trailer = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(trailer, crc);
        file.Write(trailer);
    }

    private static void WriteHeader(MemoryStream chunk, PixelBuffer picture)
    {
        Span<byte> header = stackalloc byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, picture.Width);
        BinaryPrimitives.WriteInt32BigEndian(header[4..], picture.Height);
        header[8] = 8;
        header[9] = picture.HasAlpha ? TruecolorWithAlphaType : TruecolorType;
        header[10..].Clear();
        chunk.Write(header);
    }

    private static void WriteImageData(MemoryStream chunk, PixelBuffer picture)
    {
        int channels = picture.HasAlpha ? 4 : 3;
        int rowLength = picture.Width * channels;

        // Rows start after one pixel of zeros, which stands for the missing left neighbour of the first pixel.
        byte[] current = new byte[channels + rowLength];
        byte[] previous = new byte[channels + rowLength];
        byte[] sub = new byte[1 + rowLength];
        byte[] up = new byte[1 + rowLength];
        sub[0] = SubFilter;
        up[0] = UpFilter;

        using ZLibStream zlib = new(chunk, CompressionLevel.Fastest, leaveOpen: true);
        for (int y = 0; y < picture.Height; y++)
        {
            CopyChannels(picture.Row(y), current.AsSpan(channels), channels);
            long subCost = Subtract(current.AsSpan(channels), current, sub.AsSpan(1));
            long upCost = Subtract(current.AsSpan(channels), previous.AsSpan(channels), up.AsSpan(1));
            zlib.Write(subCost < upCost ? sub : up);
            (current, previous) = (previous, current);
        }
    }

    private static void CopyChannels(ReadOnlySpan<byte> rgba, Span<byte> row, int channels)
    {
        if (channels == PixelBuffer.BytesPerPixel)
        {
            rgba.CopyTo(row);
            return;
        }

        for (int from = 0, to = 0; from < rgba.Length; from += PixelBuffer.BytesPerPixel, to += channels)
        {
            row[to] = rgba[from];
            row[to + 1] = rgba[from + 1];
            row[to + 2] = rgba[from + 2];
        }
    }

    /// <summary>Writes the residuals; returns the sum of their magnitudes, the usual guess at how well they will compress.</summary>
    private static long Subtract(ReadOnlySpan<byte> row, ReadOnlySpan<byte> prediction, Span<byte> residuals)
    {
        prediction = prediction[..row.Length];
        residuals = residuals[..row.Length];
        long cost = 0;
        for (int i = 0; i < row.Length; i++)
        {
            int residual = (sbyte)(row[i] - prediction[i]);
            residuals[i] = (byte)residual;
            cost += Math.Abs(residual);
        }

        return cost;
    }
}
