namespace ModelCards.Emulator.Pictures;

/// <summary>Writes bits in the order of VP8L: the lowest bit first, bytes filled from their lowest bit.</summary>
internal sealed class Vp8lBitWriter(int capacity)
{
    private byte[] _bytes = new byte[capacity];
    private int _count;
    private ulong _bits;
    private int _bitCount;

    /// <param name="bits">The bits; those above the lowest <paramref name="count"/> are 0.</param>
    /// <param name="count">At most 32.</param>
    public void Write(uint bits, int count)
    {
        _bits |= (ulong)bits << _bitCount;
        _bitCount += count;
        if (_bitCount >= 32)
            Drain(4);
    }

    public void Write(bool bit) => Write(bit ? 1u : 0u, 1);

    /// <summary>All bytes written so far; the last one is filled with zeros.</summary>
    public ReadOnlySpan<byte> Complete()
    {
        Drain((_bitCount + 7) / 8);
        return _bytes.AsSpan(0, _count);
    }

    private void Drain(int byteCount)
    {
        if (_count + byteCount > _bytes.Length)
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, _count + byteCount));

        for (int i = 0; i < byteCount; i++)
        {
            _bytes[_count++] = (byte)_bits;
            _bits >>= 8;
        }

        _bitCount = Math.Max(0, _bitCount - (8 * byteCount));
    }
}
