using ModelCards.Cards;
using ModelCards.Validation;

namespace ModelCards.Emulator.Judging;

/// <summary>What the card that fits a task best says of it.</summary>
internal sealed record Verdict(ModelCard Card, IReadOnlyList<ValidationError> Errors);
