using System.Text.Json;
using System.Text.Json.Nodes;

namespace ModelCards.EndToEnd.Tests.Verdicts;

/// <summary>A request and the verdict that ajv gave on it.</summary>
internal sealed record JudgedCase(string Card, string Name, JsonElement Request, bool IsValid, bool HoldsConstraints, string? Member, string[] Tags)
{
    public bool IsBeyondInt64 => Tags.Contains("beyond-int64");

    /// <summary>Every case in the files of a folder, by card and name.</summary>
    public static IReadOnlyDictionary<(string Card, string Name), JudgedCase> ReadAll(string folder)
    {
        var cases = new Dictionary<(string, string), JudgedCase>();
        foreach (string path in Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, folder), "*.cases.json"))
        {
            using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(path));
            string card = Path.GetFileName(path).Replace(".cases.json", "", StringComparison.Ordinal);
            foreach (JsonElement json in document.RootElement.GetProperty("cases").EnumerateArray())
            {
                JudgedCase judged = Read(card, json);
                // Two cases of one name would hide each other.
                for (int i = 2; !cases.TryAdd((card, judged.Name), judged); i++)
                    judged = judged with { Name = $"{json.GetProperty("name").GetString()} ({i})" };
            }
        }

        return cases;
    }

    private static JudgedCase Read(string card, JsonElement json) => new(
        card,
        json.GetProperty("name").GetString()!,
        Expand(json.GetProperty("request")),
        json.GetProperty("valid").GetBoolean(),
        !json.TryGetProperty("xconstraints", out JsonElement holds) || holds.GetBoolean(),
        json.TryGetProperty("member", out JsonElement member) ? member.GetString() : null,
        json.TryGetProperty("tags", out JsonElement tags) ? [.. tags.EnumerateArray().Select(tag => tag.GetString()!)] : []);

    /// <summary>Long texts stand in the files as <c>{"$repeat": [text, count]}</c>.</summary>
    private static JsonElement Expand(JsonElement request)
    {
        JsonNode node = JsonNode.Parse(request.GetRawText())!;
        return JsonDocument.Parse(Expand(node)!.ToJsonString()).RootElement.Clone();
    }

    private static JsonNode? Expand(JsonNode? node)
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
