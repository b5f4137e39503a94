namespace ModelCards.Emulator.Pictures;

/// <summary>The description of a prefix code: its code lengths, run-length coded and prefix-coded in turn.</summary>
internal static class Vp8lCodeLengths
{
    private const int AlphabetSize = 19;
    private const int LongestCode = 7;

    private const byte RepeatPrevious = 16;
    private const byte FewZeros = 17;
    private const byte ManyZeros = 18;

    /// <summary>The repeat code refers to this length as long as no length other than 0 has been sent.</summary>
    private const int InitialLength = 8;

    private static ReadOnlySpan<byte> SendingOrder => [17, 18, 0, 1, 2, 3, 4, 5, 16, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15];

    public static void Write(Vp8lBitWriter writer, ReadOnlySpan<byte> lengths)
    {
        List<Token> tokens = Tokenize(lengths);
        int[] frequencies = new int[AlphabetSize];
        foreach (Token token in tokens)
            frequencies[token.Symbol]++;

        Vp8lPrefixCode code = new(frequencies, LongestCode);
        int count = AlphabetSize;
        while (count > 4 && code.Lengths[SendingOrder[count - 1]] == 0)
            count--;

        writer.Write((uint)(count - 4), 4);
        for (int i = 0; i < count; i++)
            writer.Write(code.Lengths[SendingOrder[i]], 3);

        // No early end: the lengths of the whole alphabet follow.
        writer.Write(false);
        foreach (Token token in tokens)
        {
            code.Write(writer, token.Symbol);
            writer.Write((uint)token.Extra, token.ExtraBits);
        }
    }

    private static List<Token> Tokenize(ReadOnlySpan<byte> lengths)
    {
        List<Token> tokens = [];
        int previous = InitialLength;
        while (!lengths.IsEmpty)
        {
            byte length = lengths[0];
            int run = lengths.IndexOfAnyExcept(length);
            if (run < 0)
                run = lengths.Length;
            lengths = lengths[run..];

            if (length == 0)
            {
                AddZeros(tokens, run);
                continue;
            }

            if (length != previous)
            {
                tokens.Add(new Token(length, 0, 0));
                run--;
            }

            AddRepeats(tokens, length, run);
            previous = length;
        }

        return tokens;
    }

    private static void AddZeros(List<Token> tokens, int run)
    {
        for (; run >= 3; run -= Math.Min(run, 138))
        {
            int taken = Math.Min(run, 138);
            tokens.Add(taken <= 10 ? new Token(FewZeros, taken - 3, 3) : new Token(ManyZeros, taken - 11, 7));
        }

        for (; run > 0; run--)
            tokens.Add(new Token(0, 0, 0));
    }

    private static void AddRepeats(List<Token> tokens, byte length, int run)
    {
        for (; run >= 3; run -= Math.Min(run, 6))
            tokens.Add(new Token(RepeatPrevious, Math.Min(run, 6) - 3, 2));

        for (; run > 0; run--)
            tokens.Add(new Token(length, 0, 0));
    }

    private readonly record struct Token(byte Symbol, int Extra, int ExtraBits);
}
