using System.Text.Json;

namespace ModelCards.Emulator;

/// <summary>A task as it arrived, for tests that ask what a client sent.</summary>
/// <param name="TaskType">Its task type; null when it has none.</param>
/// <param name="TaskUuid">Its task UUID as it was written; null when it has none.</param>
/// <param name="Json">The whole task object.</param>
/// <param name="ReceivedAt">When it arrived, by the clock of the options.</param>
public sealed record ReceivedTask(string? TaskType, string? TaskUuid, JsonElement Json, DateTimeOffset ReceivedAt);
