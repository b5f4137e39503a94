namespace ModelCards.Generator.Parser.Rules;

/// <summary>
/// Conditions in disjunctive form: any one conjunction suffices. What cannot be said in conditions is left out, so the
/// alternatives are sufficient and need not be all there are.
/// </summary>
internal sealed class Alternatives
{
    /// <summary>More than these say nothing that a reader could follow, and would cost the compiler.</summary>
    private const int Most = 64;

    public static readonly Alternatives None = new([]);
    public static readonly Alternatives Always = new([[]]);

    private Alternatives(IReadOnlyList<IReadOnlyList<RuleAtom>> conjunctions) => Conjunctions = conjunctions;

    public IReadOnlyList<IReadOnlyList<RuleAtom>> Conjunctions { get; }

    public bool IsAlways => Conjunctions.Any(conjunction => conjunction.Count == 0);

    public static Alternatives Of(params RuleAtom[] conjunction) => new([conjunction]);

    public static Alternatives Either(IEnumerable<Alternatives> alternatives)
    {
        RuleAtom[][] all = [.. alternatives.SelectMany(item => item.Conjunctions).Select(item => item.ToArray())];
        return all.Any(conjunction => conjunction.Length == 0) ? Always : all.Length > Most ? None : new Alternatives(all);
    }

    public static Alternatives Both(IEnumerable<Alternatives> alternatives)
    {
        Alternatives result = Always;
        foreach (Alternatives next in alternatives)
        {
            if (result.Conjunctions.Count * next.Conjunctions.Count > Most)
                return None;
            result = new Alternatives([.. result.Conjunctions
                .SelectMany(left => next.Conjunctions.Select(right => Join(left, right)))
                .OfType<IReadOnlyList<RuleAtom>>()]);
        }

        return result;
    }

    /// <summary>All conditions of two conjunctions; null when they cannot hold together.</summary>
    private static List<RuleAtom>? Join(IReadOnlyList<RuleAtom> left, IReadOnlyList<RuleAtom> right)
    {
        var result = new List<RuleAtom>(left);
        foreach (RuleAtom atom in right.Where(atom => !result.Contains(atom)))
        {
            RuleAtom[] same = [.. result.Where(other => other.Name == atom.Name)];
            if (same.Any(other => Contradict(other, atom)))
                return null;
            if (atom.Operator == RuleOperator.Present && same.Length > 0)
                continue;
            if (atom.SpeaksOfValue)
                result.RemoveAll(other => other.Name == atom.Name && other.Operator == RuleOperator.Present);
            result.Add(atom);
        }

        return result;
    }

    private static bool Contradict(RuleAtom left, RuleAtom right) => (left.Operator, right.Operator) switch
    {
        (RuleOperator.Absent, _) or (_, RuleOperator.Absent) => left.Operator != right.Operator,
        (RuleOperator.In, RuleOperator.In) => !left.Values.Intersect(right.Values).Any(),
        (RuleOperator.In, RuleOperator.NotIn) => !left.Values.Except(right.Values).Any(),
        (RuleOperator.NotIn, RuleOperator.In) => !right.Values.Except(left.Values).Any(),
        _ => false,
    };
}
