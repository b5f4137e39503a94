using ModelCards.Cards;
using ModelCards.Generator.Parser;
using ModelCards.Generator.Specs;
using ModelCards.Generator.Tests.Harness;
using Newtonsoft.Json.Linq;
using NJsonSchema;

namespace ModelCards.Generator.Tests.Independent;

/// <summary>NJsonSchema, which shares no line with our parser, reads each card as we do: types, bounds, defaults and enums.</summary>
public sealed class CardTests
{
    private static readonly SharedDefinitions Shared =
        new(Repository.SharedDefinitions.Select(file => new CardFile(file.Path, file.Text)).ToEquatableArray());

    public static TheoryData<string> Slugs =>
        [.. Repository.Cards.Except(Repository.SharedDefinitions).Select(file => new CardFile(file.Path, "").Slug)];

    [Theory]
    [MemberData(nameof(Slugs))]
    public async Task TheSourceSaysWhatOurSchemaSays(string slug)
    {
        JsonSchema theirs = await JsonSchema.FromJsonAsync(Resolved(slug).ToString());
        ModelCard ours = Card(slug);

        int compared = TwoReadings.Compare(theirs, ours.Parameters);
        Assert.Equal(TwoReadings.Count(ours.Parameters), compared);
        Assert.True(compared > 25, $"{compared} parameters were compared");
    }

    [Theory]
    [MemberData(nameof(Slugs))]
    public async Task OurSchemaIsReadByAStrangerAsWeReadIt(string slug)
    {
        JsonSchema theirs = await JsonSchema.FromJsonAsync(Spec(slug).Schema);

        Assert.Equal(TwoReadings.Count(Card(slug).Parameters), TwoReadings.Compare(theirs, Card(slug).Parameters));
    }

    [Theory]
    [MemberData(nameof(Slugs))]
    public async Task TheTypesOfMembersAreThoseThatAStrangerSees(string slug)
    {
        JsonSchema theirs = await JsonSchema.FromJsonAsync(Resolved(slug).ToString());

        foreach (MemberSpec member in Spec(slug).Members)
        {
            JsonSchemaProperty property = theirs.Properties[member.JsonName];
            JsonObjectType expected = member switch
            {
                { Type: "bool" } => JsonObjectType.Boolean,
                { Type: "int" or "long", Kind: not MemberKind.List } => JsonObjectType.Integer,
                { Type: "decimal" or "double", Kind: not MemberKind.List } => JsonObjectType.Number,
                { Type: "string" or "Guid" or "Uri" or "MediaInput", Kind: not MemberKind.List } => JsonObjectType.String,
                { Kind: MemberKind.Object } => JsonObjectType.Object,
                { Kind: MemberKind.List or MemberKind.ObjectList } => JsonObjectType.Array,
                _ => property.Type,
            };
            Assert.Equal((member.JsonName, expected), (member.JsonName, property.Type));
            Assert.Equal(
                theirs.RequiredProperties.Contains(member.JsonName) && member.Constant is null && member.JsonName != "taskUUID",
                member.IsRequired);
        }
    }

    private static ModelCard Card(string slug) => ModelCard.FromSchema(slug, System.Text.Encoding.UTF8.GetBytes(Spec(slug).Schema));

    private static RequestSpec Spec(string slug)
    {
        (string path, string text) = File(slug);
        return ModelCardParser.ParseCard(new CardFile(path, text), Shared, "Demo").Value!;
    }

    private static (string Path, string Text) File(string slug) =>
        Repository.Cards.Single(file => file.Path.EndsWith($"/{slug}.schema.json", StringComparison.Ordinal));

    /// <summary>The card with its references resolved by a few lines of their own.</summary>
    private static JToken Resolved(string slug)
    {
        (string path, string text) = File(slug);
        return Resolve(JToken.Parse(text), path);
    }

    private static JToken Resolve(JToken token, string path)
    {
        if (token is JObject { Count: 1 } reference && reference["$ref"]?.Value<string>() is { } target)
        {
            string[] parts = target.Split('#');
            string file = parts[0].Length == 0 ? path : Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, parts[0]));
            JToken root = JToken.Parse(Repository.Cards.Single(card => card.Path == file).Text);
            return Resolve(root.SelectToken(parts[1].TrimStart('/').Replace('/', '.'))!, file);
        }

        return token switch
        {
            JObject node => new JObject(node.Properties().Select(property => new JProperty(property.Name, Resolve(property.Value, path)))),
            JArray list => new JArray(list.Select(item => Resolve(item, path))),
            _ => token,
        };
    }
}
