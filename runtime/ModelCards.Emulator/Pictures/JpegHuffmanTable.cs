namespace ModelCards.Emulator.Pictures;

/// <summary>A Huffman table as the DHT segment describes it, with the code of each symbol worked out (T.81 annex C).</summary>
internal sealed class JpegHuffmanTable
{
    private readonly byte[] _codeCounts;
    private readonly byte[] _symbols;
    private readonly ushort[] _codes = new ushort[256];
    private readonly byte[] _lengths = new byte[256];

    /// <param name="id">Class (0 DC, 1 AC) in the high half, destination in the low one.</param>
    /// <param name="codeCounts">How many codes there are of each length from 1 to 16.</param>
    /// <param name="symbols">The symbols by ascending code.</param>
    public JpegHuffmanTable(byte id, byte[] codeCounts, byte[] symbols)
    {
        Id = id;
        _codeCounts = codeCounts;
        _symbols = symbols;

        int code = 0;
        int next = 0;
        for (int length = 1; length <= codeCounts.Length; length++)
        {
            for (int i = 0; i < codeCounts[length - 1]; i++)
            {
                byte symbol = symbols[next++];
                _codes[symbol] = (ushort)code++;
                _lengths[symbol] = (byte)length;
            }

            code <<= 1;
        }
    }

    public byte Id { get; }

    public byte[] ToSegment() => [Id, .. _codeCounts, .. _symbols];

    public void Write(JpegBitWriter writer, int symbol) => writer.WriteBits(_codes[symbol], _lengths[symbol]);
}
