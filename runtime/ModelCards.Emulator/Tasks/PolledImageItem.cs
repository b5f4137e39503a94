using System.Text.Json;

namespace ModelCards.Emulator.Tasks;

/// <summary>A finished image as <c>getResponse</c> delivers it.</summary>
internal sealed class PolledImageItem(ImageItem image) : ResultItem
{
    public override ValueTask WriteAsync(Utf8JsonWriter writer, CancellationToken cancellationToken) =>
        image.WriteAsync(writer, "success", cancellationToken);
}
