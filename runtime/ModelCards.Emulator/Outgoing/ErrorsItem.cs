using System.Text.Json;
using ModelCards.Emulator.Errors;
using ModelCards.Emulator.Tasks;

namespace ModelCards.Emulator.Outgoing;

/// <summary>What a webhook gets in the place of a result.</summary>
internal sealed class ErrorsItem(IReadOnlyList<ServiceError> errors) : ResultItem
{
    public override ValueTask WriteAsync(Utf8JsonWriter writer, CancellationToken cancellationToken)
    {
        writer.WriteStartObject();
        Envelope.WriteErrors(writer, errors);
        writer.WriteEndObject();
        return ValueTask.CompletedTask;
    }
}
