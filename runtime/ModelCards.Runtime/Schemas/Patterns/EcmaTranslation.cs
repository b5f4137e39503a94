using System.Globalization;
using System.Text;

namespace ModelCards.Schemas;

/// <summary>
/// Says an ECMAScript pattern (with the flag <c>u</c>) in the words of .NET, which reads some of them otherwise: <c>$</c>,
/// <c>\d \w \s \b</c>, the dot, and characters beyond the basic plane, which are two to .NET. On the way it finds out whether
/// the pattern can be matched in one pass, and refuses those that could take time without end. The generator compiles it too.
/// </summary>
internal sealed class EcmaTranslation
{
    private const int MaxDepth = 50;

    /// <summary>Classes of which .NET makes an automaton; it refuses 10,000 nodes, which are 5 to a class.</summary>
    private const int MaxClasses = 1900;

    /// <summary>Where units are told apart at more places, .NET 10 takes a line end for another character.</summary>
    private const int MaxBorders = 250;

    /// <summary>Repetitions up to this many times cost a constant.</summary>
    private const int ShortRepetition = 100;

    private const string Boundary = "(?:(?<=[0-9A-Z_a-z])(?![0-9A-Z_a-z])|(?<![0-9A-Z_a-z])(?=[0-9A-Z_a-z]))";
    private const string NoBoundary = "(?:(?<=[0-9A-Z_a-z])(?=[0-9A-Z_a-z])|(?<![0-9A-Z_a-z])(?![0-9A-Z_a-z]))";

    private readonly string _source;
    private readonly EcmaEscapes _escapes;
    private readonly EcmaClass _classes;
    private readonly StringBuilder _result = new();
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private int _i;
    private int _depth;
    private readonly HashSet<int> _borders = [];
    private int _longRepetitions;
    private int _longRepetitionsAround;
    private bool _isNested;
    private bool _looksAround;

    private EcmaTranslation(string source)
    {
        _source = source;
        _escapes = new EcmaEscapes(source);
        _classes = new EcmaClass(source, _escapes);
        Term whole = ReadAlternatives();
        if (_i < source.Length)
            throw new FormatException($"the parenthesis at {_i} closes nothing");
        NeedsBacktracking = _looksAround || whole.Classes > MaxClasses || _borders.Count > MaxBorders;
        // Unless it begins at the beginning, every place is a beginning.
        bool isAnchored = source.Length > 0 && source[0] == '^' && source.IndexOf('|') < 0;
        int factors = _longRepetitions + _longRepetitionsAround + (isAnchored ? 0 : 1);
        if (NeedsBacktracking && (_isNested || factors > 2))
            throw new FormatException($"{(_looksAround ? "with a look-around or a word boundary" : "with so large a count or class")} "
                + "it can be matched only by trying, and repetitions within or behind repetitions may then take time without end");
    }

    /// <summary>The pattern for .NET.</summary>
    public string Pattern => _result.ToString();

    /// <summary>Whether one pass over the text will not do; the time it takes is bounded all the same.</summary>
    public bool NeedsBacktracking { get; }

    /// <summary>Translates a pattern.</summary>
    /// <exception cref="FormatException">It is no pattern, or none that can be run safely; the message says why.</exception>
    public static EcmaTranslation Of(string source) => new(source);

    private Term ReadAlternatives()
    {
        if (++_depth > MaxDepth)
            throw new FormatException($"parentheses are nested more than {MaxDepth} deep");
        var whole = default(Term);
        while (_i < _source.Length && _source[_i] != ')')
        {
            if (_source[_i] == '|')
            {
                _result.Append(_source[_i++]);
                whole.IsVariable = true;
                continue;
            }

            Term term = ReadRepeated();
            whole.Classes = Math.Min(whole.Classes + term.Classes, int.MaxValue / 2);
            whole.IsVariable |= term.IsVariable;
        }

        _depth--;
        return whole;
    }

    private Term ReadRepeated()
    {
        int start = _i;
        Term term = ReadTerm();
        if (_i >= _source.Length || Quantifier() is not { } count)
            return term;
        if (term.CannotRepeat)
            throw new FormatException($"at {start} there is nothing to repeat");
        bool repeats = count.Most > 1;
        bool isVariable = count.Most != count.Least;
        _isNested |= repeats && term.IsVariable;
        if (isVariable && count.Most > ShortRepetition)
            _longRepetitions++;
        long times = count.Most == int.MaxValue ? count.Least + 1L : count.Most;
        return new Term { Classes = (int)Math.Min(term.Classes * times, int.MaxValue / 2), IsVariable = isVariable || term.IsVariable };
    }

    private Term ReadTerm()
    {
        char c = _source[_i++];
        switch (c)
        {
            case '^':
                _result.Append('^');
                return new Term { CannotRepeat = true };
            case '$':
                _result.Append(@"\z");
                return new Term { CannotRepeat = true };
            case '(':
                return ReadGroup();
            case '[':
                return Write(_classes.Read(ref _i));
            case '.':
                return Write(CodePoints.LineEnds.Complement());
            case '*' or '+' or '?':
                throw new FormatException($"at {_i - 1} there is nothing to repeat");
            case '\\':
                return ReadEscape();
            default:
                bool isPair = char.IsHighSurrogate(c) && _i < _source.Length && char.IsLowSurrogate(_source[_i]);
                return Write(isPair ? char.ConvertToUtf32(c, _source[_i++]) : c);
        }
    }

