using System.Globalization;
using ModelCards.Results;

namespace ModelCards.Generator.Parser;

/// <summary>Gives each type that a file makes a name of its own, and with it the names of its builder and of its member type.</summary>
internal sealed class TypeNames(params string[] taken)
{
    /// <summary>Types that generated code speaks of by their short names; generic ones cannot be mistaken.</summary>
    private static readonly string[] Used =
    [
        "Guid", "ItemsAttribute", "JsonConverterAttribute", "JsonElement", "LengthAttribute", "MediaInput",
        "Member", "MemberType", "ModelCard", "ObjectLayout", "ObsoleteAttribute", "ParameterAttribute", "PatternAttribute",
        "RangeAttribute", "RequestObject", "SetsRequiredMembersAttribute", "Uri",
    ];

    private readonly HashSet<string> _taken = new(Used.Concat(ResultTypeNames.All).Concat(taken), StringComparer.Ordinal);
    private readonly Dictionary<string, int> _next = new(StringComparer.Ordinal);
    private readonly List<string> _conflicts = [];

    public string Allocate(string wanted)
    {
        string name = wanted;
        int number = _next.TryGetValue(wanted, out int next) ? next : 2;
        for (; CompanionsOf(name).Any(_taken.Contains); number++)
            name = wanted + "_" + number.ToString(CultureInfo.InvariantCulture);
        _next[wanted] = number;
        _taken.UnionWith(CompanionsOf(name));
        if (name != wanted)
            _conflicts.Add(wanted);
        return name;
    }

    /// <summary>Names that were wanted and taken since the last time.</summary>
    public List<string> TakeConflicts()
    {
        List<string> conflicts = [.. _conflicts];
        _conflicts.Clear();
        return conflicts;
    }

    /// <summary>Takes a name back: what it was for came to nothing.</summary>
    public void Release(string name) => _taken.ExceptWith(CompanionsOf(name));

    public static string[] CompanionsOf(string name) => [name, name + "Builder", name + "Member"];
}
