using System.Text.Json;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ModelCards.Cards;
using ModelCards.Generator.Tests.Harness;

namespace ModelCards.Generator.Tests.Hostile;

/// <summary>No text of a card becomes code, wherever it stands: what is emitted compiles and declares what was meant to be.</summary>
public sealed class HostileTextTests
{
    public static TheoryData<string> Texts =>
    [
        "*/ class Evil { }", "\"; class Evil { } //", "\"\"\"; class Evil { } //", "\"\"\"\"\"\"\"\"", "</summary>\n/// <evil>",
        "--> ]]> <![CDATA[ &lt; &#0; &evil;", "\n}\nclass Evil { }\n{", "\r\nclass Evil { }", "\u0085class Evil { }",
        "\u2028class Evil { }", "\u2029class Evil { }", "\u0000\u0001\u001a\u007f\u009f\ufffe\uffff", "{0} {1} {{ }} $\"{Evil}\"", "\\",
        "\\\\\"", "\\u0022; class Evil { } //", "@\"", "$$\"\"\"", "#pragma warning disable\n#error Evil\n#if X", "/* open", "//",
        "😀\u200d\u202e\u00ad\u0300", "\ufeff", "'", "`", "``", "`</c>`", "[a](b)](c)", "%s%n%x", "../../etc/passwd", "<script>", "é",
        "ß", "İi", "١٢٣", "名前", "", " ", "a", new('x', 5000), new('"', 300), new('`', 301),
        string.Concat(Enumerable.Repeat("word ", 500)),
    ];

    [Theory]
    [MemberData(nameof(Texts))]
    public void ATextAnywhereIsOnlyText(string text)
    {
        string json = JsonSerializer.Serialize(text);
        string other = JsonSerializer.Serialize(text + "2");
        GeneratorRun run = GeneratorHarness.Run(
            ("/project/schemas/common/shared.schema.json", $$"""
                {
                  "title": {{json}},
                  "$defs": { "kind": { "title": {{json}}, "description": {{json}}, "enum": [{{json}}, {{other}}] } }
                }
                """),
            (GeneratorHarness.DefaultPath, $$"""
                {
                  "title": {{json}},
                  "description": {{json}},
                  "$comment": {{json}},
                  "properties": {
                    {{json}}: { "type": "string", "title": {{json}}, "description": {{json}}, "default": {{json}}, "x-note": {{json}} },
                    "text": { "type": "string", "description": {{json}}, "format": {{json}} },
                    "mode": { "description": {{json}}, "enum": [{{json}}, {{other}}], "default": {{json}} },
                    "described": { "oneOf": [{ "const": {{json}}, "description": {{json}} }, { "const": {{other}}, "title": {{json}} }] },
                    "fixed": { "const": {{json}} },
                    "nested": {
                      "type": "object",
                      "description": {{json}},
                      "properties": { {{json}}: { "type": "integer" } },
                      "required": [{{json}}]
                    },
                    "union": { "oneOf": [{ "type": "integer" }, { "const": {{json}} }] },
                    "shared": { "$ref": "common/shared.schema.json#/$defs/kind", "default": {{json}} },
                    "open": { "enum": [{{json}}, 1, null, [{{json}}], { {{json}}: {{json}} }] }
                  },
                  "required": [{{json}}],
                  "dependentRequired": { {{json}}: ["text"] },
                  "allOf": [
                    {
                      "title": {{json}},
                      "description": {{json}},
                      "if": { "properties": { {{json}}: { "const": {{json}} } } },
                      "then": { "required": ["text"] }
                    }
                  ]
                }
                """));

        Assert.Empty(run.Diagnostics);
        Assert.Empty(run.Compile());
        Assert.Equal(
            [
                "DemoCards", "DemoDescribed", "DemoMode", "DemoNested", "DemoNestedBuilder", "DemoRequest", "DemoRequestBuilder",
                "DemoUnion", "Kind",
            ],
            TypesOf(run));
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void WhatTheCardSaysComesBackAtRunTime(string text)
    {
        string json = JsonSerializer.Serialize(text);
        string schema = Parsing.Spec($$"""
            {
              "title": {{json}},
              "properties": { {{json}}: { "type": "string", "title": {{json}}, "enum": [{{json}}], "default": {{json}} } }
            }
            """).Schema;
        ModelCard card = ModelCard.FromSchema("demo", System.Text.Encoding.UTF8.GetBytes(schema));

        CardParameter parameter = Assert.Single(card.Parameters);
        Assert.Equal(text, card.Name);
        Assert.Equal((text, text), (parameter.Name, parameter.Title));
        Assert.Equal((text, text), (parameter.Default!.Value.GetString(), Assert.Single(parameter.AllowedValues).GetString()));
        Assert.DoesNotContain("\"\"\"", schema, StringComparison.Ordinal);
        Assert.All(schema, c => Assert.True(c == '\n' || !char.IsControl(c), $"U+{(int)c:X4}"));
    }

    [Theory]
    [InlineData("^\"\"\"; class Evil { } //$")]
    [InlineData("^[\\\\\"]+$")]
    [InlineData("\u2028\n\u0000")]
    [InlineData("a{0}")]
    public void APatternIsOnlyAPattern(string pattern)
    {
        GeneratorRun run = GeneratorHarness.Run(
            Parsing.Card($"\"a\": {{ \"type\": \"string\", \"pattern\": {JsonSerializer.Serialize(pattern)} }}"));

        Assert.Empty(run.Diagnostics);
        Assert.Empty(run.Compile());
        Assert.Equal(["DemoCards", "DemoRequest", "DemoRequestBuilder"], TypesOf(run));
    }

    private static string[] TypesOf(GeneratorRun run) =>
    [
        .. run.Compilation.SyntaxTrees.SelectMany(tree => tree.GetRoot().DescendantNodes().OfType<BaseTypeDeclarationSyntax>())
            .Select(type => type.Identifier.Text)
            .Where(name => !name.EndsWith("Member", StringComparison.Ordinal))
            .Distinct().Order(StringComparer.Ordinal),
    ];
}
