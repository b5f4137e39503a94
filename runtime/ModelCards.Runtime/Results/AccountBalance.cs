using System.Text.Json;

namespace ModelCards.Results;

/// <summary>What is left to spend.</summary>
/// <param name="Amount">The sum; null when the service sent none.</param>
/// <param name="FreeAmount">How much of it was given; null when not told.</param>
/// <param name="Currency">Its currency, such as <c>USD</c>; null when not told.</param>
public sealed record AccountBalance(decimal? Amount, decimal? FreeAmount, string? Currency)
{
    // The service used to send a plain number.
    internal static AccountBalance? Of(JsonElement balance) => balance.ValueKind switch
    {
        JsonValueKind.Number => new AccountBalance(balance.Number(), null, null),
        JsonValueKind.Object => new AccountBalance(
            balance.Member("amount").Number(), balance.Member("freeBalance").Number(), balance.Member("currency").Text()),
        _ => null,
    };
}
