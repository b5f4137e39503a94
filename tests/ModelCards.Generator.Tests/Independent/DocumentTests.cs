using ModelCards.Cards;
using ModelCards.Generator.Parser;
using ModelCards.Generator.Specs;
using ModelCards.Generator.Tests.Harness;
using Newtonsoft.Json.Linq;
using NJsonSchema;

namespace ModelCards.Generator.Tests.Independent;

/// <summary>
/// NJsonSchema reads documents in the published forms as we do. It is handed the task schema and spared what it cannot
/// read: an inner <c>$id</c>, which it would resolve; true and false as schemas, at which it throws and which are said as
/// <c>{}</c> and <c>{"not":{}}</c>; <c>$ref</c>, whose neighbours it drops; and <c>nullable</c>, said as a list of types.
/// It knows none of if, contains, prefixItems, propertyNames, dependent* and x-, which are rules and not asked for here.
/// </summary>
public sealed class DocumentTests
{
    public static TheoryData<string> Slugs => [.. Repository.PublishedDocuments.Select(file => new CardFile(file.Path, "").Slug)];

    [Theory]
    [MemberData(nameof(Slugs))]
    public async Task ADocumentSaysWhatAStrangerReads(string slug)
    {
        (string path, string text) = Repository.PublishedDocuments.Single(file => new CardFile(file.Path, "").Slug == slug);
        JObject root = JObject.Parse(text);
        JToken task = root.SelectToken("components.schemas.RequestBody.items") ?? root["requestSchema"] ?? root;
        RequestSpec spec = ModelCardParser.ParseCard(new CardFile(path, text), new SharedDefinitions(Array.Empty<CardFile>().ToEquatableArray()), "Demo").Value!;
        ModelCard ours = ModelCard.FromSchema(slug, System.Text.Encoding.UTF8.GetBytes(spec.Schema));

        JsonSchema theirs = await JsonSchema.FromJsonAsync(Spare((JObject)task, root).ToString());

        Assert.Equal(TwoReadings.Count(ours.Parameters), TwoReadings.Compare(theirs, ours.Parameters));
    }

    private static JObject Spare(JObject schema, JObject root)
    {
        var spared = new JObject();
        foreach (JProperty keyword in schema.Properties())
        {
            switch (keyword.Name)
            {
                case "$id" or "$schema" or "$defs" or "nullable":
                    break;
                case "type" when schema.Value<bool?>("nullable") == true:
                    spared["type"] = new JArray(keyword.Value, "null");
                    break;
                case "properties":
                    spared[keyword.Name] = new JObject(((JObject)keyword.Value).Properties().Select(member => new JProperty(member.Name, Spare(member.Value, root))));
                    break;
                case "allOf" or "anyOf" or "oneOf":
                    spared[keyword.Name] = new JArray(keyword.Value.Select(part => Spare(part, root)));
                    break;
                case "items" or "not":
                    spared[keyword.Name] = Spare(keyword.Value, root);
                    break;
                case "$ref":
                    JObject target = Spare((JObject)Follow(keyword.Value.Value<string>()!, root), root);
                    if (schema.Count > 1)
                        spared["allOf"] = new JArray(target);
                    else
                        spared = target;
                    break;
                default:
                    spared[keyword.Name] = keyword.Value;
                    break;
            }
        }

        return spared;
    }

    private static JObject Spare(JToken schema, JObject root) => schema.Type switch
    {
        JTokenType.Boolean => schema.Value<bool>() ? [] : new JObject(new JProperty("not", new JObject())),
        _ => Spare((JObject)schema, root),
    };

    private static JToken Follow(string reference, JObject root) => reference[2..].Split('/')
        .Aggregate((JToken)root, (node, step) => node[step.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal)]!);
}
