using System.Text.Json;
using System.Text.Json.Nodes;

namespace ModelCards.EndToEnd.Tests.Verdicts;

/// <summary>Long texts stand in the files as <c>{"$repeat": [text, count]}</c>.</summary>
internal static class LongTexts
{
    public static JsonElement Expand(JsonElement request)
    {
        JsonNode node = JsonNode.Parse(request.GetRawText())!;
        return JsonDocument.Parse(Expand(node)!.ToJsonString()).RootElement.Clone();
    }

    public static JsonNode? Expand(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject { Count: 1 } repeat when repeat["$repeat"] is JsonArray { Count: 2 } parts:
                return string.Concat(Enumerable.Repeat(parts[0]!.GetValue<string>(), parts[1]!.GetValue<int>()));
            case JsonObject members:
                return new JsonObject(members.Select(member => KeyValuePair.Create(member.Key, Expand(member.Value?.DeepClone()))));
            case JsonArray items:
                return new JsonArray([.. items.Select(item => Expand(item?.DeepClone()))]);
            default:
                return node;
        }
    }
}
