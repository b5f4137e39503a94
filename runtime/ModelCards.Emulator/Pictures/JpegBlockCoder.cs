using System.Numerics;

namespace ModelCards.Emulator.Pictures;

/// <summary>Transforms, quantizes and Huffman-codes the blocks of one component (T.81, F.1.2).</summary>
internal sealed class JpegBlockCoder
{
    private const int EndOfBlock = 0x00;
    private const int ZeroRunOf16 = 0xF0;
    private const int ReciprocalBits = 31;

    private readonly JpegHuffmanTable _dc;
    private readonly JpegHuffmanTable _ac;
    private readonly int[] _divisors = new int[JpegTables.BlockSize];
    private readonly long[] _reciprocals = new long[JpegTables.BlockSize];
    private readonly int[] _block = new int[JpegTables.BlockSize];
    private int _previousDc;

    public JpegBlockCoder(byte[] quantization, JpegHuffmanTable dc, JpegHuffmanTable ac)
    {
        _dc = dc;
        _ac = ac;
        for (int i = 0; i < JpegTables.BlockSize; i++)
        {
            _divisors[i] = quantization[i] * ForwardDct.Gain;
            _reciprocals[i] = ((1L << ReciprocalBits) / _divisors[i]) + 1;
        }
    }

    public void Write(JpegBitWriter writer, JpegPlane plane, int blockX, int blockY)
    {
        Span<int> block = _block;
        plane.ReadBlock(blockX, blockY, block);
        ForwardDct.Transform(block);

        int dc = Quantize(block[0], 0);
        WriteCoefficient(writer, _dc, 0, dc - _previousDc);
        _previousDc = dc;

        ReadOnlySpan<byte> zigzag = JpegTables.Zigzag;
        int run = 0;
        for (int i = 1; i < zigzag.Length; i++)
        {
            int place = zigzag[i];
            int value = Quantize(block[place], place);
            if (value == 0)
            {
                run++;
                continue;
            }

            for (; run >= 16; run -= 16)
                _ac.Write(writer, ZeroRunOf16);
            WriteCoefficient(writer, _ac, run << 4, value);
            run = 0;
        }

        if (run > 0)
            _ac.Write(writer, EndOfBlock);
    }

    private static void WriteCoefficient(JpegBitWriter writer, JpegHuffmanTable table, int runBits, int value)
    {
        int category = 32 - BitOperations.LeadingZeroCount((uint)Math.Abs(value));
        table.Write(writer, runBits | category);

        // Negative values are sent as one's complement: less one, the lowest bits.
        int bits = value < 0 ? value - 1 : value;
        writer.WriteBits((uint)bits & ((1u << category) - 1), category);
    }

    // Rounds to nearest, ties away from zero. The product with the reciprocal equals the division for all magnitudes that occur.
    private int Quantize(int coefficient, int place)
    {
        int magnitude = Math.Abs(coefficient) + (_divisors[place] >> 1);
        int quotient = (int)((magnitude * _reciprocals[place]) >> ReciprocalBits);
        return coefficient < 0 ? -quotient : quotient;
    }
}
