using System.Globalization;
using System.Text;

namespace ModelCards.Schemas;

/// <summary>A set of Unicode code points, which .NET is told of in UTF-16 units.</summary>
internal sealed class CodePoints
{
    private const int Last = 0x10FFFF;
    private const int FirstHigh = 0xD800;
    private const int FirstLow = 0xDC00;
    private const int LastLow = 0xDFFF;

    private readonly List<(int First, int Last)> _ranges = [];

    public static CodePoints Digits => new CodePoints().Add('0', '9');

    public static CodePoints WordCharacters => Digits.Add('A', 'Z').Add('_', '_').Add('a', 'z');

    public static CodePoints LineEnds => new CodePoints().Add('\n', '\n').Add('\r', '\r').Add(0x2028, 0x2029);

    public static CodePoints Spaces => LineEnds.Add('\t', '\r').Add(' ', ' ').Add(0xA0, 0xA0).Add(0x1680, 0x1680).Add(0x2000, 0x200A)
        .Add(0x202F, 0x202F).Add(0x205F, 0x205F).Add(0x3000, 0x3000).Add(0xFEFF, 0xFEFF);

    public static CodePoints All => new CodePoints().Add(0, Last);

    public CodePoints Add(int first, int last)
    {
        _ranges.Add((first, last));
        return this;
    }

    public CodePoints Add(CodePoints others)
    {
        _ranges.AddRange(others._ranges);
        return this;
    }

    public CodePoints Complement()
    {
        var rest = new CodePoints();
        int next = 0;
        foreach ((int first, int last) in Merged())
        {
            if (first > next)
                rest.Add(next, first - 1);
            next = last + 1;
        }

        return next <= Last ? rest.Add(next, Last) : rest;
    }

    /// <summary>The set as a pattern of .NET.</summary>
    /// <param name="borders">Takes the units at which the classes of the pattern begin and end.</param>
    /// <param name="size">How many classes the pattern is made of.</param>
    public string ToPattern(HashSet<int> borders, out int size)
    {
        var units = new StringBuilder();
        List<string> pairs = [];
        foreach ((int first, int last) in Merged())
        {
            // Text holds no halves of pairs, so no set has to.
            Append(units, first, Math.Min(last, FirstHigh - 1));
            Append(units, Math.Max(first, LastLow + 1), Math.Min(last, 0xFFFF));
            borders.UnionWith(first <= 0xFFFF ? [first, last + 1] : [Split(first).High, Split(first).Low, Split(last).High + 1, Split(last).Low + 1]);
            if (last > 0xFFFF)
                AddPairs(pairs, Math.Max(first, 0x10000), last);
        }

        size = Math.Max(1, (units.Length > 0 ? 1 : 0) + (2 * pairs.Count));
        if (units.Length > 0)
            pairs.Add($"[{units}]");
        return pairs.Count switch
        {
            0 => @"[^\s\S]",
            1 => pairs[0].Length > 0 && size == 1 ? pairs[0] : $"(?:{pairs[0]})",
            _ => $"(?:{string.Join("|", pairs)})",
        };
    }

    private List<(int First, int Last)> Merged()
    {
        var merged = new List<(int First, int Last)>();
        foreach ((int first, int last) in _ranges.OrderBy(range => range.First))
        {
            if (merged.Count > 0 && first <= merged[merged.Count - 1].Last + 1)
                merged[merged.Count - 1] = (merged[merged.Count - 1].First, Math.Max(last, merged[merged.Count - 1].Last));
            else
                merged.Add((first, last));
        }

        return merged;
    }

    private static void AddPairs(List<string> pairs, int first, int last)
    {
        (int firstHigh, int firstLow) = Split(first);
        (int lastHigh, int lastLow) = Split(last);
        if (firstHigh == lastHigh)
        {
            pairs.Add(Class(firstHigh, firstHigh) + Class(firstLow, lastLow));
            return;
        }

        if (firstLow > FirstLow)
            pairs.Add(Class(firstHigh, firstHigh++) + Class(firstLow, LastLow));
        if (lastLow < LastLow)
            pairs.Add(Class(lastHigh, lastHigh--) + Class(FirstLow, lastLow));
        if (firstHigh <= lastHigh)
            pairs.Add(Class(firstHigh, lastHigh) + Class(FirstLow, LastLow));
    }

    private static (int High, int Low) Split(int codePoint) =>
        (FirstHigh + ((codePoint - 0x10000) >> 10), FirstLow + ((codePoint - 0x10000) & 0x3FF));

    private static string Class(int first, int last) => Append(new StringBuilder("["), first, last).Append(']').ToString();

    private static StringBuilder Append(StringBuilder units, int first, int last)
    {
        if (first > last)
            return units;
        units.Append(Unit(first));
        return first == last ? units : units.Append('-').Append(Unit(last));
    }

    private static string Unit(int unit) => "\\u" + unit.ToString("X4", CultureInfo.InvariantCulture);
}
