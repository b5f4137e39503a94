using System.Globalization;
using ModelCards.Generator.Specs;

namespace ModelCards.Generator.Emit;

/// <summary>The fluent builder of a request or of a nested object.</summary>
internal static class BuilderTemplate
{
    public static string WriteRequest(RequestSpec spec) => Write(spec.Name + "Request", "RequestBuilder", spec.Members, "a request").ToString();

    public static SourceWriter Write(string type, string baseType, EquatableArray<MemberSpec> members, string what)
    {
        string builder = type + "Builder";
        SourceWriter writer = new SourceWriter()
            .Write($"/// <summary>Builds {what}: <see cref=\"{type}\"/>.</summary>")
            .Open($"public sealed partial class {builder} : {baseType}<{builder}, {type}>")
            .Member($$"""
                internal {{builder}}()
                {
                }
                """)
            .Member($"internal {builder}({type} source) => From(source);");
        for (int i = 0; i < members.Count; i++)
        {
            foreach (string method in Methods(builder, type, members[i], i.ToString(CultureInfo.InvariantCulture)))
                writer.Member($"/// <inheritdoc cref=\"{type}.{members[i].Name}\"/>\n" + method);
        }

        return writer.Close();
    }

    /// <summary>Parameters of a method that takes what is required.</summary>
    public static string Parameters(IEnumerable<MemberSpec> members) => string.Join(", ", members.Where(member => member.IsRequired).Select(Parameter));

    /// <summary>Calls that set what is required.</summary>
    public static string Calls(IEnumerable<MemberSpec> members) =>
        string.Concat(members.Where(member => member.IsRequired).Select(member => $".With{member.Name}({member.ParameterName})"));

    private static string Parameter(MemberSpec member) =>
        $"{(member.Kind is MemberKind.List or MemberKind.ObjectList ? $"IEnumerable<{member.Type}>" : member.Type)} {member.ParameterName}";

    private static IEnumerable<string> Methods(string builder, string type, MemberSpec member, string index)
    {
        string mark = member.IsRequired ? "" : "?";
        switch (member.Kind)
        {
            case MemberKind.Constant:
                yield break;
            case MemberKind.List:
                yield return $"public {builder} With{member.Name}(params {member.Type}[] values) => SetList(" + $"{index}, values);";
                yield return $"public {builder} With{member.Name}(IEnumerable<{member.Type}>{mark} values) => SetList({index}, values);";
                yield return $"public {builder} Add{member.ItemName}({member.Type} value) => Add({index}, value);";
                break;
            case MemberKind.ObjectList:
                yield return $"public {builder} With{member.Name}(IEnumerable<{member.Type}>{mark} values) => SetList({index}, values);";
                yield return $"public {builder} Add{member.ItemName}({member.Type} value) => Add({index}, value);";
                yield return Nested(builder, member, index, "Add", member.ItemName);
                break;
            case MemberKind.Object:
                yield return $"public {builder} With{member.Name}({member.Type}{mark} value) => Set({index}, value);";
                yield return Nested(builder, member, index, "Set", member.Name, "With");
                break;
            default:
                yield return $"public {builder} With{member.Name}({member.Type}{mark} value) => Set<{member.Type}>({index}, value);";
                break;
        }
    }

    /// <summary>Sets or adds an object through its own builder; what it requires are arguments.</summary>
    private static string Nested(string builder, MemberSpec member, string index, string action, string name, string verb = "Add")
    {
        string parameters = string.Concat(member.Arguments.Select(argument => $"{argument.Type} {argument.Name}, "));
        string arguments = string.Join(", ", member.Arguments.Select(argument => argument.Name));
        string optional = member.Arguments.Count > 0 ? "Action<" + member.Type + "Builder>? configure = null" : $"Action<{member.Type}Builder> configure";
        return $"""
            public {builder} {verb}{name}({parameters}{optional}) =>
                {action}({index}, {member.Type}.Create({arguments}), configure);
            """;
    }
}
