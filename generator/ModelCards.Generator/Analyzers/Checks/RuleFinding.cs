using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using ModelCards.Generator.Analyzers.Cards;
using ModelCards.Generator.Analyzers.Reading;
using ModelCards.Generator.Diagnostics;
using ModelCards.Generator.Parser.Rules;
using ModelCards.Schemas;

namespace ModelCards.Generator.Analyzers.Checks;

/// <summary>Says which rule is broken, at the place that broke it last.</summary>
internal static class RuleFinding
{
    public static Diagnostic Of(Rule rule, Facts facts, Location end)
    {
        RuleAtom[] absent = [.. rule.Atoms.Where(atom => atom.Operator == RuleOperator.Absent)];
        RuleAtom[] given = [.. rule.Atoms.Except(absent)];
        if (given.Length == 0)
            return Finding.Of(UsageDescriptors.NecessaryMissing, end, string.Join(" or ", absent.Select(Name)));
        if (absent.Length > 0)
            return PartnerFinding.Of(given, absent, facts);
        if (Array.Find(given, atom => atom.Operator == RuleOperator.NotInTable) is { } table)
            return TableFinding.Of(table, facts);
        if (given.Length == 1 && given[0].Value.StartsWith("@", StringComparison.Ordinal))
            return OutOfOrder(given[0], facts);
        return given.Any(atom => atom.SpeaksOfValue) ? RuledOut(given, facts) : Exclusive(given, facts);
    }

    public static string Name(RuleAtom atom) => RuleAtom.Unescape(atom.Name);

    /// <summary>A condition as the code that meets it: the name, and the value where the rule speaks of it.</summary>
    public static string Describe(RuleAtom atom, Facts facts) => atom.Operator switch
    {
        RuleOperator.Present => Name(atom),
        RuleOperator.FewerItems or RuleOperator.MoreItems => $"{Name(atom)} with {CountLimits.Count(facts.Find(atom.Name)!.Count ?? 0, "item")}",
        _ => $"{Name(atom)} {Show(facts.Find(atom.Name)!)}",
    };

    public static Setting LastOf(IEnumerable<RuleAtom> atoms, Facts facts) => atoms
        .Select(atom => facts.Find(atom.Name)!.Setting)
        .OfType<Setting>()
        .OrderBy(setting => setting.Name.SourceSpan.Start)
        .Last();

    public static string Show(Fact fact) => fact.Value?.Value switch
    {
        string text => $"'{TextCheck.Short(text)}'",
        bool flag => flag ? "true" : "false",
        { } value when fact.Member.Type is INamedTypeSymbol { TypeKind: TypeKind.Enum } set => EnumName(set, value),
        { } value => ExactNumber.Of(value)?.ToString() ?? "",
        null => "",
    };

    /// <summary>The name of a value by its index in the closed set.</summary>
    public static string EnumName(INamedTypeSymbol set, object value) => set.GetMembers().OfType<IFieldSymbol>()
        .FirstOrDefault(field => field.HasConstantValue && Equals(field.ConstantValue, value))?.Name is { } name ? $"{set.Name}.{name}" : $"{value}";

    private static Diagnostic Exclusive(RuleAtom[] given, Facts facts)
    {
        Setting[] settings = [.. given.Select(atom => facts.Find(atom.Name)!.Setting!).OrderBy(setting => setting.Name.SourceSpan.Start)];
        // Taking one call away leaves an earlier one to the same member in force; and lists were made by several.
        bool isRemovable = Array.TrueForAll(settings, setting => !setting.IsAddition);
        ImmutableDictionary<string, string?> properties = isRemovable ? Finding.Removals(settings) : ImmutableDictionary<string, string?>.Empty;
        string names = string.Join(", ", settings.Take(settings.Length - 1).Select(setting => setting.Member.JsonName))
            + " and " + settings[settings.Length - 1].Member.JsonName;
        return Diagnostic.Create(UsageDescriptors.MutuallyExclusive, settings[settings.Length - 1].Name, properties, names);
    }

    private static Diagnostic OutOfOrder(RuleAtom atom, Facts facts)
    {
        string other = atom.Value.Substring(1);
        Fact fact = facts.Find(atom.Name)!;
        string relation = atom.Operator switch
        {
            RuleOperator.Less => "at least",
            RuleOperator.LessOrEqual => "greater than",
            RuleOperator.Greater => "at most",
            _ => "less than",
        };
        return Finding.Of(
            UsageDescriptors.OutOfOrder,
            fact.Setting!.Place,
            Name(atom),
            relation,
            RuleAtom.Unescape(other).TrimStart('/'),
            RuleAnswer.Number(facts.Find(other))!,
            RuleAnswer.Number(fact)!);
    }

    private static Diagnostic RuledOut(RuleAtom[] given, Facts facts)
    {
        RuleAtom[] limited = [.. given.Where(atom => atom.SpeaksOfValue && atom.Operator != RuleOperator.In)];
        RuleAtom culprit = limited.Length == 1 ? limited[0] : given.First(atom => facts.Find(atom.Name)!.Setting == LastOf(given, facts));
        string tail = culprit.Operator == RuleOperator.NotIn ? "; allowed: " + string.Join(", ", culprit.Values.Select(value => Allowed(value, facts.Find(culprit.Name)!))) : "";
        return Finding.Of(
            UsageDescriptors.RuledOut,
            facts.Find(culprit.Name)!.Setting!.Place,
            Describe(culprit, facts),
            string.Join(" and ", given.Where(atom => atom != culprit).Select(atom => Describe(atom, facts))),
            tail);
    }

    private static string Allowed(string value, Fact fact) =>
        fact.Member.Type is INamedTypeSymbol { TypeKind: TypeKind.Enum } set && int.TryParse(value, out int index)
            ? EnumName(set, index)
            : RuleAtom.Unescape(value);
}
