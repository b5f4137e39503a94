using System.Buffers.Binary;

namespace ModelCards.Emulator.Pictures;

/// <summary>Writes marker segments and entropy-coded bits, the highest bit first.</summary>
internal sealed class JpegBitWriter(int capacity)
{
    private byte[] _bytes = new byte[capacity];
    private int _count;
    private ulong _bits;
    private int _bitCount;

    public void WriteMarker(byte marker)
    {
        Reserve(2);
        _bytes[_count++] = 0xFF;
        _bytes[_count++] = marker;
    }

    public void WriteSegment(byte marker, ReadOnlySpan<byte> payload)
    {
        WriteMarker(marker);
        Reserve(2 + payload.Length);

        // The length counts its own two bytes.
        BinaryPrimitives.WriteUInt16BigEndian(_bytes.AsSpan(_count), (ushort)(2 + payload.Length));
        payload.CopyTo(_bytes.AsSpan(_count + 2));
        _count += 2 + payload.Length;
    }

    /// <param name="bits">The bits; those above the lowest <paramref name="count"/> are 0.</param>
    /// <param name="count">At most 32.</param>
    public void WriteBits(uint bits, int count)
    {
        _bits = (_bits << count) | bits;
        _bitCount += count;
        if (_bitCount >= 32)
            Drain();
    }

    /// <summary>Fills the last byte with ones, as the format demands before a marker.</summary>
    public void AlignToByte()
    {
        int padding = -_bitCount & 7;
        WriteBits((1u << padding) - 1, padding);
        Drain();
    }

    public byte[] ToArray() => _bytes.AsSpan(0, _count).ToArray();

    private void Drain()
    {
        Reserve(16);
        while (_bitCount >= 8)
        {
            _bitCount -= 8;
            byte next = (byte)(_bits >> _bitCount);
            _bytes[_count++] = next;

            // A data byte FF is followed by 00, lest it be taken for a marker.
            if (next == 0xFF)
                _bytes[_count++] = 0;
        }
    }

    private void Reserve(int more)
    {
        if (_count + more > _bytes.Length)
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, _count + more));
    }
}
