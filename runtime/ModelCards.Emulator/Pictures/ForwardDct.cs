namespace ModelCards.Emulator.Pictures;

/// <summary>
/// The 8x8 forward discrete cosine transform in integers: the algorithm of Loeffler, Ligtenberg and Moschytz
/// with 12 multiplications, as in libjpeg's "islow". Results are 8 times the orthonormal coefficients.
/// </summary>
internal static class ForwardDct
{
    /// <summary>The factor by which results exceed the coefficients that are to be quantized.</summary>
    public const int Gain = 8;

    private const int Side = 8;
    private const int ConstantBits = 13;

    // Rows keep two more fractional bits, which columns take away again.
    private const int RowFractionBits = 2;

    public static void Transform(Span<int> block)
    {
        for (int row = 0; row < Side; row++)
            TransformLine(block[(row * Side)..], 1, ConstantBits - RowFractionBits);

        for (int column = 0; column < Side; column++)
            TransformLine(block[column..], Side, ConstantBits + RowFractionBits);
    }

    private static void TransformLine(Span<int> line, int step, int shift)
    {
        int i1 = step;
        int i2 = 2 * step;
        int i3 = 3 * step;
        int i4 = 4 * step;
        int i5 = 5 * step;
        int i6 = 6 * step;
        int i7 = 7 * step;
        _ = line[i7];

        int sum0 = line[0] + line[i7];
        int sum1 = line[i1] + line[i6];
        int sum2 = line[i2] + line[i5];
        int sum3 = line[i3] + line[i4];
        int difference0 = line[0] - line[i7];
        int difference1 = line[i1] - line[i6];
        int difference2 = line[i2] - line[i5];
        int difference3 = line[i3] - line[i4];

        int even0 = sum0 + sum3;
        int even1 = sum1 + sum2;
        int even2 = sum1 - sum2;
        int even3 = sum0 - sum3;
        int rotated = (even2 + even3) * 4433; // 0.541196100

        line[0] = Round((even0 + even1) << ConstantBits, shift);
        line[i4] = Round((even0 - even1) << ConstantBits, shift);
        line[i2] = Round(rotated + (even3 * 6270), shift); // 0.765366865
        line[i6] = Round(rotated - (even2 * 15137), shift); // 1.847759065

        int z1 = (difference3 + difference0) * -7373; // 0.899976223
        int z2 = (difference2 + difference1) * -20995; // 2.562915447
        int z3 = difference3 + difference1;
        int z4 = difference2 + difference0;
        int z5 = (z3 + z4) * 9633; // 1.175875602
        z3 = (z3 * -16069) + z5; // 1.961570560
        z4 = (z4 * -3196) + z5; // 0.390180644

        line[i7] = Round((difference3 * 2446) + z1 + z3, shift); // 0.298631336
        line[i5] = Round((difference2 * 16819) + z2 + z4, shift); // 2.053119869
        line[i3] = Round((difference1 * 25172) + z2 + z3, shift); // 3.072711026
        line[i1] = Round((difference0 * 12299) + z1 + z4, shift); // 1.501321110
    }

    private static int Round(int value, int shift) => (value + (1 << (shift - 1))) >> shift;
}
