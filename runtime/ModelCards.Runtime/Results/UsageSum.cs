using System.Text.Json;

namespace ModelCards.Results;

/// <summary>What was used in a time.</summary>
/// <param name="Credits">What it cost; null when not told.</param>
/// <param name="Requests">How many requests there were; null when not told.</param>
public sealed record UsageSum(decimal? Credits, decimal? Requests)
{
    internal static UsageSum? Of(JsonElement sum) => sum.ValueKind == JsonValueKind.Object
        ? new UsageSum(sum.Member("credits").Number(), sum.Member("requests").Number())
        : null;
}
