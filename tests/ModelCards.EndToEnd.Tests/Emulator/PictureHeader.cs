using static System.Buffers.Binary.BinaryPrimitives;

namespace ModelCards.EndToEnd.Tests.Emulator;

/// <summary>Format and size of an image file, read from its first bytes.</summary>
internal sealed record PictureHeader(string Format, int Width, int Height, bool HasAlpha)
{
    public static PictureHeader Read(ReadOnlySpan<byte> file)
    {
        if (file.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]))
            return new("PNG", ReadInt32BigEndian(file[16..]), ReadInt32BigEndian(file[20..]), file[25] is 4 or 6);
        if (file.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]))
            return ReadJpeg(file);
        if (file.StartsWith("RIFF"u8) && file[8..].StartsWith("WEBPVP8L"u8) && file[20] == 0x2F)
        {
            uint bits = ReadUInt32LittleEndian(file[21..]);
            return new("WEBP", (int)(bits & 0x3FFF) + 1, (int)((bits >> 14) & 0x3FFF) + 1, (bits >> 28 & 1) != 0);
        }

        throw new InvalidDataException("Neither PNG nor JPEG nor lossless WEBP.");
    }

    private static PictureHeader ReadJpeg(ReadOnlySpan<byte> file)
    {
        for (int at = 2; ; at += 2 + ReadUInt16BigEndian(file[(at + 2)..]))
        {
            if (file[at + 1] is 0xC0 or 0xC2)
                return new("JPG", ReadUInt16BigEndian(file[(at + 7)..]), ReadUInt16BigEndian(file[(at + 5)..]), false);
        }
    }
}
