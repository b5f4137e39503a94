namespace ModelCards.Emulator.Pictures;

/// <summary>Optimal prefix code lengths under a length limit, by the package-merge algorithm of Larmore and Hirschberg.</summary>
internal static class PackageMerge
{
    /// <summary>The code length of each symbol; 0 for symbols that do not occur. A lone symbol gets length 1.</summary>
    public static byte[] CodeLengths(ReadOnlySpan<int> frequencies, int limit)
    {
        byte[] lengths = new byte[frequencies.Length];
        int[] symbols = ByFrequency(frequencies);
        if (symbols.Length == 1)
            lengths[symbols[0]] = 1;
        if (symbols.Length < 2)
            return lengths;

        bool[][] isLeafAtLevel = Merge(frequencies, symbols, limit);

        // Take the 2n - 2 cheapest items of the last level, then whatever their packages consist of. The leaves taken from
        // a level are always its cheapest, and each time a symbol is taken its code grows by one bit.
        int taken = (2 * symbols.Length) - 2;
        for (int level = limit - 1; level >= 0; level--)
        {
            int leaves = isLeafAtLevel[level].AsSpan(0, taken).Count(true);
            for (int i = 0; i < leaves; i++)
                lengths[symbols[i]]++;
            taken = 2 * (taken - leaves);
        }

        return lengths;
    }

    private static int[] ByFrequency(ReadOnlySpan<int> frequencies)
    {
        List<int> symbols = [];
        List<long> keys = [];
        for (int symbol = 0; symbol < frequencies.Length; symbol++)
        {
            if (frequencies[symbol] == 0)
                continue;

            // Equal frequencies stay in the order of the symbols, whatever sorting method the framework uses.
            symbols.Add(symbol);
            keys.Add(((long)frequencies[symbol] << 16) | (uint)symbol);
        }

        int[] sorted = [.. symbols];
        Array.Sort(keys.ToArray(), sorted);
        return sorted;
    }

    /// <summary>
    /// For each level its items by ascending weight: true for a symbol, false for a package of two items of the level before.
    /// </summary>
    private static bool[][] Merge(ReadOnlySpan<int> frequencies, int[] symbols, int limit)
    {
        bool[][] isLeafAtLevel = new bool[limit][];
        long[] below = [];
        for (int level = 0; level < limit; level++)
        {
            int packages = below.Length / 2;
            long[] weights = new long[symbols.Length + packages];
            bool[] isLeaf = new bool[weights.Length];
            int leaf = 0;
            int package = 0;
            for (int i = 0; i < weights.Length; i++)
            {
                long leafWeight = leaf < symbols.Length ? frequencies[symbols[leaf]] : long.MaxValue;
                long packageWeight = package < packages ? below[2 * package] + below[(2 * package) + 1] : long.MaxValue;
                isLeaf[i] = leafWeight <= packageWeight;
                weights[i] = Math.Min(leafWeight, packageWeight);
                if (isLeaf[i])
                    leaf++;
                else
                    package++;
            }

            isLeafAtLevel[level] = isLeaf;
            below = weights;
        }

        return isLeafAtLevel;
    }
}
