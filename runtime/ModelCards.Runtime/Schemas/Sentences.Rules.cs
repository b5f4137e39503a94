namespace ModelCards.Schemas;

/// <summary>The sentences of rules between parameters.</summary>
internal static partial class Sentences
{
    public static string Not(Schema not, string here, InstancePath path)
    {
        if (not.Required is { Names: { Length: > 0 } names } && not.Properties is null)
        {
            return names.Length == 1
                ? $"{path.Parameter(names[0])} is not allowed here."
                : $"{Join("and", names.Select(name => path.Parameter(name)))} exclude each other.";
        }

        if (not.AllOf.Length > 0 && Array.TrueForAll(not.AllOf, part => part.Required is { Names.Length: 1 }))
            return $"{Join("and", not.AllOf.Select(part => path.Parameter(part.Required!.Names[0])))} exclude each other.";
        if (not.AnyOf.Length > 0)
            return $"{here} must not combine {Join("or", not.AnyOf.Select(Describe))}.";
        return $"{here} must not have {Describe(not)}.";
    }

    public static string AnyOf(Schema[] branches, string here, string shown, InstancePath path)
    {
        if (RequiredNames(branches) is { } names)
            return $"{here} needs at least one of {Join("or", names.Select(name => path.Parameter(name)))}.";
        return IsMedia(branches)
            ? $"{here} must be {Media(branches)}, but is {shown}."
            : $"{here} must be {Join("or", branches.Select(Describe))}, but is {shown}.";
    }

    public static string OneOf(Schema[] branches, string here, string shown, InstancePath path)
    {
        if (RequiredNames(branches) is { } names)
            return $"{here} needs exactly one of {Join("or", names.Select(name => path.Parameter(name)))}.";
        return $"{here} must be {Join("or", branches.Select(Describe))}, but is {shown}.";
    }

    public static string TwoOf(Schema first, Schema second, string here, InstancePath path) =>
        RequiredNames([first, second]) is { } names
            ? $"{Join("and", names.Select(name => path.Parameter(name)))} exclude each other."
            : $"{here} matches both {Describe(first)} and {Describe(second)}, but exactly one is allowed.";

    /// <summary>Why a consequence applies, to be put behind its own sentence.</summary>
    public static string Condition(Schema condition, bool holds, InstancePath path)
    {
        string where = path.Parameter() is { Length: > 0 } parameter ? $" in {parameter}" : "";
        return $"{(holds ? "when" : "unless")} there is {Describe(condition)}{where}";
    }

    private static string[]? RequiredNames(Schema[] branches) =>
        Array.TrueForAll(branches, branch => branch.Required is { Names.Length: 1 } && branch.Properties is null)
            ? Array.ConvertAll(branches, branch => branch.Required!.Names[0])
            : null;

    private static bool IsMedia(Schema[] branches) => Array.TrueForAll(branches, branch => branch.Format is not null || branch.Pattern is not null);

    private static string Media(Schema[] branches) => Join("or", branches.Select(branch => branch switch
    {
        { Format: "uuid" } => "a UUID",
        { Format: "uri" } => "a URL",
        { Pattern.Source: var source } when source.StartsWith("^data:", StringComparison.Ordinal) => "a data URI",
        { Pattern.Source: "^[a-zA-Z0-9+/=]+$" } => "base64 text",
        _ => $"text that matches {branch.Pattern!.Source}",
    }));

    private static string Describe(Schema schema)
    {
        if (schema.Title is { } title)
            return title;
        var parts = new List<string>();
        if (schema.Allowed is { } allowed)
            parts.Add(Join("or", allowed.Texts.Take(ShownValues)));
        else if (schema.Types != SchemaTypes.Any)
            parts.Add(Types(schema.Types));
        for (int i = 0; i < (schema.Properties?.Names.Length ?? 0); i++)
            parts.Add($"{schema.Properties!.Names[i]} {Describe(schema.Properties.Schemas[i])}".TrimEnd());
        foreach (string name in schema.Required?.Names ?? [])
        {
            if (schema.Properties?.Contains(name) != true)
                parts.Add(name);
        }

        if (schema.MinItems > 0)
            parts.Add($"with {Count(schema.MinItems, schema.MaxItems, "item")}");
        if (schema.Range is { Minimum: { } minimum })
            parts.Add($"of at least {minimum.Text}");
        if (schema.Range is { Maximum: { } maximum })
            parts.Add($"of at most {maximum.Text}");
        if (schema.Not is { } not)
            parts.Add($"not {Describe(not)}");
        parts.AddRange(schema.AllOf.Select(Describe));
        if (schema.AnyOf.Length > 0)
            parts.Add(Join("or", schema.AnyOf.Select(Describe)));
        if (schema.OneOf.Length > 0)
            parts.Add(Join("or", schema.OneOf.Select(Describe)));
        return Join("and", parts.Where(part => part.Length > 0));
    }
}
