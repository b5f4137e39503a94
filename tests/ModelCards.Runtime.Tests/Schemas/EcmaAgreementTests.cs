using System.Text.Json;
using ModelCards.Schemas;
using Xunit;

namespace ModelCards.Runtime.Tests.Schemas;

/// <summary>Our reading of patterns against that of an ECMAScript engine, on patterns that nobody wrote.</summary>
public sealed class EcmaAgreementTests
{
    private const int LeastJudged = 900;

    [Fact]
    public void EveryPatternThatWeTakeMatchesWhatItMatchesInEcmaScript()
    {
        using JsonDocument cases = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Cases", "patterns.json")));
        string[] texts = [.. cases.RootElement.GetProperty("texts").EnumerateArray().Select(text => text.GetString()!)];
        var disagreements = new List<string>();
        int judged = 0;
        foreach (JsonElement row in cases.RootElement.GetProperty("patterns").EnumerateArray())
        {
            string source = row[0].GetString()!;
            string expected = row[1].GetString()!;
            string? actual = Match(source, texts);
            if (actual is null)
                continue;
            judged++;
            if (actual != expected)
                disagreements.Add($"{source}\n  ECMAScript: {expected}\n  we:         {actual}");
        }

        Assert.True(disagreements.Count == 0, $"{disagreements.Count} of {judged} disagree:\n{string.Join('\n', disagreements.Take(20))}");
        Assert.True(judged >= LeastJudged, $"only {judged} patterns were taken");
    }

    /// <summary>A digit for each text; null for a pattern that is refused because trying could take too long.</summary>
    private static string? Match(string source, string[] texts)
    {
        try
        {
            var pattern = new EcmaPattern(source);
            return string.Concat(texts.Select(text => pattern.IsMatch(text) ? '1' : '0'));
        }
        catch (FormatException error) when (error.Message.EndsWith("time without end", StringComparison.Ordinal))
        {
            return null;
        }
    }
}
