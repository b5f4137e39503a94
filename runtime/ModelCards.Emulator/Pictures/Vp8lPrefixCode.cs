namespace ModelCards.Emulator.Pictures;

/// <summary>A canonical prefix code for one alphabet of a VP8L image, with its description in the bitstream.</summary>
internal sealed class Vp8lPrefixCode
{
    private const int LongestCode = 15;

    private readonly byte[] _lengths;
    private readonly ushort[] _codes;
    private readonly int[] _symbols;

    public Vp8lPrefixCode(ReadOnlySpan<int> frequencies, int longestCode = LongestCode)
    {
        _lengths = PackageMerge.CodeLengths(frequencies, longestCode);
        _symbols = [.. Enumerable.Range(0, _lengths.Length).Where(symbol => _lengths[symbol] != 0)];
        _codes = CanonicalCodes(_lengths);
    }

    /// <summary>The lengths that the bitstream tells; 0 for symbols without a code.</summary>
    public ReadOnlySpan<byte> Lengths => _lengths;

    /// <summary>A lone symbol takes no bits at all: the decoder knows it from the description, although that gives it length 1.</summary>
    public int CodeLength(int symbol) => _symbols.Length == 1 ? 0 : _lengths[symbol];

    public uint Code(int symbol) => _symbols.Length == 1 ? 0u : _codes[symbol];

    public void Write(Vp8lBitWriter writer, int symbol) => writer.Write(Code(symbol), CodeLength(symbol));

    public void WriteDescription(Vp8lBitWriter writer)
    {
        bool simple = _symbols.Length <= 2 && _symbols.All(symbol => symbol <= byte.MaxValue);
        writer.Write(simple);
        if (simple)
            WriteSimpleDescription(writer);
        else
            Vp8lCodeLengths.Write(writer, _lengths);
    }

    private void WriteSimpleDescription(Vp8lBitWriter writer)
    {
        // An alphabet that is never used is described by the lone symbol 0.
        int first = _symbols.Length > 0 ? _symbols[0] : 0;
        bool two = _symbols.Length == 2;
        bool firstHasEightBits = first > 1;
        writer.Write(two);
        writer.Write(firstHasEightBits);
        writer.Write((uint)first, firstHasEightBits ? 8 : 1);
        if (two)
            writer.Write((uint)_symbols[1], 8);
    }

    /// <summary>Codes by length, then by symbol; reversed, since VP8L sends their highest bit first but packs lowest bits first.</summary>
    private static ushort[] CanonicalCodes(ReadOnlySpan<byte> lengths)
    {
        ushort[] codes = new ushort[lengths.Length];
        int code = 0;
        for (int length = 1; length <= LongestCode; length++)
        {
            code <<= 1;
            for (int symbol = 0; symbol < lengths.Length; symbol++)
            {
                if (lengths[symbol] == length)
                    codes[symbol] = Reverse(code++, length);
            }
        }

        return codes;
    }

    private static ushort Reverse(int code, int length)
    {
        int reversed = 0;
        for (int bit = 0; bit < length; bit++)
            reversed |= ((code >> bit) & 1) << (length - 1 - bit);

        return (ushort)reversed;
    }
}
