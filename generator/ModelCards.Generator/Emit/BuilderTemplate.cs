using System.Globalization;
using ModelCards.Generator.Specs;

namespace ModelCards.Generator.Emit;

/// <summary>The fluent builder of a request or of a nested object.</summary>
internal static class BuilderTemplate
{
    public static string WriteRequest(RequestSpec spec) => Write(spec.Name + "Request", "RequestBuilder", spec.Members, "a request");

    public static string Write(string type, string baseType, EquatableArray<MemberSpec> members, string what)
    {
        string builder = type + "Builder";
        SourceWriter writer = new SourceWriter()
            .Write($"/// <summary>Builds {what}: <see cref=\"{type}\"/>.</summary>")
            .Open(SourceWriter.Fold($"public sealed partial class {builder}", $": {baseType}<{builder}, {type}>"));
        for (int i = 0; i < members.Count; i++)
        {
            // Whoever uses the builder never sees the property, so what it warns of is said again.
            string marks = string.Concat(members[i].Attributes.Where(attribute => attribute.StartsWith("Obsolete(", StringComparison.Ordinal)).Select(attribute => $"[{attribute}]\n"));
            foreach (string method in Methods("public " + builder, members[i], i.ToString(CultureInfo.InvariantCulture)))
                writer.Member($"/// <inheritdoc cref=\"{type}.{members[i].Name}\"/>\n" + marks + method);
        }

        return writer.Close().ToString();
    }

    /// <summary>The method of a type that starts its builder with what is required.</summary>
    public static string Create(string type, IEnumerable<MemberSpec> members)
    {
        List<MemberSpec> required = [.. members.Where(member => member.IsRequired)];
        if (required.Count == 0)
            return $"public static {type}Builder Create() => new();";
        string[] parameters = [.. required.Select(member => $"{TypeOf(member)} {member.ParameterName}")];
        string head = SourceWriter.List($"public static {type}Builder Create", parameters, " =>");
        string[] calls = [$"new {type}Builder()", .. required.Select(member => $".With{member.Name}({member.ParameterName})")];
        string chain = string.Concat(calls);
        return $"{head}\n    {(chain.Length < 130 ? chain : string.Join("\n        ", calls))};";
    }

    private static string TypeOf(MemberSpec member) =>
        member.Kind is MemberKind.List or MemberKind.ObjectList ? $"IEnumerable<{member.Type}>" : member.Type;

    private static IEnumerable<string> Methods(string head, MemberSpec member, string index)
    {
        string mark = member.IsRequired ? "" : "?";
        string type = member.Type;
        string with = $"{head} With{member.Name}";
        string add = $"{head} Add{member.ItemName}";
        switch (member.Kind)
        {
            case MemberKind.Constant:
                break;
            case MemberKind.List:
                yield return Method(with, $"params {type}[] values", $"SetList({index}, values);");
                yield return Method(with, $"IEnumerable<{type}>{mark} values", $"SetList({index}, values);");
                yield return Method(add, $"{type} value", $"Add({index}, value);");
                break;
            case MemberKind.ObjectList:
                yield return Method(with, $"IEnumerable<{type}>{mark} values", $"SetList({index}, values);");
                yield return Method(add, $"{type} value", $"Add({index}, value);");
                yield return Nested(add, "Add", member, index);
                break;
            case MemberKind.Object:
                yield return Method(with, $"{type}{mark} value", $"Set({index}, value);");
                yield return Nested(with, "Set", member, index);
                break;
            default:
                yield return Method(with, $"{type}{mark} value", $"Set{member.Access ?? $"<{type}>"}({index}, value);");
                break;
        }
    }

    private static string Method(string head, string parameter, string body)
    {
        string signature = SourceWriter.List(head, [parameter], " =>");
        return signature.Contains('\n') ? $"{signature}\n    {body}" : SourceWriter.Fold(signature, body);
    }

    /// <summary>Sets or adds an object through its own builder; what it requires are arguments.</summary>
    private static string Nested(string head, string action, MemberSpec member, string index)
    {
        string configure = $"Action<{member.Type}Builder>" + (member.Arguments.Count > 0 ? "? configure = null" : " configure");
        string arguments = string.Join(", ", member.Arguments.Select(argument => argument.Name));
        return SourceWriter.List(head, [.. member.Arguments.Select(argument => $"{argument.Type} {argument.Name}"), configure], " =>")
            + $"\n    {action}({index}, {member.Type}.Create({arguments}), configure);";
    }
}
