namespace ModelCards.Emulator.Pictures;

/// <summary>
/// The backward references that this encoder looks for: pixels that repeat their left or upper neighbour.
/// On residuals of smooth pictures these are nearly all that is worth having.
/// </summary>
internal static class Vp8lRuns
{
    /// <summary>The prefix code of distance code 1, which means one row up.</summary>
    public const int UpperNeighbor = 0;

    /// <summary>The prefix code of distance code 2, which means one pixel to the left.</summary>
    public const int LeftNeighbor = 1;

    private const int ShortestRun = 4;
    private const int LongestRun = 4096;

    /// <summary>The length of the run that starts at <paramref name="index"/>, or 0 when the pixel is better sent as such.</summary>
    public static int Find(ReadOnlySpan<uint> pixels, int index, int width, out int neighbor)
    {
        int left = Match(pixels, index, 1);
        int upper = left == LongestRun ? 0 : Match(pixels, index, width);
        neighbor = upper > left ? UpperNeighbor : LeftNeighbor;
        int length = Math.Max(left, upper);
        return length >= ShortestRun ? length : 0;
    }

    private static int Match(ReadOnlySpan<uint> pixels, int index, int distance)
    {
        if (index < distance || pixels[index] != pixels[index - distance])
            return 0;

        // A source that overlaps its target is fine: the decoder copies pixel by pixel.
        ReadOnlySpan<uint> target = pixels.Slice(index, Math.Min(LongestRun, pixels.Length - index));
        return target.CommonPrefixLength(pixels.Slice(index - distance, target.Length));
    }
}
