using System.IO.Compression;
using System.Text;
using System.Text.Json;
using ModelCards.Cards;
using ModelCards.Generator.Specs;
using ModelCards.Generator.Tests.Harness;

namespace ModelCards.Generator.Tests.Independent;

/// <summary>Small random schemas that mix all keywords, read by our parser, give random values the verdict that ajv gave.</summary>
public sealed class RandomSchemaTests
{
    private const int ShownDisagreements = 20;

    [Fact]
    public void TheVerdictOnEveryValueIsThatOfAjv()
    {
        var disagreements = new List<string>();
        int judged = 0;
        using var reader = new StreamReader(new GZipStream(File.OpenRead(Repository.At("tests/Cases/payloads/random-schemas.jsonl.gz")), CompressionMode.Decompress));
        while (reader.ReadLine() is { } line)
        {
            using JsonDocument row = JsonDocument.Parse(line);
            JsonElement schema = row.RootElement[0];
            JsonElement[] values = [.. row.RootElement[1].EnumerateArray()];
            string verdicts = row.RootElement[2].GetString()!;
            RequestSpec spec = Parsing.SpecOf($"\"value\": {schema.GetRawText()}");
            ModelCard card = ModelCard.FromSchema("demo", Encoding.UTF8.GetBytes(spec.Schema));
            for (int i = 0; i < values.Length; i++, judged++)
            {
                using JsonDocument request = JsonDocument.Parse($$"""{"value":{{values[i].GetRawText()}}}""");
                string verdict = card.Validate(request.RootElement).ToString();
                if (verdict == "valid" != (verdicts[i] == '1'))
                    disagreements.Add($"ajv says {verdicts[i]} to {values[i]}, we say {verdict}\n    {schema}");
            }
        }

        Assert.True(judged >= 50_000, $"{judged} values were judged");
        Assert.True(disagreements.Count == 0, $"{disagreements.Count} disagreements\n{string.Join('\n', disagreements.Take(ShownDisagreements))}");
    }
}
