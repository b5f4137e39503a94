using System.Text.Json;
using ModelCards.Cards;
using ModelCards.Requests;
using ModelCards.Validation;

namespace ModelCards.EndToEnd.Tests.Verdicts;

/// <summary>Our verdicts against those of ajv, on the five cards and on documents in the published form.</summary>
public sealed class VerdictTests
{
    private static readonly IReadOnlyDictionary<(string Card, string Name), JudgedCase> Ours = JudgedCase.ReadAll("Cases");
    private static readonly IReadOnlyDictionary<(string Card, string Name), JudgedCase> Published = JudgedCase.ReadAll("Published");

    public static TheoryData<string, string> OurCases => Names(Ours);

    public static TheoryData<string, string> PublishedCases => Names(Published);

    [Theory]
    [MemberData(nameof(OurCases))]
    public void TheVerdictOnJsonIsThatOfAjv(string card, string name) => JudgeJson(Ours[(card, name)]);

    [Theory]
    [MemberData(nameof(OurCases))]
    public void TheVerdictOnATypedRequestIsThatOfAjv(string card, string name) => JudgeTyped(Ours[(card, name)]);

    [Theory]
    [MemberData(nameof(PublishedCases))]
    public void TheVerdictOnJsonForAPublishedDocumentIsThatOfAjv(string card, string name) => JudgeJson(Published[(card, name)]);

    [Theory]
    [MemberData(nameof(PublishedCases))]
    public void TheVerdictOnATypedRequestForAPublishedDocumentIsThatOfAjv(string card, string name) => JudgeTyped(Published[(card, name)]);

    [Fact]
    public void EveryCardHasCasesOfBothKinds()
    {
        foreach (ModelCard card in Runware.RunwareCards.All)
        {
            int accepted = Ours.Values.Count(judged => judged.Card == card.Slug && judged.IsValid);
            int refused = Ours.Values.Count(judged => judged.Card == card.Slug && !judged.IsValid);
            Assert.True(accepted > 100 && refused > 100, $"{card.Slug}: {accepted} accepted, {refused} refused");
        }
    }

    private static void JudgeJson(JudgedCase judged)
    {
        ValidationResult verdict = RequestTypes.CardOf(judged.Card).Validate(judged.Request);
        bool expected = judged.IsValid && judged.HoldsConstraints;
        Assert.True(expected == verdict.IsValid, $"ajv: {(expected ? "valid" : "not valid")}, we: {verdict}\n{judged.Request}");
        if (judged.Member is { } member)
            Assert.True(verdict.Errors.Any(error => IsAbout(error, member)), $"no error is about {member}:\n{verdict}");
    }

    private static void JudgeTyped(JudgedCase judged)
    {
        if (judged.IsBeyondInt64)
            return;
        string verdict;
        try
        {
            var request = (ModelRequest)judged.Request.Deserialize(RequestTypes.Of(judged.Card))!;
            verdict = request.Validate().ToString();
            // What was read is what is written.
            JsonElement written = JsonSerializer.SerializeToElement(request, RequestTypes.Of(judged.Card));
            Assert.True(JsonElement.DeepEquals(judged.Request, written) || HasFractionlessNumbers(judged.Request), $"read {judged.Request}\nwrote {written}");
        }
        catch (JsonException error)
        {
            verdict = error.Message;
        }

        bool expected = judged.IsValid && judged.HoldsConstraints;
        Assert.True(expected == (verdict == "valid"), $"ajv: {(expected ? "valid" : "not valid")}, we: {verdict}\n{judged.Request}");
    }

    /// <summary>An integer written as 28.0 or 2e1 comes back as 28 and 20: the same number in fewer letters.</summary>
    private static bool HasFractionlessNumbers(JsonElement request) => request.GetRawText().AsSpan().ContainsAny(".eE");

    private static bool IsAbout(ValidationError error, string member)
    {
        string at = error.Pointer.TrimStart('/').Replace('/', '.');
        return at == member || at.StartsWith(member + ".", StringComparison.Ordinal) || member.StartsWith(at + ".", StringComparison.Ordinal) || at.Length == 0;
    }

    private static TheoryData<string, string> Names(IReadOnlyDictionary<(string Card, string Name), JudgedCase> cases)
    {
        var data = new TheoryData<string, string>();
        foreach ((string card, string name) in cases.Keys)
            data.Add(card, name);
        return data;
    }
}
