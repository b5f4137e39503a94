using ModelCards.Generator.Specs;

namespace ModelCards.Generator.Emit;

/// <summary>The request type of a card.</summary>
internal static class RequestTemplate
{
    public static string Write(RequestSpec spec)
    {
        string name = spec.Name + "Request";
        string marks = PropertyTemplate.Attributes(spec.Marks);
        SourceWriter writer = new SourceWriter()
            .Write(SourceWriter.Docs(spec.Docs))
            .Write($"[JsonConverter(typeof(ModelRequestConverter<{name}>))]")
            .Write(spec.Rules.Count > 0, RulesTemplate.Write(spec.Rules))
            .Open(SourceWriter.Fold($"public sealed partial class {name}", $": ModelRequest<{spec.ResultType}>, IModelRequest<{name}>"))
            .Member(LayoutTemplate.Write(spec.Members))
            .Member($$"""
                /// <summary>Starts an empty request, for an object initializer.</summary>{{marks}}
                public {{name}}()
                    : base(Members, Card)
                {
                }
                """)
            .Member($$"""
                [SetsRequiredMembers]
                private {{name}}(ObjectLayout members)
                    : base(members, Card)
                {
                }
                """);
        foreach (string property in PropertyTemplate.WriteAll(spec.Members))
            writer.Member(property);
        return writer
            .Member($$"""
                /// <summary>Starts a request with what the card requires.</summary>{{marks}}
                {{BuilderTemplate.Create(name, spec.Members)}}
                """)
            .Member($$"""
                /// <summary>Starts a request from the values of this one, which does not change.</summary>
                public {{name}}Builder ToBuilder() => new {{name}}Builder().From(this);
                """)
            .Member(SourceWriter.Fold($"static {name} IRequestObject<{name}>.New() =>", "new(Members);"))
            .Close()
            .ToString();
    }
}
