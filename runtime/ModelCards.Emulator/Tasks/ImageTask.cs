using ModelCards.Emulator.Gallery;
using ModelCards.Emulator.Pictures;

namespace ModelCards.Emulator.Tasks;

/// <summary>What the emulator reads of an imageInference task; the cards judge the rest.</summary>
internal sealed record ImageTask
{
    public const string TaskType = "imageInference";

    public required string TaskUuid { get; init; }

    public required string Prompt { get; init; }

    public required int Width { get; init; }

    public required int Height { get; init; }

    public required Int128? Seed { get; init; }

    public required int Results { get; init; }

    public required bool IsTransparent { get; init; }

    public required PictureFormat Format { get; init; }

    public required int Quality { get; init; }

    public required OutputType OutputType { get; init; }

    public required bool ChecksContent { get; init; }

    public required bool IncludesCost { get; init; }

    public required TimeSpan? TimeToLive { get; init; }

    public required bool IsAsync { get; init; }

    public required Uri? UploadEndpoint { get; init; }

    public required Uri? WebhookUrl { get; init; }

    /// <summary>The recipe of one of the results: a given seed counts up, otherwise each result draws its own.</summary>
    public PictureRecipe Recipe(int index) => new()
    {
        Width = Width,
        Height = Height,
        Prompt = Prompt,
        Seed = Seed + index ?? Random.Shared.NextInt64(1L << 32),
        IsTransparent = IsTransparent,
        Format = Format,
        Quality = Quality,
    };
}
