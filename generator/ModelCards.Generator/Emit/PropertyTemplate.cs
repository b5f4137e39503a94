using System.Globalization;
using ModelCards.Generator.Specs;

namespace ModelCards.Generator.Emit;

/// <summary>The property of a parameter.</summary>
internal static class PropertyTemplate
{
    private const int Width = 136;

    public static IEnumerable<string> WriteAll(EquatableArray<MemberSpec> members)
    {
        for (int i = 0; i < members.Count; i++)
        {
            string declaration = Declaration(members[i], i.ToString(CultureInfo.InvariantCulture));
            yield return SourceWriter.Docs(members[i].Docs) + Attributes(members[i].Attributes) + "\n" + declaration;
        }
    }

    /// <summary>The attributes, each time on a new line.</summary>
    public static string Attributes(EquatableArray<string> attributes)
    {
        if (attributes.Count == 0)
            return "";
        string line = $"\n[{string.Join(", ", attributes)}]";
        return line.Length <= Width ? line : string.Concat(attributes.Select(attribute => $"\n[{attribute}]"));
    }

    private static string Declaration(MemberSpec member, string index)
    {
        (string required, string mark, string sure) = member.IsRequired ? ("required ", "", "!") : ("", "?", "");
        string type = member.Type;
        string list = $"IReadOnlyList<{type}>";
        return member.Kind switch
        {
            MemberKind.Constant => $"public const {type} {member.Name} = {member.Constant};",
            MemberKind.Value => Property(
                $"public {required}{type}{mark} {member.Name}",
                $"Get{member.Access ?? $"<{type}>"}({index}){(member.IsRequired ? ".GetValueOrDefault()" : "")}",
                $"Set{member.Access ?? $"<{type}>"}({index}, value)"),
            MemberKind.List or MemberKind.ObjectList => Property(
                $"public {required}{list}{mark} {member.Name}",
                $"GetReference<{list}>({index}){sure}",
                $"SetList<{type}>({index}, value)"),
            _ => Property(
                $"public {required}{type}{mark} {member.Name}",
                $"Get{member.Access ?? $"Reference<{type}>"}({index}){sure}",
                $"Set{member.Access ?? $"<{type}>"}({index}, value)"),
        };
    }

    private static string Property(string head, string get, string init)
    {
        string line = $"{head} {{ get => {get}; init => {init}; }}";
        return line.Length <= Width ? line : $$"""
            {{head}}
            {
                get => {{get}};
                init => {{init}};
            }
            """;
    }
}
