using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ModelCards.Generator.Analyzers.Cards;
using ModelCards.Generator.Analyzers.Reading;
using ModelCards.Generator.Diagnostics;
using ModelCards.Generator.Parser.Rules;
using ModelCards.Schemas;

namespace ModelCards.Generator.Analyzers.Checks;

/// <summary>Says which partner a member lacks, and what to write to add it.</summary>
internal static class PartnerFinding
{
    public static Diagnostic Of(RuleAtom[] given, RuleAtom[] absent, Facts facts)
    {
        Setting trigger = RuleFinding.LastOf(given.SelectMany(Columns), facts);
        string what = string.Join(" and ", given.Select(atom => RuleFinding.Describe(atom, facts)));
        ImmutableDictionary<string, string?> properties = ImmutableDictionary<string, string?>.Empty;
        // With several partners to choose from, or one inside another object, the choice is not ours.
        if (absent.Length == 1 && facts.Shape.FindJson(RuleFinding.Name(absent[0])) is { } partner && Insertion(trigger, partner, given, facts) is { } insertion)
            properties = properties.Add("insert", insertion);
        return Diagnostic.Create(UsageDescriptors.PartnerMissing, trigger.Name, properties, what, string.Join(" or ", absent.Select(RuleFinding.Name)));
    }

    private static IEnumerable<RuleAtom> Columns(RuleAtom atom) =>
        atom.Operator == RuleOperator.NotInTable ? RuleAtom.SplitAt(atom.Name, ',').Select(name => atom with { Name = name }) : [atom];

    /// <summary>Where to write the partner, its name, and the text; null where no value is sure to be allowed.</summary>
    private static string? Insertion(Setting trigger, MemberShape partner, RuleAtom[] given, Facts facts)
    {
        if (trigger.Removable is not { } span || Placeholder(partner, given, facts) is not { } value || trigger.Name.SourceTree is not { } tree)
            return null;
        SyntaxNode? node = tree.GetRoot().FindNode(trigger.Name.SourceSpan);
        bool isAssignment = node?.FirstAncestorOrSelf<AssignmentExpressionSyntax>()?.Span == span;
        SyntaxToken first = tree.GetRoot().FindToken(span.Start);
        // A call begins with the blanks before its dot, which belong to the token before.
        string lead = Lead(first.Span.End <= span.Start ? first.GetNextToken() : first, isAssignment);
        string text = isAssignment ? $",{lead}{partner.Name} = {value}" : $"{lead}.With{partner.Name}({value})";
        return $"{Finding.Span(new Microsoft.CodeAnalysis.Text.TextSpan(span.End, 0))};{partner.Name};{text}";
    }

    /// <summary>What stands before the trigger: a blank, nothing, or a new line with its indentation.</summary>
    private static string Lead(SyntaxToken first, bool isAssignment)
    {
        SyntaxToken before = first.GetPreviousToken();
        SyntaxTrivia[] between = [.. before.TrailingTrivia, .. first.LeadingTrivia];
        int line = Array.FindLastIndex(between, trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia));
        if (line < 0)
            return isAssignment ? " " : "";
        return between[line].ToString() + string.Concat(between.Skip(line + 1).Where(trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia)));
    }

    /// <summary>An allowed value to begin with: that of the trigger where both are numbers of one kind, else the least.</summary>
    private static string? Placeholder(MemberShape partner, RuleAtom[] given, Facts facts)
    {
        if (partner.Type is INamedTypeSymbol { TypeKind: TypeKind.Enum } set)
            return set.GetMembers().OfType<IFieldSymbol>().FirstOrDefault(field => Suits(partner, field))?.Name is { } name ? $"{set.Name}.{name}" : null;
        switch (partner.Type.SpecialType)
        {
            case SpecialType.System_Boolean:
                return "true";
            case SpecialType.System_String:
                return partner is { Pattern: null, Length: null or { Minimum: <= 4, Maximum: >= 4 } } ? "\"TODO\"" : null;
            case SpecialType.System_Int32 or SpecialType.System_Int64 or SpecialType.System_Decimal or SpecialType.System_Double:
                IEnumerable<ExactNumber?> candidates = [.. given.Select(atom => RuleAnswer.Number(facts.Find(atom.Name))), partner.Numbers?.Minimum, ExactNumber.TryParse("0"), ExactNumber.TryParse("1")];
                return candidates.FirstOrDefault(number => number is { } value && (partner.Numbers?.Allows(value) ?? true) && (value.IsInteger || !Nearest.IsWhole(partner.Type))) is { } found
                    ? Finding.Literal(found, partner.Type)
                    : null;
            default:
                return null;
        }

        // Other rules of the card may leave only some of the values.
        bool Suits(MemberShape member, IFieldSymbol field) => field.HasConstantValue && facts.Shape.Rules.All(rule =>
            !rule.Atoms.Any(atom => RuleFinding.Name(atom) == member.JsonName && atom.Operator == RuleOperator.NotIn && !atom.Values.Contains($"{field.ConstantValue}"))
            || !rule.Atoms.Where(atom => RuleFinding.Name(atom) != member.JsonName).All(atom => RuleAnswer.IsMet(new Rule([atom]), facts)));
    }
}
