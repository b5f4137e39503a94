namespace ModelCards.Generator.Parser.Rules;

/// <summary>Conditions under which a schema surely holds, and under which it surely fails.</summary>
internal static class RuleJudgement
{
    public static Alternatives Fails(JsonNode schema, JsonMember keyword, RuleTarget target) => Judge(schema, keyword, target, holds: false);

    private static Alternatives Judge(JsonNode schema, RuleTarget target, bool holds)
    {
        if (schema.Kind is JsonKind.True or JsonKind.False)
            return schema.Kind == JsonKind.True == holds ? Alternatives.Always : Alternatives.None;
        IEnumerable<Alternatives> parts = schema.Members.Select(keyword => Judge(schema, keyword, target, holds));
        return holds ? Alternatives.Both(parts) : Alternatives.Either(parts);
    }

    private static Alternatives Judge(JsonNode schema, JsonMember keyword, RuleTarget target, bool holds)
    {
        JsonNode value = keyword.Value;
        if (Keywords.IsAnnotation(keyword.Name))
            return Trivial(holds);
        return keyword.Name switch
        {
            "allOf" => All(value.Items.ConvertAll(part => Judge(part, target, holds)), holds),
            "anyOf" => Table(value, target, holds) ?? All(value.Items.ConvertAll(part => Judge(part, target, holds)), !holds),
            "oneOf" => Table(value, target, holds) ?? OneOf(value.Items, target, holds),
            "not" => Judge(value, target, !holds),
            "if" => Conditional(schema, value, target, holds),
            "then" or "else" when schema["if"] is not null => Trivial(holds),
            "type" when value.Kind == JsonKind.Text => value.Text == target.Schema.TextOf("type") || target is { Name: "" } && value.Text == "object"
                ? Trivial(holds)
                : Alternatives.None,
            "required" or "properties" or "dependentRequired" or "dependentSchemas" when target.Kind == RuleValueKind.Object =>
                OfObject(keyword.Name, value, target, holds),
            _ => RuleValues.Judge(keyword.Name, value, target, holds),
        };
    }

    private static Alternatives OfObject(string keyword, JsonNode value, RuleTarget target, bool holds) => keyword switch
    {
        "required" => All(value.Items.ConvertAll(name => Given(target, name.Text, isGiven: holds)), holds),
        "properties" => All(value.Members.ConvertAll(property => Property(target, property, holds)), holds),
        "dependentRequired" => All(
            [.. value.Members.SelectMany(trigger => trigger.Value.Items.Select(name =>
                Implies(target, trigger.Name, Given(target, name.Text, isGiven: holds), holds)))],
            holds),
        _ => All(value.Members.ConvertAll(trigger => Implies(target, trigger.Name, Judge(trigger.Value, target, holds), holds)), holds),
    };

    private static Alternatives Property(RuleTarget target, JsonMember property, bool holds) =>
        target.Find(property.Name) is { } inner
            ? Implies(target, property.Name, Judge(property.Value, inner, holds), holds)
            : Trivial(holds);

    /// <summary>What follows where the trigger is given.</summary>
    private static Alternatives Implies(RuleTarget target, string trigger, Alternatives then, bool holds)
    {
        Alternatives given = Alternatives.Both([Given(target, trigger, isGiven: true), then]);
        return !holds ? given : then.IsAlways ? then : Alternatives.Either([Given(target, trigger, isGiven: false), given]);
    }

    private static Alternatives Given(RuleTarget target, string name, bool isGiven) => target.Find(name) switch
    {
        // Generated code cannot give what the card does not declare.
        null => isGiven ? Alternatives.None : Alternatives.Always,
        { IsAlwaysGiven: true } => isGiven ? Alternatives.Always : Alternatives.None,
        { } member => Alternatives.Of(new RuleAtom(member.Name, isGiven ? RuleOperator.Present : RuleOperator.Absent)),
    };

    private static Alternatives Conditional(JsonNode schema, JsonNode condition, RuleTarget target, bool holds)
    {
        Alternatives Branch(string keyword, bool met) => Alternatives.Both(
        [
            Judge(condition, target, met),
            schema[keyword] is { } branch ? Judge(branch, target, holds) : Trivial(holds),
        ]);
        return Alternatives.Either([Branch("then", met: true), Branch("else", met: false)]);
    }

    private static Alternatives OneOf(List<JsonNode> branches, RuleTarget target, bool holds)
    {
        List<Alternatives> hold = branches.ConvertAll(branch => Judge(branch, target, holds: true));
        List<Alternatives> fail = branches.ConvertAll(branch => Judge(branch, target, holds: false));
        if (holds)
            return Alternatives.Either(branches.Select((_, i) => Alternatives.Both(fail.Select((other, k) => k == i ? hold[i] : other))));
        IEnumerable<Alternatives> pairs = hold.SelectMany((first, i) => hold.Skip(i + 1).Select(second => Alternatives.Both([first, second])));
        return Alternatives.Either(pairs.Append(Alternatives.Both(fail)));
    }

    /// <summary>A list of sizes: each branch fixes the same few parameters.</summary>
    private static Alternatives? Table(JsonNode branches, RuleTarget target, bool holds)
    {
        string[] names = branches.Items.Count > 1 ? [.. branches.Items[0]["properties"]?.Members.Select(member => member.Name) ?? []] : [];
        RuleTarget?[] columns = [.. names.Select(target.Find)];
        if (names.Length < 2 || columns.Any(column => column is not { Kind: RuleValueKind.Number or RuleValueKind.Text }))
            return null;
        var rows = new List<string>();
        foreach (JsonNode branch in branches.Items)
        {
            if (branch["properties"]?.Members.Count != names.Length
                || branch.Members.Exists(member => member.Name is not ("properties" or "required" or "type") && !Keywords.IsAnnotation(member.Name)))
                return null;
            string?[] row = [.. names.Select((name, i) => branch["properties"]![name]?["const"] is { } value ? columns[i]!.Text(value) : null)];
            if (row.Contains(null) || branch["properties"]!.Members.Exists(member => member.Value.Members.Exists(
                keyword => keyword.Name is not ("const" or "type") && !Keywords.IsAnnotation(keyword.Name))))
                return null;
            rows.Add(string.Join(",", row));
        }

        return holds
            ? Alternatives.None
            : Alternatives.Of(RuleAtom.OfValues(string.Join(",", columns.Select(column => column!.Name)), RuleOperator.NotInTable, rows.Distinct()));
    }

    /// <summary>All parts must be as asked; when asked to fail, any one will do.</summary>
    private static Alternatives All(List<Alternatives> parts, bool holds) => holds ? Alternatives.Both(parts) : Alternatives.Either(parts);

    private static Alternatives Trivial(bool holds) => holds ? Alternatives.Always : Alternatives.None;
}
