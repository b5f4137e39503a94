namespace ModelCards.Cards;

/// <summary>A size that a card allows by name, such as <c>1080p (16:9)</c>.</summary>
/// <param name="Title">Name of the size; null where the card gives none.</param>
/// <param name="Width">Width in pixels.</param>
/// <param name="Height">Height in pixels.</param>
public sealed record CardSize(string? Title, int Width, int Height);
