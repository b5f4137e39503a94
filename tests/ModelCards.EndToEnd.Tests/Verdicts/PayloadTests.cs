using System.Text.Json;
using ModelCards.Requests;

namespace ModelCards.EndToEnd.Tests.Verdicts;

/// <summary>Thousands of payloads for every document, made from its schema, get the verdict that ajv gave, as JSON and as typed requests.</summary>
public sealed class PayloadTests
{
    private const int ShownDisagreements = 20;

    public static TheoryData<string> Slugs => [.. RequestTypes.Slugs];

    [Theory]
    [MemberData(nameof(Slugs))]
    public void TheVerdictOnEveryPayloadIsThatOfAjv(string slug)
    {
        var disagreements = new List<string>();
        int accepted = 0;
        int refused = 0;
        foreach (Payload payload in PayloadFile.Read(slug))
        {
            (accepted, refused) = payload.IsValid ? (accepted + 1, refused) : (accepted, refused + 1);
            disagreements.AddRange(DisagreementsOn(slug, payload).Select(why => $"line {payload.Line}: {why}\n    {payload.Request}"));
        }

        int judged = accepted + refused;
        Assert.True(judged >= 5000, $"{judged} payloads were judged");
        Assert.True(Math.Min(accepted, refused) >= judged * 0.3, $"{accepted} are accepted, {refused} refused");
        Assert.True(disagreements.Count == 0, $"{disagreements.Count} disagreements\n{string.Join('\n', disagreements.Take(ShownDisagreements))}");
    }

    private static IEnumerable<string> DisagreementsOn(string slug, Payload payload)
    {
        string expected = payload.IsValid ? "valid" : "not valid";
        string verdict = RequestTypes.CardOf(slug).Validate(payload.Request).ToString();
        if (verdict == "valid" != payload.IsValid)
            yield return $"ajv says {expected}, we say {verdict} of the JSON";
        string typed = TypedVerdict(slug, payload.Request, out string? change, out bool isBeyondCSharp);
        if (typed == "valid" != payload.IsValid && !isBeyondCSharp)
            yield return $"ajv says {expected}, we say {typed} of the typed request";
        if (change is not null)
            yield return $"what was read is written otherwise: {change}";
    }

    private static string TypedVerdict(string slug, JsonElement request, out string? change, out bool isBeyondCSharp)
    {
        (change, isBeyondCSharp) = (null, false);
        try
        {
            var typed = (ModelRequest)request.Deserialize(RequestTypes.Of(slug))!;
            change = JsonDifference.Between(request, JsonSerializer.SerializeToElement(typed, typed.GetType()));
            return typed.Validate().ToString();
        }
        catch (JsonException error)
        {
            isBeyondCSharp = BeyondCSharp.IsMeant(error);
            return error.Message;
        }
    }
}
