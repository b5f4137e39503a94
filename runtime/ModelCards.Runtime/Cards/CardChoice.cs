using System.Text.Json;

namespace ModelCards.Cards;

/// <summary>One allowed value of a parameter, as a list in a user interface shows it.</summary>
/// <param name="Value">The value, as it is sent.</param>
/// <param name="Title">Short name; null where the card gives none.</param>
/// <param name="Description">What the value means; null where the card does not say.</param>
public sealed record CardChoice(JsonElement Value, string? Title, string? Description);