    private Term ReadEscape()
    {
        if (_i >= _source.Length)
            throw new FormatException("it ends in a backslash");
        char c = _source[_i];
        if (c is 'b' or 'B')
        {
            _i++;
            _looksAround = true;
            _result.Append(c == 'b' ? Boundary : NoBoundary);
            return new Term { CannotRepeat = true };
        }

        if (c is 'k' or (>= '1' and <= '9'))
            throw new FormatException($"the back reference at {_i - 1} may take time without end");
        return _escapes.ReadSet(ref _i) is { } set ? Write(set) : Write(_escapes.ReadCharacter(ref _i));
    }

    private Term ReadGroup()
    {
        int start = _i - 1;
        string kind = Kind();
        bool looksAround = kind is "?=" or "?!" or "?<=" or "?<!";
        _looksAround |= looksAround;
        _result.Append(looksAround ? "(" + kind : "(?:");
        int outside = _longRepetitions;
        Term inside = ReadAlternatives();
        if (looksAround)
        {
            // Each look-around is tried by itself, so the costs of two add up and do not multiply.
            _longRepetitionsAround = Math.Max(_longRepetitionsAround, _longRepetitions - outside);
            _longRepetitions = outside;
        }

        if (_i >= _source.Length)
            throw new FormatException($"the parenthesis at {start} is not closed");
        _i++;
        _result.Append(')');
        inside.CannotRepeat = looksAround;
        return inside;
    }

    /// <summary>Reads what follows an opening parenthesis and says which group it opens; names are dropped, since nothing refers to them.</summary>
    private string Kind()
    {
        if (_i >= _source.Length || _source[_i] != '?')
            return "";
        foreach (string kind in (string[])["?:", "?=", "?!", "?<=", "?<!"])
        {
            if (string.CompareOrdinal(_source, _i, kind, 0, kind.Length) == 0)
            {
                _i += kind.Length;
                return kind;
            }
        }

        int close = string.CompareOrdinal(_source, _i, "?<", 0, 2) == 0 ? _source.IndexOf('>', _i) : -1;
        string name = close < 0 ? "" : _source.Substring(_i + 2, close - _i - 2);
        if (name.Length == 0 || !name.All(c => char.IsLetterOrDigit(c) || c is '_' or '$') || char.IsDigit(name[0]))
            throw new FormatException($"(? at {_i - 1} opens no group of ECMAScript");
        if (!_names.Add(name))
            throw new FormatException($"two groups are called '{name}'");
        _i = close + 1;
        return "";
    }

    private (int Least, int Most)? Quantifier()
    {
        (int Least, int Most)? count = _source[_i] switch
        {
            '*' => (0, int.MaxValue),
            '+' => (1, int.MaxValue),
            '?' => (0, 1),
            _ => null,
        };
        if (count is not null)
            _result.Append(_source[_i++]);
        else if (_source[_i] == '{')
            count = ReadCount();
        if (count is not null && _i < _source.Length && _source[_i] == '?')
            _i++;
        return count;
    }

    /// <summary>Reads <c>{n}</c>, <c>{n,}</c> or <c>{n,m}</c>; any other brace is a character.</summary>
    private (int Least, int Most)? ReadCount()
    {
        int close = _source.IndexOf('}', _i);
        string[] parts = close < 0 ? [] : _source.Substring(_i + 1, close - _i - 1).Split(',');
        if (parts.Length is 0 or > 2 || !IsNumber(parts[0]) || (parts.Length == 2 && parts[1].Length > 0 && !IsNumber(parts[1])))
            return null;
        int least = Number(parts[0]);
        int most = parts.Length == 1 ? least : parts[1].Length == 0 ? int.MaxValue : Number(parts[1]);
        if (most < least)
            throw new FormatException($"the count at {_i} runs backwards");
        string upper = parts.Length == 1 ? "" : most == int.MaxValue ? "," : "," + most.ToString(CultureInfo.InvariantCulture);
        _result.Append('{').Append(least.ToString(CultureInfo.InvariantCulture)).Append(upper).Append('}');
        _i = close + 1;
        return (least, most);
    }

    private static bool IsNumber(string text) => text.Length > 0 && text.All(c => c is >= '0' and <= '9');

    private static int Number(string digits) => int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : int.MaxValue;

    private Term Write(int codePoint) => Write(new CodePoints().Add(codePoint, codePoint));

    private Term Write(CodePoints set)
    {
        _result.Append(set.ToPattern(_borders, out int size));
        return new Term { Classes = size };
    }

    /// <summary>What is known of a part: its size, and whether it can match in more than one way.</summary>
    private struct Term
    {
        public int Classes;
        public bool IsVariable;
        public bool CannotRepeat;
    }
}
