namespace ModelCards.Schemas;

/// <summary>What follows a backslash, alike inside and outside of brackets.</summary>
internal sealed class EcmaEscapes(string source)
{
    /// <summary>The set that <c>\d \D \w \W \s \S \p{} \P{}</c> stand for; null, and nothing read, for any other escape.</summary>
    /// <param name="i">Index of the letter behind the backslash; of what follows the escape when there is one.</param>
    public CodePoints? ReadSet(ref int i)
    {
        char letter = source[i];
        CodePoints? set = char.ToLowerInvariant(letter) switch
        {
            'd' => CodePoints.Digits,
            'w' => CodePoints.WordCharacters,
            's' => CodePoints.Spaces,
            'p' => ReadProperty(ref i),
            _ => null,
        };
        if (set is not null)
            i++;
        return set is not null && char.IsUpper(letter) ? set.Complement() : set;
    }

    /// <summary>The one character that an escape stands for.</summary>
    /// <param name="i">Index of the letter behind the backslash, then of what follows the escape.</param>
    public int ReadCharacter(ref int i)
    {
        char letter = source[i++];
        switch (letter)
        {
            case 't':
                return '\t';
            case 'n':
                return '\n';
            case 'v':
                return '\v';
            case 'f':
                return '\f';
            case 'r':
                return '\r';
            case '0' when i == source.Length || !IsDigit(source[i]):
                return 0;
            case 'c' when i < source.Length && IsAsciiLetter(source[i]):
                return source[i++] % 32;
            case 'x' when ReadHex(i, 2) is { } code:
                i += 2;
                return code;
            case 'u':
                return ReadUnicode(ref i);
            case var other when !IsAsciiLetter(other) && !IsDigit(other):
                return char.IsHighSurrogate(other) && i < source.Length ? char.ConvertToUtf32(other, source[i++]) : other;
            default:
                throw new FormatException($"\\{letter} at {i - 2} is no escape of ECMAScript");
        }
    }

    private int ReadUnicode(ref int i)
    {
        if (i < source.Length && source[i] == '{')
        {
            int close = source.IndexOf('}', i);
            if (close > i + 1 && close < i + 8 && ReadHex(i + 1, close - i - 1) is { } code and <= 0x10FFFF)
            {
                i = close + 1;
                return code;
            }
        }
        else if (ReadHex(i, 4) is { } unit)
        {
            i += 4;
            bool isPair = unit is >= 0xD800 and <= 0xDBFF && i + 1 < source.Length && source[i] == '\\' && source[i + 1] == 'u'
                && ReadHex(i + 2, 4) is >= 0xDC00 and <= 0xDFFF;
            if (!isPair)
                return unit;
            int low = ReadHex(i + 2, 4)!.Value;
            i += 6;
            return char.ConvertToUtf32((char)unit, (char)low);
        }

        throw new FormatException($"\\u at {i - 2} wants four hexadecimal digits, or up to six in braces");
    }

    private CodePoints ReadProperty(ref int i)
    {
        int close = i + 1 < source.Length && source[i + 1] == '{' ? source.IndexOf('}', i) : -1;
        string name = close < 0 ? "" : source.Substring(i + 2, close - i - 2);
        CodePoints set = UnicodeProperties.Find(name)
            ?? throw new FormatException($"\\{source[i]}{{{name}}} at {i - 1} is no general category of Unicode; list the characters instead");
        i = close;
        return set;
    }

    private int? ReadHex(int start, int length)
    {
        int code = 0;
        for (int i = start; i < start + length; i++)
        {
            int digit = i < source.Length ? "0123456789abcdef".IndexOf(char.ToLowerInvariant(source[i])) : -1;
            if (digit < 0)
                return null;
            code = (code * 16) + digit;
        }

        return code;
    }

    private static bool IsAsciiLetter(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z');

    private static bool IsDigit(char c) => c is >= '0' and <= '9';
}
