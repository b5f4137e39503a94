using System.Globalization;
using Microsoft.CodeAnalysis;
using ModelCards.Generator.Analyzers.Cards;
using ModelCards.Generator.Analyzers.Reading;
using ModelCards.Generator.Parser.Rules;
using ModelCards.Schemas;

namespace ModelCards.Generator.Analyzers.Checks;

/// <summary>Whether the conditions of a rule are met for certain. Whatever is not certain is not met.</summary>
internal static class RuleAnswer
{
    public static bool IsMet(Rule rule, Facts facts) => rule.Atoms.All(atom => IsMet(atom, facts));

    private static bool IsMet(RuleAtom atom, Facts facts)
    {
        if (atom.Operator == RuleOperator.NotInTable)
            return IsInNoRow(atom, facts);
        if (facts.Find(atom.Name) is not { } fact)
            return false;
        if (atom.Operator == RuleOperator.Absent)
            return fact.Presence == Presence.Absent;
        if (fact.Presence != Presence.Present)
            return false;
        return atom.Operator switch
        {
            RuleOperator.Present => true,
            RuleOperator.FewerItems => ExactNumber.TryParse(atom.Value) is { } least && Count(fact)?.CompareTo(least) < 0,
            RuleOperator.MoreItems => ExactNumber.TryParse(atom.Value) is { } most && Count(fact)?.CompareTo(most) > 0,
            RuleOperator.In => atom.Values.Any(value => Equals(fact, value) == true),
            RuleOperator.NotIn => atom.Values.All(value => Equals(fact, value) == false),
            _ => Number(fact) is { } number && Bound(atom.Value, facts) is { } bound && Compares(number.CompareTo(bound), atom.Operator),
        };
    }

    /// <summary>The number of a member that surely has one.</summary>
    public static ExactNumber? Number(Fact? fact) =>
        fact is { Presence: Presence.Present, Member.Type.TypeKind: not TypeKind.Enum } ? fact.Value?.Number : null;

    private static ExactNumber? Count(Fact fact) => ExactNumber.Of(fact.Count);

    private static ExactNumber? Bound(string value, Facts facts) => value.StartsWith("@", StringComparison.Ordinal)
        ? Number(facts.Find(value.Substring(1)))
        : ExactNumber.TryParse(RuleAtom.Unescape(value));

    private static bool Compares(int sign, RuleOperator op) => op switch
    {
        RuleOperator.Less => sign < 0,
        RuleOperator.LessOrEqual => sign <= 0,
        RuleOperator.Greater => sign > 0,
        RuleOperator.GreaterOrEqual => sign >= 0,
        _ => false,
    };

    /// <summary>A row is out as soon as one column has another value, whatever the rest.</summary>
    private static bool IsInNoRow(RuleAtom atom, Facts facts)
    {
        Fact?[] columns = [.. RuleAtom.SplitAt(atom.Name, ',').Select(facts.Find)];
        return atom.Values.All(row => RuleAtom.SplitAt(row, ',')
            .Zip(columns, (value, fact) => fact is { Presence: Presence.Present } && Equals(fact, value) == false)
            .Contains(true));
    }

    /// <summary>Whether a member has the value that a rule names; null when that cannot be told.</summary>
    private static bool? Equals(Fact fact, string value)
    {
        if (fact.Value is not { Value: { } constant })
            return null;
        if (fact.Member.Type.TypeKind == TypeKind.Enum)
        {
            return constant is IConvertible and not string && long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long index)
                ? Convert.ToInt64(constant, CultureInfo.InvariantCulture) == index
                : null;
        }

        return constant switch
        {
            string text => value.StartsWith("'", StringComparison.Ordinal) ? text == RuleAtom.Unescape(value.Substring(1)) : null,
            bool flag => value is "true" or "false" ? flag == (value == "true") : null,
            _ => ExactNumber.Of(constant) is { } number && ExactNumber.TryParse(RuleAtom.Unescape(value)) is { } other ? number.Equals(other) : null,
        };
    }
}
