using ModelCards.Emulator.Pictures;

namespace ModelCards.Emulator.Gallery;

/// <summary>All that a picture is made from: the same recipe gives the same bytes, so recipes are kept instead of pictures.</summary>
internal sealed record PictureRecipe
{
    public required int Width { get; init; }

    public required int Height { get; init; }

    public required string Prompt { get; init; }

    public required Int128 Seed { get; init; }

    public required bool IsTransparent { get; init; }

    public required PictureFormat Format { get; init; }

    public required int Quality { get; init; }

    /// <summary>About how much memory it takes.</summary>
    public long Bytes => 200 + (Prompt.Length * sizeof(char));

    public byte[] Draw() =>
        PictureFormats.Encode(PicturePainter.Paint(Width, Height, Prompt, unchecked((long)Seed), IsTransparent), Format, Quality);
}
