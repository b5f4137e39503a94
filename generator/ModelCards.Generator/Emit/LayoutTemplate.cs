using ModelCards.Generator.Specs;

namespace ModelCards.Generator.Emit;

/// <summary>The table of a type's members.</summary>
internal static class LayoutTemplate
{
    public static string Write(IEnumerable<MemberSpec> members) => $"""
        private static readonly ObjectLayout Members = new(
            {string.Join(",\n    ", members.Select(member => $"({CSharpLiteral.Text(member.JsonName)}, {member.Layout})"))});
        """;
}
