using ModelCards.Generator.Parser.Rules;

namespace ModelCards.Generator.Analyzers.Cards;

/// <summary>Conditions that no valid object meets together, read from their text.</summary>
internal sealed record Rule(IReadOnlyList<RuleAtom> Atoms)
{
    private static readonly (string Symbol, RuleOperator Operator)[] Operators =
    [
        ("!=", RuleOperator.NotIn), ("#<", RuleOperator.FewerItems), ("#>", RuleOperator.MoreItems), ("<=", RuleOperator.LessOrEqual),
        (">=", RuleOperator.GreaterOrEqual), ("=", RuleOperator.In), ("<", RuleOperator.Less), (">", RuleOperator.Greater),
    ];

    /// <summary>Null when the text is of a later version of the generator.</summary>
    public static Rule? Parse(string text)
    {
        List<RuleAtom> atoms = [];
        foreach (string part in RuleAtom.SplitAt(text, '&'))
        {
            if (ParseAtom(part) is not { } atom)
                return null;
            atoms.Add(atom);
        }

        return new Rule(atoms);
    }

    private static RuleAtom? ParseAtom(string text)
    {
        if (text.StartsWith("!", StringComparison.Ordinal))
            return new RuleAtom(text.Substring(1), RuleOperator.Absent);
        int at = FindOperator(text);
        if (at < 0)
            return text.Length > 0 ? new RuleAtom(text, RuleOperator.Present) : null;
        foreach ((string symbol, RuleOperator op) in Operators)
        {
            if (string.CompareOrdinal(text, at, symbol, 0, symbol.Length) != 0)
                continue;
            string name = text.Substring(0, at);
            bool isTable = op == RuleOperator.NotIn && RuleAtom.SplitAt(name, ',').Skip(1).Any();
            return new RuleAtom(name, isTable ? RuleOperator.NotInTable : op, text.Substring(at + symbol.Length));
        }

        return null;
    }

    private static int FindOperator(string text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] == '\\')
                i++;
            else if ("!#<>=".IndexOf(text[i]) >= 0)
                return i;
        }

        return -1;
    }
}
