using System.Text.Json;
using ModelCards.Emulator.Tasks;

namespace ModelCards.Emulator.Texts;

/// <summary>A text that is sent as events while it is written.</summary>
internal sealed class StreamedTextItem(AcceptedText accepted) : ResultItem
{
    public AcceptedText Accepted => accepted;

    public override IReadOnlyList<ResultItem> Announced => accepted.Items;

    public override ValueTask WriteAsync(Utf8JsonWriter writer, CancellationToken cancellationToken) =>
        throw new NotSupportedException("A stream is no part of an envelope.");
}
