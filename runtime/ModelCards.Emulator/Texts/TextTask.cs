namespace ModelCards.Emulator.Texts;

/// <summary>What the emulator reads of a textInference task; the cards judge the rest.</summary>
internal sealed record TextTask
{
    public const string TaskType = "textInference";

    public required string TaskUuid { get; init; }

    /// <summary>What the user said last.</summary>
    public required string Prompt { get; init; }

    /// <summary>How many words were said in all.</summary>
    public required int PromptTokens { get; init; }

    public required long Seed { get; init; }

    public required int Results { get; init; }

    public required int? MaxTokens { get; init; }

    public required IReadOnlyList<string> StopSequences { get; init; }

    public required bool Thinks { get; init; }

    public required bool IsJson { get; init; }

    public required bool IncludesCost { get; init; }

    public required TextDeliveryMethod Delivery { get; init; }

    public required Uri? WebhookUrl { get; init; }
}
