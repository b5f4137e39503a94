using System.Text.Json.Nodes;
using Json.Schema;
using Microsoft.CodeAnalysis.CSharp;
using ModelCards.Generator.Lint;
using ModelCards.Generator.Parser;
using ModelCards.Generator.Tests.Harness;
using JsonNode = System.Text.Json.Nodes.JsonNode;

namespace ModelCards.Generator.Tests.MetaSchema;

/// <summary>The meta-schema and the compiler know the same keywords, and give each the same values.</summary>
public sealed class KeywordTests
{
    private static readonly JsonObject Root = JsonNode.Parse(File.ReadAllText(Repository.At(CardMetaSchema.Path)))!.AsObject();

    private static readonly JsonObject Described = Root["definitions"]!["schema"]!["properties"]!.AsObject();

    private static readonly string[] Values =
    [
        "null", "true", "false", "0", "-0", "1", "1.0", "1.5", "-1", "-0.5", "1e3", "9223372036854776000", "\"\"", "\"1\"", "\"a\"",
        "\"integer\"", "\"object\"", "\"Object\"", "\"a b\"", "\"async\"", "\"class\"", "\"_1\"", "\"1_\"", "\"Größe\"", "\"/steps\"",
        "\"1/steps\"", "\"steps\"", "\"//\"", "\"/\"", "\"-1/a\"", "\"99/a\"", "\"100/a\"", "[]", "[[]]", "[null]", "[true]", "[1]",
        "[\"a\"]", "[\"a\", 1]", "[{}]", "[{}, false]", "[\"null\", \"array\"]", "[\"string\", \"any\"]", "{}", "{\"a\": null}",
        "{\"a\": true}", "{\"a\": {}}", "{\"a\": \"b\"}", "{\"a\": []}", "{\"a\": [\"b\"]}", "{\"a\": [1]}",
        "[{\"operation\": \"area\", \"parameters\": [\"a\"]}]", "[{\"operation\": 1, \"parameters\": []}]",
        "[{\"operation\": \"area\", \"parameters\": [], \"minimum\": 1, \"maximum\": null}]",
    ];

    // Read only where a reference leads there, so that the generator takes anything; in an editor they are definitions.
    private static readonly string[] Definitions = ["$defs", "definitions"];

    public static TheoryData<string> Names => [.. Keywords.All.Keys];

    [Fact]
    public void BothKnowTheSameKeywords() =>
        Assert.Equal(Keywords.All.Keys.Order(StringComparer.Ordinal), Described.Select(member => member.Key).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Names))]
    public void AKeywordHasADescription(string keyword)
    {
        JsonNode schema = Described[keyword]!;
        string text = (schema["description"] ?? Root["definitions"]!["csharpName"]!["description"])!.GetValue<string>();

        Assert.EndsWith(".", text, StringComparison.Ordinal);
        Assert.InRange(text.Length, 10, 140);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void AKeywordTakesTheSameValues(string keyword)
    {
        foreach (string value in Values.Where(_ => !Definitions.Contains(keyword)))
        {
            string card = Parsing.Card($"\"a\": {{ \"{keyword}\": {value} }}");
            var file = new CardFile("", card);
            var diagnostics = new DiagnosticBag();
            new KeywordChecker(diagnostics).Check(SchemaReader.Read(file, diagnostics)!);
            bool isRefused = diagnostics.HasErrors || CardLinter.Lint(file, new SharedDefinitions(default)).Count > 0;

            Assert.True(isRefused == (CardMetaSchema.Refuses(JsonNode.Parse(card)).Length > 0), $"{keyword}: {value}");
        }
    }

    [Fact]
    public void BothKnowTheKeywordsOfCSharp() => Assert.Equal(
        Enum.GetValues<SyntaxKind>().Where(SyntaxFacts.IsReservedKeyword).Select(SyntaxFacts.GetText).Order(StringComparer.Ordinal),
        Root["definitions"]!["csharpName"]!["not"]!["enum"]!.AsArray()
            .Select(word => word!.GetValue<string>())
            .Order(StringComparer.Ordinal));

    [Fact]
    public void ItIsASchemaOfTheDraftThatEditorsKnow()
    {
        Assert.Equal("http://json-schema.org/draft-07/schema#", Root["$schema"]!.GetValue<string>());
        Assert.True(MetaSchemas.Draft7.Evaluate(Root).IsValid);
    }

    /// <summary>What a card names as its schema wins over the mapping by file name; editors would not check our keywords.</summary>
    [Fact]
    public void NoCardOfTheRepositoryTurnsTheMappingOff() =>
        Assert.All(Repository.Cards, file => Assert.Null(JsonNode.Parse(file.Text)!["$schema"]));
}
