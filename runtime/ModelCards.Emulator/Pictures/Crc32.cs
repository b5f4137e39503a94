using System.Buffers.Binary;

namespace ModelCards.Emulator.Pictures;

/// <summary>The CRC of ISO 3309 as used by PNG (reflected polynomial EDB88320), eight bytes a step ("slicing by eight").</summary>
internal static class Crc32
{
    private const int Slices = 8;

    private static readonly uint[] Table = BuildTable();

    public static uint Compute(ReadOnlySpan<byte> data)
    {
        uint crc = uint.MaxValue;
        for (; data.Length >= Slices; data = data[Slices..])
        {
            crc ^= BinaryPrimitives.ReadUInt32LittleEndian(data);
            crc = Entry(7, (byte)crc) ^ Entry(6, (byte)(crc >> 8)) ^ Entry(5, (byte)(crc >> 16)) ^ Entry(4, (byte)(crc >> 24))
                ^ Entry(3, data[4]) ^ Entry(2, data[5]) ^ Entry(1, data[6]) ^ Entry(0, data[7]);
        }

        foreach (byte octet in data)
            crc = Entry(0, (byte)(crc ^ octet)) ^ (crc >> 8);

        return ~crc;
    }

    private static uint Entry(int slice, byte index) => Table[(slice << 8) | index];

    private static uint[] BuildTable()
    {
        uint[] table = new uint[Slices * 256];
        for (uint index = 0; index < 256; index++)
        {
            uint crc = index;
            for (int bit = 0; bit < 8; bit++)
                crc = (crc & 1) != 0 ? (crc >> 1) ^ 0xEDB88320 : crc >> 1;
            table[index] = crc;
        }

        for (int i = 256; i < table.Length; i++)
            table[i] = (table[i - 256] >> 8) ^ table[(byte)table[i - 256]];

        return table;
    }
}
