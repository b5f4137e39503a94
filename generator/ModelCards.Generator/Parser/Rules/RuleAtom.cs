using System.Text;

namespace ModelCards.Generator.Parser.Rules;

/// <summary>How a condition speaks of its member.</summary>
internal enum RuleOperator
{
    Present,
    Absent,
    In,
    NotIn,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    FewerItems,
    MoreItems,

    /// <summary>Several members, whose values together are in no row of a table.</summary>
    NotInTable,
}

/// <summary>
/// One condition of a rule, and its text: <c>a</c> (given), <c>!a</c> (left out), <c>a=v|w</c>, <c>a!=v|w</c>,
/// <c>a&lt;5</c>, <c>a#&gt;1</c> (more than one item), <c>a&lt;@b</c> (less than b), <c>a,b!=1,2|3,4</c> (a table).
/// A text value begins with <c>'</c>; the value of a C# enum is its index; <c>\</c> takes what is special from a character.
/// </summary>
internal sealed record RuleAtom(string Name, RuleOperator Operator, string Value = "")
{
    private const string Special = @"\&|=!<>#@,'./";

    public bool SpeaksOfValue => Operator is not (RuleOperator.Present or RuleOperator.Absent);

    public IEnumerable<string> Values => SplitAt(Value, '|');

    public static RuleAtom OfValues(string name, RuleOperator op, IEnumerable<string> values) => new(name, op, string.Join("|", values));

    public override string ToString() => Operator switch
    {
        RuleOperator.Present => Name,
        RuleOperator.Absent => "!" + Name,
        _ => Name + Symbol(Operator) + Value,
    };

    public static string Symbol(RuleOperator op) => op switch
    {
        RuleOperator.In => "=",
        RuleOperator.NotIn or RuleOperator.NotInTable => "!=",
        RuleOperator.Less => "<",
        RuleOperator.LessOrEqual => "<=",
        RuleOperator.Greater => ">",
        RuleOperator.GreaterOrEqual => ">=",
        RuleOperator.FewerItems => "#<",
        RuleOperator.MoreItems => "#>",
        _ => "",
    };

    public static string Escape(string text)
    {
        if (text.IndexOfAny(Special.ToCharArray()) < 0)
            return text;
        var result = new StringBuilder();
        foreach (char c in text)
        {
            if (Special.IndexOf(c) >= 0)
                result.Append('\\');
            result.Append(c);
        }

        return result.ToString();
    }

    public static string Unescape(string text)
    {
        if (text.IndexOf('\\') < 0)
            return text;
        var result = new StringBuilder();
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] == '\\' && i + 1 < text.Length)
                i++;
            result.Append(text[i]);
        }

        return result.ToString();
    }

    /// <summary>The parts between separators that no backslash stands before.</summary>
    public static IEnumerable<string> SplitAt(string text, char separator)
    {
        int start = 0;
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] == '\\')
            {
                i++;
            }
            else if (text[i] == separator)
            {
                yield return text.Substring(start, i - start);
                start = i + 1;
            }
        }

        yield return text.Substring(start);
    }
}
