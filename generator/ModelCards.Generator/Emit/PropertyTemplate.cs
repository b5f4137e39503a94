using ModelCards.Generator.Specs;

namespace ModelCards.Generator.Emit;

/// <summary>The property of a parameter.</summary>
internal static class PropertyTemplate
{
    public static IEnumerable<string> WriteAll(EquatableArray<MemberSpec> members)
    {
        for (int i = 0; i < members.Count; i++)
            yield return Write(members[i], i.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    private static string Write(MemberSpec member, string index)
    {
        string attributes = member.Attributes.Count == 0 ? "" : $"\n[{string.Join(", ", member.Attributes)}]";
        return SourceWriter.Docs(member.Docs) + attributes + "\n" + Declaration(member, index);
    }

    private static string Declaration(MemberSpec member, string index)
    {
        string name = $"public {(member.IsRequired ? "required " : "")}";
        string mark = member.IsRequired ? "" : "?";
        string sure = member.IsRequired ? "!" : "";
        return member.Kind switch
        {
            MemberKind.Constant => $"public const {member.Type} {member.Name} = {member.Constant};",
            MemberKind.Value when member.IsRequired =>
                $"{name}{member.Type} {member.Name} {{ get => Get<{member.Type}>({index}).GetValueOrDefault(); init => Set<{member.Type}>({index}, value); }}",
            MemberKind.Value =>
                $"{name}{member.Type}? {member.Name} {{ get => Get<{member.Type}>({index}); init => Set<{member.Type}>({index}, value); }}",
            MemberKind.List or MemberKind.ObjectList =>
                $"{name}IReadOnlyList<{member.Type}>{mark} {member.Name} {{ get => GetReference<IReadOnlyList<{member.Type}>>({index}){sure}; init => SetList<{member.Type}>({index}, value); }}",
            _ =>
                $"{name}{member.Type}{mark} {member.Name} {{ get => GetReference<{member.Type}>({index}){sure}; init => Set<{member.Type}>({index}, value); }}",
        };
    }
}
