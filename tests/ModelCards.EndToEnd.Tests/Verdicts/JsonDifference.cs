using System.Text.Json;

namespace ModelCards.EndToEnd.Tests.Verdicts;

/// <summary>Where two values of JSON differ in what they say: 28.0 is 28, and the digits of a UUID have no case.</summary>
internal static class JsonDifference
{
    /// <summary>The first difference in words; null where there is none.</summary>
    public static string? Between(JsonElement left, JsonElement right, string pointer = "")
    {
        return (left.ValueKind, right.ValueKind) switch
        {
            (JsonValueKind.Object, JsonValueKind.Object) => BetweenMembers(left, right, pointer),
            (JsonValueKind.Array, JsonValueKind.Array) when left.GetArrayLength() == right.GetArrayLength() =>
                left.EnumerateArray().Zip(right.EnumerateArray()).Select((pair, i) => Between(pair.First, pair.Second, $"{pointer}/{i}")).FirstOrDefault(found => found is not null),
            _ => AreEqual(left, right) ? null : $"{pointer} was {left.GetRawText()} and became {right.GetRawText()}",
        };
    }

    private static string? BetweenMembers(JsonElement left, JsonElement right, string pointer)
    {
        foreach (JsonProperty member in left.EnumerateObject())
        {
            if (!right.TryGetProperty(member.Name, out JsonElement other))
                return $"{pointer}/{member.Name} is gone";
            if (Between(member.Value, other, $"{pointer}/{member.Name}") is { } found)
                return found;
        }

        return left.GetPropertyCount() == right.GetPropertyCount() ? null : $"{pointer} has more members than before";
    }

    private static bool AreEqual(JsonElement left, JsonElement right) => (left.ValueKind, right.ValueKind) switch
    {
        // A number without a step is a double, which keeps 17 digits.
        (JsonValueKind.Number, JsonValueKind.Number) => JsonElement.DeepEquals(left, right) || left.GetDouble().Equals(right.GetDouble()),
        (JsonValueKind.String, JsonValueKind.String) =>
            left.ValueEquals(right.GetString()) || (left.TryGetGuid(out Guid uuid) && right.TryGetGuid(out Guid other) && uuid == other),
        _ => JsonElement.DeepEquals(left, right),
    };
}
