using System.Text.Json;
using System.Text.Json.Nodes;
using ModelCards.Generator.Diagnostics;
using ModelCards.Generator.Tests.Harness;

namespace ModelCards.Generator.Tests.MetaSchema;

/// <summary>The JSON editor and the compiler say the same of a card, and at the same place.</summary>
public sealed class AgreementTests
{
    private const string Accepted = "accepted";
    private const string Stricter = "stricter";

    public static TheoryData<string, string> Faulty => Rows(Example.Files.Except([Accepted, Stricter]));

    public static TheoryData<string, string> Good => Rows([Accepted]);

    public static TheoryData<string, string> GoodButForTheEditor => Rows([Stricter]);

    public static TheoryData<string> Committed =>
        [.. Repository.Cards.Concat(Repository.PublishedDocuments).Select(file => file.Path)];

    [Fact]
    public void EveryDiagnosticHasExamples() => Assert.Equal(
        // A defect of ours has no card that shows it.
        Repository.RulePages.Except([DiagnosticIds.InternalError]),
        Example.Files.Except([Accepted, Stricter]));

    [Theory]
    [MemberData(nameof(Faulty))]
    public void WhatTheCompilerRefusesTheEditorRefusesThere(string file, string name)
    {
        Example example = Find(file, name);
        string[] refused = Judge(example);

        Assert.Equal(example.Diagnostics, example.Report());
        Assert.All(example.Diagnostics, diagnostic => Assert.StartsWith(file, diagnostic, StringComparison.Ordinal));
        if (example.Beyond is not null)
        {
            Assert.Empty(refused);
            return;
        }

        string[] places = [.. example.Diagnostics.Select(diagnostic => diagnostic[(file.Length + 1)..])];
        Assert.NotEmpty(refused);
        Assert.All(places, place => Assert.Contains(refused, other => AreOne(place, other)));
        Assert.All(refused, place => Assert.Contains(places, other => AreOne(place, other)));
    }

    [Theory]
    [MemberData(nameof(Good))]
    public void WhatTheCompilerAcceptsTheEditorAccepts(string file, string name)
    {
        Example example = Find(file, name);

        Assert.Empty(example.Report());
        Assert.Empty(Judge(example));
        Assert.All(example.With, other => Assert.Empty(CardMetaSchema.Refuses(JsonNode.Parse(other.Text))));
    }

    [Theory]
    [MemberData(nameof(GoodButForTheEditor))]
    public void WhereTheEditorIsStricterIsKnown(string file, string name)
    {
        Example example = Find(file, name);

        Assert.Empty(example.Report());
        Assert.Equal(example.Editor, Judge(example));
    }

    [Theory]
    [MemberData(nameof(Committed))]
    public void EveryCardOfTheRepositoryIsAccepted(string path)
    {
        string text = Repository.Cards.Concat(Repository.PublishedDocuments).Single(file => file.Path == path).Text;

        Assert.Empty(CardMetaSchema.Refuses(JsonNode.Parse(text)));
    }

    [Fact]
    public void TheCardInTheGuideIsAccepted()
    {
        string guide = File.ReadAllText(Repository.At("schemas/README.md"));
        string card = guide.Split("```json\n")[1].Split("```")[0];

        Assert.Empty(GeneratorHarness.Run([(GeneratorHarness.DefaultPath, card), .. Repository.SharedDefinitions]).Diagnostics);
        Assert.Empty(CardMetaSchema.Refuses(JsonNode.Parse(card)));
    }

    /// <summary>Whether two pointers mean one place: the value itself, or what is wrong inside it, at most three steps down.</summary>
    private static bool AreOne(string one, string other)
    {
        (string outer, string inner) = one.Length < other.Length ? (one, other) : (other, one);
        return (inner + "/").StartsWith(outer + "/", StringComparison.Ordinal) && inner[outer.Length..].Count(c => c == '/') <= 3;
    }

    /// <summary>Where the meta-schema refuses a card; a text that is no JSON does not come to it.</summary>
    private static string[] Judge(Example example)
    {
        try
        {
            using JsonDocument card = JsonDocument.Parse(example.Text, new JsonDocumentOptions { MaxDepth = 256 });
            return CardMetaSchema.Refuses(NodeOf(card.RootElement));
        }
        catch (JsonException)
        {
            return [];
        }
    }

    /// <summary>Of two members of one name the last counts, as in the parsers of editors.</summary>
    private static JsonNode? NodeOf(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Array)
            return new JsonArray([.. value.EnumerateArray().Select(NodeOf)]);
        if (value.ValueKind != JsonValueKind.Object)
            return JsonValue.Create(value);
        var members = new JsonObject();
        foreach (JsonProperty member in value.EnumerateObject())
            members[member.Name] = NodeOf(member.Value);
        return members;
    }

    private static Example Find(string file, string name) => Example.Read(file).Single(example => example.Name == name);

    private static TheoryData<string, string> Rows(IEnumerable<string> files)
    {
        var rows = new TheoryData<string, string>();
        foreach (string file in files)
        {
            foreach (Example example in Example.Read(file))
                rows.Add(file, example.Name);
        }

        return rows;
    }
}
