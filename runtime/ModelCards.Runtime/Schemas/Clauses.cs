namespace ModelCards.Schemas;

/// <summary>What a condition asks, as clauses of a sentence: <c>settings.draft is true</c>, <c>inputs.maskImage is given</c>.</summary>
internal static class Clauses
{
    /// <param name="schema">The condition.</param>
    /// <param name="name">Dotted name of the value that it is about; empty for the request or an item.</param>
    public static IEnumerable<string> Of(Schema schema, string name)
    {
        string it = name.Length == 0 ? "it" : name;
        if (schema.Always == false)
            return [$"{it} is absent"];
        List<string> clauses = [.. OfValue(schema, it), .. OfMembers(schema, name)];
        if (schema.Not is { } not)
            clauses.AddRange(Negate([.. Of(not, name)]));
        clauses.AddRange(schema.AllOf.SelectMany(part => Of(part, name)));
        foreach (Schema[] alternatives in (Schema[][])[schema.AnyOf, schema.OneOf])
        {
            string[] each = [.. alternatives.Select(part => Sentences.Join("and", Of(part, name))).Where(text => text.Length > 0)];
            if (each.Length > 0)
                clauses.Add(Sentences.Join("or", each));
        }

        if (clauses.Count == 0 && schema.Types != SchemaTypes.Any && name.Length > 0)
            clauses.Add($"{it} is {Sentences.Types(schema.Types)}");
        return clauses.Distinct();
    }

    private static IEnumerable<string> OfValue(Schema schema, string it)
    {
        if (schema.Allowed is { } allowed)
            yield return $"{it} is {Sentences.Join("or", allowed.Texts.Take(Sentences.ShownValues))}";
        if (schema.Range is { } range)
        {
            if (range.Minimum is { } minimum)
                yield return $"{it} is at least {minimum.Text}";
            if (range.ExclusiveMinimum is { } above)
                yield return $"{it} is greater than {above.Text}";
            if (range.Maximum is { } maximum)
                yield return $"{it} is at most {maximum.Text}";
            if (range.ExclusiveMaximum is { } below)
                yield return $"{it} is less than {below.Text}";
            if (range.Step is { } step)
                yield return $"{it} is a multiple of {step.Text}";
        }

        if (schema.MinLength > 0 || schema.MaxLength < int.MaxValue)
            yield return $"{it} has {Sentences.Count(schema.MinLength, schema.MaxLength, "character")}";
        if (schema.Format is { } format)
            yield return $"{it} is {Sentences.Format(format)}";
        if (schema.Pattern is { } pattern)
            yield return $"{it} matches {pattern.Source}";
        if (schema.MinItems > 0 || schema.MaxItems < int.MaxValue)
            yield return $"{it} has {Sentences.Count(schema.MinItems, schema.MaxItems, "item")}";
        if (schema.Contains is { } contains)
            yield return Sentences.Join("and", Of(contains, "")) is { Length: > 0 } item ? $"{it} has an item such that {item}" : $"{it} has an item";
    }

    private static IEnumerable<string> OfMembers(Schema schema, string name)
    {
        string prefix = name.Length == 0 ? "" : name + ".";
        for (int i = 0; i < (schema.Properties?.Names.Length ?? 0); i++)
        {
            string member = schema.Properties!.Names[i];
            string[] inner = [.. Of(schema.Properties.Schemas[i], prefix + member)];
            if (inner.Length == 0 && schema.Required?.Contains(member) == true)
                yield return $"{prefix}{member} is given";
            foreach (string clause in inner)
                yield return clause;
        }

        foreach (string member in schema.Required?.Names ?? [])
        {
            if (schema.Properties?.Contains(member) != true)
                yield return $"{prefix}{member} is given";
        }
    }

    private static IEnumerable<string> Negate(string[] clauses)
    {
        if (clauses is not [var only])
            return clauses.Length == 0 ? [] : [$"it is not so that {Sentences.Join("and", clauses)}"];
        int verb = only.IndexOf(" is ", StringComparison.Ordinal);
        bool isOfSeveral = only.Contains(" or ", StringComparison.Ordinal) && only.LastIndexOf(" is ", StringComparison.Ordinal) > verb;
        return [verb < 0 || isOfSeveral ? $"it is not so that {only}" : only.Insert(verb + 3, " not")];
    }
}
