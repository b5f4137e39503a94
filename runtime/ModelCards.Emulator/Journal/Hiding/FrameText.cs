namespace ModelCards.Emulator.Journal.Hiding;

/// <summary>What is shown of a frame.</summary>
/// <param name="Text">Its beginning, word for word but for what is hidden.</param>
/// <param name="IsCut">Whether that is not all of it.</param>
/// <param name="TaskTypes">The task types in the text, each once.</param>
/// <param name="TaskUuids">The task UUIDs in the text, each once.</param>
/// <param name="Codes">The error codes in the text, each once.</param>
internal sealed record FrameText(
    string Text, bool IsCut, IReadOnlyCollection<string> TaskTypes, IReadOnlyCollection<Guid> TaskUuids, IReadOnlyCollection<string> Codes);
