using System.Text.Json;

namespace ModelCards.Emulator.Tasks;

/// <summary>One element of <c>data</c>. It is made when it is written, so that a reply never holds all its pictures at once.</summary>
internal abstract class ResultItem
{
    public abstract ValueTask WriteAsync(Utf8JsonWriter writer, CancellationToken cancellationToken);
}
