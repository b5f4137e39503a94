using System.Text.Json.Nodes;

namespace ModelCards.Runtime.Tests.Webhooks;

/// <summary>The same JSON with the members of every object in another order.</summary>
internal static class Shuffled
{
    public static string Json(string json, int seed)
    {
        var random = new Random(seed);
        return Reorder(JsonNode.Parse(json), members => random.Shuffle(members))?.ToJsonString() ?? "null";
    }

    public static string Sorted(string json) =>
        Reorder(JsonNode.Parse(json), members => Array.Sort(members, (first, second) => string.CompareOrdinal(first.Key, second.Key)))?.ToJsonString() ?? "null";

    private static JsonNode? Reorder(JsonNode? node, Action<KeyValuePair<string, JsonNode?>[]> order)
    {
        switch (node)
        {
            case JsonObject owner:
                KeyValuePair<string, JsonNode?>[] members = [.. owner.Select(member => KeyValuePair.Create(member.Key, Reorder(member.Value, order)))];
                order(members);
                return new JsonObject(members);
            case JsonArray items:
                return new JsonArray([.. items.Select(item => Reorder(item, order))]);
            default:
                return node?.DeepClone();
        }
    }
}
