using ModelCards.Generator.Specs;

namespace ModelCards.Generator.Emit;

/// <summary>What the card says, as the kernel reads it.</summary>
internal static class CardTemplate
{
    private const string Quotes = "\"\"\"";

    public static string Write(RequestSpec spec) => $$"""
        public sealed partial class {{spec.Name}}Request
        {
            /// <summary>The card of the model: its parameters with their bounds, defaults and descriptions.</summary>
            public static ModelCard Card { get; } = ModelCard.FromSchema({{CSharpLiteral.Text(spec.Slug)}}, {{Quotes}}

        """ + Indent(spec.Schema) + "\n        " + Quotes + "u8);\n}\n";

    private static string Indent(string schema) => string.Join("\n", schema.Split('\n').Select(line => "        " + line));
}
