using System.Text;
using System.Text.RegularExpressions;

namespace ModelCards.Schemas;

/// <summary>
/// Says an ECMAScript pattern in the words of .NET, which reads some of them otherwise: <c>$</c> (also before a last line
/// end), <c>\d \w \s \b</c> (any script), the dot, and characters beyond the basic plane, which are two to .NET.
/// </summary>
internal static class EcmaTranslation
{
    private const string Pair = @"[\uD800-\uDBFF][\uDC00-\uDFFF]";
    private const string Surrogates = @"\uD800-\uDFFF";
    private const string Boundary = "(?:(?<=[0-9A-Z_a-z])(?![0-9A-Z_a-z])|(?<![0-9A-Z_a-z])(?=[0-9A-Z_a-z]))";
    private const string NoBoundary = "(?:(?<=[0-9A-Z_a-z])(?=[0-9A-Z_a-z])|(?<![0-9A-Z_a-z])(?![0-9A-Z_a-z]))";

    public static string Of(string source)
    {
        var result = new StringBuilder();
        for (int i = 0; i < source.Length; i++)
        {
            switch (source[i])
            {
                case '\\' when i + 1 < source.Length:
                    result.Append(Escape(source[++i]));
                    break;
                case '[':
                    result.Append(new CharacterClass(source, i + 1).Read(ref i));
                    break;
                case '$':
                    result.Append(@"\z");
                    break;
                case '.':
                    result.Append($@"(?:{Pair}|[^\n\r\u2028\u2029{Surrogates}])");
                    break;
                case var high when char.IsHighSurrogate(high) && i + 1 < source.Length && char.IsLowSurrogate(source[i + 1]):
                    result.Append("(?:").Append(high).Append(source[++i]).Append(')');
                    break;
                case var other:
                    result.Append(other);
                    break;
            }
        }

        return result.ToString();
    }

    private static string Escape(char c) => c switch
    {
        'b' => Boundary,
        'B' => NoBoundary,
        '/' or '-' or ':' or '@' or '#' or '=' => Regex.Escape(c.ToString()),
        _ when SetOf(c) is { } set => IsComplement(c) ? $"(?:{Pair}|[{set}])" : $"[{set}]",
        _ => "\\" + c,
    };

    /// <summary>Characters of the basic plane, halves of pairs left out, that a class escape stands for; null for any other escape.</summary>
    private static string? SetOf(char escape) => escape switch
    {
        'd' => "0-9",
        'D' => @"\x00-/:-\uD7FF\uE000-\uFFFF",
        'w' => "0-9A-Z_a-z",
        'W' => @"\x00-/:-@\[-\^`{-\uD7FF\uE000-\uFFFF",
        's' => @"\t-\r \u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000\uFEFF",
        'S' => @"\x00-\x08\x0E-\x1F!-\u009F\u00A1-\u167F\u1681-\u1FFF\u200B-\u2027\u202A-\u202E\u2030-\u205E\u2060-\u2FFF\u3001-\uD7FF\uE000-\uFEFE\uFF00-\uFFFF",
        _ => null,
    };

    private static bool IsComplement(char escape) => escape is 'D' or 'W' or 'S';

    /// <summary>What stands in brackets, from behind the opening one.</summary>
    private ref struct CharacterClass(string source, int start)
    {
        private readonly StringBuilder _set = new();
        private bool _hasComplement;
        private bool _afterSet;

        public string Read(ref int position)
        {
            bool isNegated = start < source.Length && source[start] == '^';
            int i = isNegated ? start + 1 : start;
            for (; i < source.Length && source[i] != ']'; i++)
                ReadMember(ref i);
            position = i;
            // Without its bracket it is no pattern, which the regular expression is left to say.
            if (i == source.Length)
                return "[" + _set;
            if (_set.Length == 0)
                return isNegated ? $"(?:{Pair}|[^{Surrogates}])" : @"[^\s\S]";
            string members = isNegated ? $"[^{_set}{Surrogates}]" : $"[{_set}]";
            return isNegated == _hasComplement ? members : $"(?:{Pair}|{members})";
        }

        private void ReadMember(ref int i)
        {
            char c = source[i];
            bool startsSet = c == '\\' && i + 1 < source.Length && SetOf(source[i + 1]) is not null;
            if (startsSet)
            {
                _hasComplement |= IsComplement(source[++i]);
                _set.Append(SetOf(source[i]));
            }
            else if (c == '\\' && i + 1 < source.Length)
            {
                _set.Append('\\').Append(source[++i]);
            }
            else if (c == '[' || (c == '-' && (_afterSet || (i + 2 < source.Length && source[i + 1] == '\\' && SetOf(source[i + 2]) is not null))))
            {
                // Neither begins a class within the class, nor a range from or to a set.
                _set.Append('\\').Append(c);
            }
            else
            {
                _set.Append(c);
            }

            _afterSet = startsSet;
        }
    }
}
