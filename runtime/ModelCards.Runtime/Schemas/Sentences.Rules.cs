using ModelCards.Requests;

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
        if (not.Allowed is { } values)
            return $"{here} must not be {Join("or", values.Texts.Take(ShownValues))}.";
        string[] clauses = [.. Clauses.Of(not, path.Parameter())];
        return clauses.Length > 0 ? $"It is not allowed that {Join("and", clauses)}." : $"{here} is what the card excludes.";
    }

    public static string AnyOf(Schema[] branches, in Slot value, string here, InstancePath path) =>
        Alternatives(branches, value, "at least one", here, path);

    public static string OneOf(Schema[] branches, in Slot value, string here, InstancePath path) =>
        Alternatives(branches, value, "exactly one", here, path);

    public static string TwoOf(Schema first, Schema second, string here, InstancePath path) =>
        RequiredNames([first, second]) is { } names
            ? $"{Join("and", names.Select(name => path.Parameter(name)))} exclude each other."
            : $"{here} matches both {Describe(first, path)} and {Describe(second, path)}, but exactly one is allowed.";

    /// <summary>Why a consequence applies, to be put behind its own sentence.</summary>
    public static string Condition(Schema condition, bool holds, InstancePath path)
    {
        string[] clauses = [.. Clauses.Of(condition, path.Parameter())];
        return clauses.Length == 0 ? "by a rule of the card" : $"{(holds ? "when" : "unless")} {Join("and", clauses)}";
    }

    /// <summary>Puts a reason behind what is wrong and before the hint that may follow.</summary>
    public static string Because(string message, string reason)
    {
        int hint = message.IndexOf("; ", StringComparison.Ordinal);
        return hint < 0 ? $"{message.TrimEnd('.')} {reason}." : message.Insert(hint, " " + reason);
    }

    public static string Contains(Schema contains, string here, string expected, string found)
    {
        string[] clauses = [.. Clauses.Of(contains, "")];
        string kind = clauses.Length == 0 ? "" : $" such that {Join("and", clauses)}";
        return $"{here} must hold {expected}{kind}, but holds {found}.";
    }

    private static string Alternatives(Schema[] branches, in Slot value, string howMany, string here, InstancePath path)
    {
        if (RequiredNames(branches) is { } names)
            return $"{here} needs {howMany} of {Join("or", names.Select(name => path.Parameter(name)))}.";
        if (CombinationTable.Of(branches) is { } table && Instance.TypeOf(value) == SchemaTypes.Object)
            return table.Describe(value, path);
        if (Array.Exists(branches, branch => branch.Types == SchemaTypes.Any && (branch.Required ?? branch.Properties) is not null))
            return $"{here} needs that {howMany} holds: {Join("or", branches.Select(branch => Describe(branch, path)))}.";
        if (Instance.TypeOf(value) == SchemaTypes.Object && Array.FindAll(branches, branch => branch.Properties is not null) is { Length: > 1 } objects)
            return $"{here} is none of the objects that the card describes: {Join("or", objects.Select(Discriminator).Distinct())}.";
        return $"{here} must be {Join("or", branches.Select(branch => Describe(branch, path)).Distinct())}, but is {Instance.Show(value)}.";
    }

    private static string[]? RequiredNames(Schema[] branches) =>
        Array.TrueForAll(branches, branch => branch.Required is { Names.Length: 1 } && branch.Properties is null)
            ? Array.ConvertAll(branches, branch => branch.Required!.Names[0])
            : null;

    /// <summary>What tells an object from others: the members that it fixes, else those that it needs.</summary>
    private static string Discriminator(Schema branch)
    {
        MemberTable members = branch.Properties!;
        string[] told = [.. members.Names.Where((_, i) => members.Schemas[i].Allowed is { IsConst: true })
            .Select(name => members.TryGet(name, out Schema? member) ? $"{name} {member!.Allowed!.Texts.First()}" : name)];
        if (told.Length == 0)
            told = branch.Required?.Names ?? [];
        return told.Length == 0 ? branch.Title ?? "an object" : $"one with {Join("and", told)}";
    }

    /// <summary>One alternative in few words.</summary>
    private static string Describe(Schema branch, InstancePath path) => branch switch
    {
        { Allowed: { } allowed } => Join("or", allowed.Texts.Take(ShownValues)),
        { Title: { } title } => title,
        { Format: "uuid" } => "a UUID",
        { Format: "uri" } => "a URL",
        { Pattern.Source: var source } when source.StartsWith("^data:", StringComparison.Ordinal) => "a data URI",
        { Pattern.Source: "^[a-zA-Z0-9+/=]+$" } => "base64 text",
        { Pattern.Source: var source } => $"text that matches {source}",
        { Types: not SchemaTypes.Any, Range: { Minimum: { } low, Maximum: { } high } } => $"{Types(branch.Types)} from {low.Text} to {high.Text}",
        { Types: not SchemaTypes.Any } => Types(branch.Types),
        _ => Join("and", Clauses.Of(branch, path.Parameter())) is { Length: > 0 } clauses ? clauses : "what the card describes",
    };
}
