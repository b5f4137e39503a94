using System.Text.Json;

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
        LongTexts.Expand(json.GetProperty("request")),
        json.GetProperty("valid").GetBoolean(),
        !json.TryGetProperty("xconstraints", out JsonElement holds) || holds.GetBoolean(),
        json.TryGetProperty("member", out JsonElement member) ? member.GetString() : null,
        json.TryGetProperty("tags", out JsonElement tags) ? [.. tags.EnumerateArray().Select(tag => tag.GetString()!)] : []);
}
