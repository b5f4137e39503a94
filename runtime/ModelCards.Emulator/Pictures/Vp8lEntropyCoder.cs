using System.Numerics;

namespace ModelCards.Emulator.Pictures;

/// <summary>Writes an image as literals and runs, under one group of five prefix codes without a colour cache.</summary>
internal sealed class Vp8lEntropyCoder
{
    private const int LiteralCount = 256;
    private const int LengthCodeCount = 24;
    private const int DistanceCodeCount = 40;

    private readonly uint[] _pixels;
    private readonly int _width;
    private readonly Vp8lPrefixCode _greenAndLength;
    private readonly Vp8lPrefixCode _red;
    private readonly Vp8lPrefixCode _blue;
    private readonly Vp8lPrefixCode _alpha;
    private readonly Vp8lPrefixCode _distance;

    private Vp8lEntropyCoder(uint[] pixels, int width)
    {
        _pixels = pixels;
        _width = width;

        int[] green = new int[LiteralCount + LengthCodeCount];
        int[] red = new int[LiteralCount];
        int[] blue = new int[LiteralCount];
        int[] alpha = new int[LiteralCount];
        int[] distance = new int[DistanceCodeCount];
        for (int i = 0; i < pixels.Length;)
        {
            int run = Vp8lRuns.Find(pixels, i, width, out int neighbor);
            if (run > 0)
            {
                green[LiteralCount + LengthPrefix(run, out _, out _)]++;
                distance[neighbor]++;
                i += run;
                continue;
            }

            uint pixel = pixels[i++];
            green[(byte)(pixel >> 8)]++;
            red[(byte)(pixel >> 16)]++;
            blue[(byte)pixel]++;
            alpha[(byte)(pixel >> 24)]++;
        }

        _greenAndLength = new(green);
        _red = new(red);
        _blue = new(blue);
        _alpha = new(alpha);
        _distance = new(distance);
    }

    /// <summary>Writes the codes and the pixels, but not the flags for colour cache and meta prefix codes, which differ by role.</summary>
    public static void Write(Vp8lBitWriter writer, uint[] pixels, int width)
    {
        Vp8lEntropyCoder coder = new(pixels, width);
        coder._greenAndLength.WriteDescription(writer);
        coder._red.WriteDescription(writer);
        coder._blue.WriteDescription(writer);
        coder._alpha.WriteDescription(writer);
        coder._distance.WriteDescription(writer);
        coder.WritePixels(writer);
    }

    private void WritePixels(Vp8lBitWriter writer)
    {
        ReadOnlySpan<uint> pixels = _pixels;
        for (int i = 0; i < pixels.Length;)
        {
            int run = Vp8lRuns.Find(pixels, i, _width, out int neighbor);
            if (run > 0)
            {
                int prefix = LengthPrefix(run, out int extra, out int extraBits);
                _greenAndLength.Write(writer, LiteralCount + prefix);
                writer.Write((uint)extra, extraBits);
                _distance.Write(writer, neighbor);
                i += run;
                continue;
            }

            uint pixel = pixels[i++];
            _greenAndLength.Write(writer, (byte)(pixel >> 8));
            _red.Write(writer, (byte)(pixel >> 16));
            _blue.Write(writer, (byte)pixel);
            _alpha.Write(writer, (byte)(pixel >> 24));
        }
    }

    /// <summary>
    /// Splits a length into the prefix that is entropy-coded (its two highest bits and their place) and the bits that follow raw.
    /// </summary>
    private static int LengthPrefix(int length, out int extra, out int extraBits)
    {
        int value = length - 1;
        extra = 0;
        extraBits = 0;
        if (value < 4)
            return value;

        int highest = BitOperations.Log2((uint)value);
        extraBits = highest - 1;
        extra = value & ((1 << extraBits) - 1);
        return (2 * highest) + ((value >> extraBits) & 1);
    }
}
