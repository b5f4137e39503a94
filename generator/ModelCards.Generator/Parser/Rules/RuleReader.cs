using ModelCards.Generator.Specs;

namespace ModelCards.Generator.Parser.Rules;

/// <summary>
/// Rules between the members of an object, as conditions that no valid object meets together. Analyzers read them, so a rule
/// that conditions cannot say is left out; <c>Validate()</c> judges by the schema itself.
/// </summary>
internal static class RuleReader
{
    private const int Most = 100;

    public static EquatableArray<string> Read(JsonNode schema, bool isRequest)
    {
        RuleTarget target = RuleTarget.Whole(schema, isRequest);
        // What every object needs and what each value must be is said by the members themselves.
        IEnumerable<IReadOnlyList<RuleAtom>> rules = schema.Members
            .Where(member => member.Name is not ("properties" or "required"))
            .SelectMany(member => RuleJudgement.Fails(schema, member, target).Conjunctions)
            .Concat(Relations(target, isRequest));
        var found = new List<HashSet<string>>();
        foreach (IReadOnlyList<RuleAtom> rule in rules.Where(rule => rule.Count > 0))
        {
            var texts = new HashSet<string>(rule.Where(atom => !IsImplied(atom, rule)).Select(atom => atom.ToString()), StringComparer.Ordinal);
            if (found.Exists(other => other.IsSubsetOf(texts)))
                continue;
            found.RemoveAll(other => other.IsSupersetOf(texts));
            found.Add(texts);
        }

        JoinTables(found);
        return found.Take(Most).Select(rule => string.Join("&", rule.OrderBy(atom => atom, StringComparer.Ordinal))).ToEquatableArray();
    }

    /// <summary>What speaks of a value in an object says that the object is given.</summary>
    private static bool IsImplied(RuleAtom atom, IReadOnlyList<RuleAtom> rule) => atom.Operator == RuleOperator.Present
        && rule.Any(other => other.SpeaksOfValue && other.Name.StartsWith(atom.Name + ".", StringComparison.Ordinal));

    /// <summary>A table that holds as soon as any of its columns is given says so by itself: the rows stand in the code once.</summary>
    private static void JoinTables(List<HashSet<string>> rules)
    {
        foreach (HashSet<string> rule in rules.ToArray())
        {
            string? table = rule.FirstOrDefault(text => Columns(text).Length > 1);
            HashSet<string>[] others = [.. Columns(table).Select(column => new HashSet<string>(rule.Except(Columns(table)).Append(column)))];
            if (table is null || !Array.TrueForAll(others, other => rules.Exists(other.SetEquals)))
                continue;
            rules.RemoveAll(other => Array.Exists(others, other.SetEquals));
            rules.Add([.. rule.Except(Columns(table))]);
        }
    }

    private static string[] Columns(string? text) =>
        text?.IndexOf("!=", StringComparison.Ordinal) is > 0 and int end ? [.. RuleAtom.SplitAt(text.Substring(0, end), ',')] : [];

    /// <summary>Numbers that another number bounds.</summary>
    private static IEnumerable<IReadOnlyList<RuleAtom>> Relations(RuleTarget target, bool isRequest)
    {
        foreach (JsonMember property in target.Schema["properties"]?.Members ?? [])
        {
            if (target.Find(property.Name) is not { Kind: RuleValueKind.Number } number)
                continue;
            foreach (JsonMember bound in property.Value.Members.Where(member => member.Value.Kind == JsonKind.Text))
            {
                if (Broken(bound.Name) is { } op && Other(bound.Value.Text, target, isRequest) is { } other)
                    yield return [new RuleAtom(number.Name, op, "@" + other)];
            }
        }
    }

    private static RuleOperator? Broken(string keyword) => keyword switch
    {
        "x-minimum" => RuleOperator.Less,
        "x-exclusiveMinimum" => RuleOperator.LessOrEqual,
        "x-maximum" => RuleOperator.Greater,
        "x-exclusiveMaximum" => RuleOperator.GreaterOrEqual,
        _ => null,
    };

    /// <summary>A number beside this one, or, behind a slash, one of the request.</summary>
    private static string? Other(string pointer, RuleTarget target, bool isRequest)
    {
        string[] steps = pointer.Split('/');
        if (steps.Length != 2 || steps[0] is not ("" or "1") || steps[1].Contains('~'))
            return null;
        if (steps[0].Length == 0 && !isRequest)
            return "/" + RuleAtom.Escape(steps[1]);
        return target.Find(steps[1]) is { Kind: RuleValueKind.Number } other ? other.Name : null;
    }
}
