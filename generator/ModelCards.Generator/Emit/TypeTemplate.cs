using ModelCards.Generator.Specs;

namespace ModelCards.Generator.Emit;

/// <summary>The types that go with a card, or that cards share.</summary>
internal static class TypeTemplate
{
    public static string Write(IEnumerable<TypeSpec> types) => string.Join("\n", types.Select(type => type switch
    {
        ObjectSpec spec => Object(spec) + "\n" + BuilderTemplate.Write(spec.Name, "NestedBuilder", spec.Members, "an object"),
        EnumSpec spec => Enum(spec),
        _ => Union((UnionSpec)type),
    }));

    private static string Object(ObjectSpec spec)
    {
        string name = spec.Name;
        bool hasRequired = spec.Members.Any(member => member.IsRequired);
        SourceWriter writer = new SourceWriter()
            .Write(SourceWriter.Docs(spec.Docs))
            .Write(spec.Rules.Count > 0, RulesTemplate.Write(spec.Rules))
            .Open(SourceWriter.Fold($"public sealed partial class {name}", $": RequestObject, IRequestObject<{name}>"))
            .Member(LayoutTemplate.Write(spec.Members))
            .Member($$"""
                /// <summary>Starts an empty object, for an object initializer.</summary>
                public {{name}}()
                    : base(Members)
                {
                }
                """)
            .Member(hasRequired, $$"""
                [SetsRequiredMembers]
                private {{name}}(ObjectLayout members)
                    : base(members)
                {
                }
                """);
        foreach (string property in PropertyTemplate.WriteAll(spec.Members))
            writer.Member(property);
        return writer
            .Member($$"""
                /// <summary>Starts an object with what the card requires.</summary>
                {{BuilderTemplate.Create(name, spec.Members)}}
                """)
            .Member(SourceWriter.Fold(SourceWriter.Fold($"static {name}", $"IRequestObject<{name}>.New() =>"), hasRequired ? "new(Members);" : "new();"))
            .Close()
            .ToString();
    }

    private static string Enum(EnumSpec spec)
    {
        SourceWriter writer = new SourceWriter().Write(SourceWriter.Docs(spec.Docs)).Open($"public enum {spec.Name}");
        foreach (EnumMemberSpec member in spec.Members)
            writer.Member(SourceWriter.Docs(member.Docs) + $"\n{member.Name},");
        if (spec.IsInline)
            return writer.Close().ToString();
        return writer.Close() + "\n" + $$"""
            internal static class {{spec.Name}}Member
            {
                public static readonly MemberType Type = Member.Enum<{{spec.Name}}>(
                    {{string.Join(",\n        ", spec.Members.Select(member => member.Literal))}});
            }

            """;
    }

    private static string Union(UnionSpec spec)
    {
        string name = spec.Name;
        SourceWriter writer = new SourceWriter()
            .Write(SourceWriter.Docs(spec.Docs))
            .Open(SourceWriter.Fold($"public sealed partial class {name}", $": UnionValue<{name}>, IUnionValue<{name}>"))
            .Member($$"""
                private {{name}}()
                {
                }
                """);
        foreach (UnionConstantSpec constant in spec.Constants)
        {
            writer.Member(SourceWriter.Docs(constant.Docs) + "\n"
                + SourceWriter.Fold($"public static {name} {constant.Name} {{ get; }} =", $"Of({constant.Literal}, {constant.Layout});"));
        }

        writer.Member(spec.HasNull, $$"""
            /// <summary>JSON null, which is sent; a parameter that is not set is left out.</summary>
            public static {{name}} Null { get; } = OfNull();
            """);
        foreach (UnionBranchSpec branch in spec.Branches)
        {
            string type = branch.IsList ? $"IReadOnlyList<{branch.Type}>" : branch.Type;
            writer.Member($"""
                /// <summary>The value, when it is {Kind(branch)}; else null.</summary>{PropertyTemplate.Attributes(branch.Attributes)}
                public {type}? {branch.Name} => {(branch.IsReference ? "As" : "AsValue")}<{type}>();
                """);
        }

        foreach (UnionBranchSpec branch in spec.Branches)
        {
            (string type, string of) = branch.IsList ? (branch.Type + "[]", "OfList") : (branch.Type, "Of");
            writer.Member($"""
                /// <summary>Takes {(branch.IsList ? "" : "a value ")}{Kind(branch)}.</summary>
                {SourceWriter.Fold($"public static implicit operator {name}({type} value) =>", $"{of}(value, {branch.Layout});")}
                """);
        }

        return writer.Member($"static {name} IUnionValue<{name}>.New() => new();").Close() + "\n" + new SourceWriter()
            .Open($"internal static class {name}Member")
            .Member(SourceWriter.List(
                $"public static readonly MemberType Type = Member.Union<{name}>",
                [.. spec.Branches.Select(branch => branch.Layout), .. spec.HasNull ? ["Member.Null"] : Array.Empty<string>()],
                ";"))
            .Close();
    }

    private static string Kind(UnionBranchSpec branch) => $"{(branch.IsList ? "a list of" : "of type")} <see cref=\"{branch.Type}\"/>";
}
