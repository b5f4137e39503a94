using System.Text.Json.Nodes;

namespace ModelCards.Generator.Tests.Hostile;

/// <summary>Spoils a file in one of the ways that hands, tools and enemies do. The same seed spoils it the same way.</summary>
internal sealed class CardMutator(int seed)
{
    private const string Letters = "\"\\\0\uD800\u2028{}[],:*/";

    private static readonly string[] Odd =
    [
        "null", "true", "false", "0", "-1", "1e400", "-0", "0.1e-9", "9223372036854775808", "\"\"", "\"*/\"", "\"\\u2028\"",
        "\"\\ud83d\\ude00\"", "[]", "{}", "[[]]", "[null]", "{\"a\":{}}", "\"#\"", "\"#/$defs\"", "\"class\"", "\"object\"",
        "\"^(a+)+$\"", "[\"integer\",\"null\"]", "\"1/steps\"", "{\"const\":1}", "[{\"const\":\"a\"},{\"const\":\"a\"}]",
    ];

    private static readonly string[] Keys =
    [
        "type", "enum", "const", "items", "prefixItems", "properties", "required", "additionalProperties", "allOf", "anyOf", "oneOf",
        "not", "if", "then", "else", "$ref", "$defs", "minimum", "maximum", "multipleOf", "pattern", "format", "title", "description",
        "default", "deprecated", "x-csharp-name", "x-maximum", "x-constraints", "propertyNames", "dependentSchemas", "openapi",
        "requestSchema", "\u2028", "", "-name", "toString", "a/b~c",
    ];

    private readonly Random _random = new(seed);

    public string Mutate(string text)
    {
        if (_random.Next(8) == 0)
            return Scribble(text);
        JsonNode root = JsonNode.Parse(text)!;
        for (int i = _random.Next(1, 4); i > 0; i--)
            Spoil(Pick(root));
        return root.ToJsonString();
    }

    /// <summary>Cuts, doubles or swaps characters; what comes out is seldom JSON.</summary>
    private string Scribble(string text)
    {
        int at = _random.Next(text.Length);
        int length = Math.Min(_random.Next(1, 40), text.Length - at);
        return _random.Next(4) switch
        {
            0 => text[..at],
            1 => text.Remove(at, length),
            2 => text.Insert(at, text.Substring(at, length)),
            _ => text.Insert(at, Letters[_random.Next(Letters.Length)].ToString()),
        };
    }

    private JsonNode Pick(JsonNode root)
    {
        List<JsonNode> containers = [];
        Collect(root, containers);
        return containers[_random.Next(containers.Count)];
    }

    private static void Collect(JsonNode node, List<JsonNode> containers)
    {
        if (node is JsonValue)
            return;
        containers.Add(node);
        foreach (JsonNode? child in node is JsonObject members ? members.Select(member => member.Value) : (JsonArray)node)
        {
            if (child is not null)
                Collect(child, containers);
        }
    }

    private void Spoil(JsonNode container)
    {
        switch (container)
        {
            case JsonArray list when list.Count > 0:
                int index = _random.Next(list.Count);
                if (_random.Next(3) == 0)
                    list.RemoveAt(index);
                else
                    list[index] = Other(list[index]);
                break;
            case JsonObject members:
                string[] names = [.. members.Select(member => member.Key)];
                string name = names.Length > 0 ? names[_random.Next(names.Length)] : "title";
                switch (_random.Next(4))
                {
                    case 0:
                        members.Remove(name);
                        break;
                    case 1:
                        members[Keys[_random.Next(Keys.Length)]] = Other(members[name]);
                        break;
                    case 2:
                        JsonNode? moved = members[name];
                        members.Remove(name);
                        members[Keys[_random.Next(Keys.Length)]] = moved;
                        break;
                    default:
                        members[name] = Other(members[name]);
                        break;
                }

                break;
        }
    }

    /// <summary>Another value: an odd one, or the same one level deeper or some levels deeper.</summary>
    private JsonNode? Other(JsonNode? value)
    {
        JsonNode? copy = value?.DeepClone();
        return _random.Next(5) switch
        {
            0 => new JsonObject { [Keys[_random.Next(Keys.Length)]] = copy },
            1 => new JsonArray(copy),
            2 => Enumerable.Range(0, _random.Next(1, 30)).Aggregate(copy, (inner, _) => new JsonObject { ["not"] = inner }),
            _ => JsonNode.Parse(Odd[_random.Next(Odd.Length)]),
        };
    }
}
