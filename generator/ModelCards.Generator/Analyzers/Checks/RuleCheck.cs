using Microsoft.CodeAnalysis;
using ModelCards.Generator.Analyzers.Cards;
using ModelCards.Generator.Analyzers.Reading;
using ModelCards.Generator.Diagnostics;
using ModelCards.Generator.Parser.Rules;

namespace ModelCards.Generator.Analyzers.Checks;

/// <summary>Judges the members of an object together, and what is nested in it.</summary>
internal static class RuleCheck
{
    /// <summary>Rules of the object that its facts break.</summary>
    /// <param name="facts">What is certain.</param>
    /// <param name="end">Where it is finished, for what is missing.</param>
    /// <param name="ownRules">Whether its own rules are asked; else only those that speak of the request around it.</param>
    public static IEnumerable<Diagnostic> Check(Facts facts, Location end, bool ownRules = true)
    {
        foreach (Fact fact in ownRules ? facts.Known : [])
        {
            // A list that calls add to is only known at the end.
            if (fact is { Setting: { IsAddition: true } setting, Count: { } count } && ValueCheck.Count(setting, count) is { } wrong)
                yield return wrong;
        }

        foreach (Rule rule in facts.Shape.Rules)
        {
            if ((ownRules || rule.Atoms.Any(SpeaksOfRequest)) && RuleAnswer.IsMet(rule, facts))
                yield return RuleFinding.Of(rule, facts, end);
        }
    }

    /// <summary>The same for the objects that a builder's calls nest in it.</summary>
    public static IEnumerable<Diagnostic> CheckNested(IEnumerable<Setting> settings, Facts root, ConstantReader constants)
    {
        foreach (Setting setting in settings)
        {
            if (setting.Nested is not { } nested)
                continue;
            Facts facts = Facts.Of(nested.Shape, nested.Settings, nested.IsWhole, constants, root);
            // An initializer is judged where it stands, but for what the request around it decides.
            IEnumerable<Diagnostic> found = Check(facts, setting.Name, ownRules: setting.Value is null)
                .Concat(CheckNested(RequestChain.Survivors(nested.Settings), root, constants));
            foreach (Diagnostic wrong in found)
                yield return wrong;
        }
    }

    public static Diagnostic? Missing(Facts facts, Location end)
    {
        string[] missing = [.. facts.Shape.Members.Where(member => member.IsRequired && facts.Find(RuleAtom.Escape(member.JsonName))?.Presence == Presence.Absent)
            .Select(member => member.JsonName)];
        return missing.Length == 0 ? null : Finding.Of(UsageDescriptors.NecessaryMissing, end, string.Join(" and ", missing));
    }

    private static bool SpeaksOfRequest(RuleAtom atom) =>
        atom.Name.StartsWith("/", StringComparison.Ordinal) || atom.Value.StartsWith("@/", StringComparison.Ordinal);
}
