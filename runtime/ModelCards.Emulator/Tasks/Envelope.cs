using System.IO.Pipelines;
using System.Text.Encodings.Web;
using System.Text.Json;
using ModelCards.Emulator.Errors;

namespace ModelCards.Emulator.Tasks;

/// <summary>Writes a reply as <c>{"data":[...],"errors":[...]}</c>, on whatever way it travels.</summary>
internal static class Envelope
{
    private const int FlushAt = 64 * 1024;

    // Base64 holds "+", which needs no escape in JSON that no web page embeds.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Data is left out where there are errors only, except that a conflict comes with an empty one.</summary>
    public static async Task WriteAsync(PipeWriter output, Reply reply, CancellationToken cancellationToken)
    {
        var writer = new Utf8JsonWriter(output, Options);
        await using (writer.ConfigureAwait(false))
        {
            writer.WriteStartObject();
            if (reply.Items.Count > 0 || reply.Errors.Count == 0 || reply.Errors.Any(error => error.Code == ErrorCodes.ConflictTaskUuid))
            {
                writer.WriteStartArray("data");
                foreach (ResultItem item in reply.Items)
                {
                    await item.WriteAsync(writer, cancellationToken).ConfigureAwait(false);
                    await FlushAsync(writer, output, cancellationToken).ConfigureAwait(false);
                }

                writer.WriteEndArray();
            }

            WriteErrors(writer, reply.Errors);
            writer.WriteEndObject();
        }

        await output.FlushAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Writes the member <c>errors</c>, unless there are none.</summary>
    public static void WriteErrors(Utf8JsonWriter writer, IReadOnlyList<ServiceError> errors)
    {
        if (errors.Count == 0)
            return;
        writer.WriteStartArray("errors");
        foreach (ServiceError error in errors)
            error.WriteTo(writer);
        writer.WriteEndArray();
    }

    /// <summary>Sends what has gathered, so that a reply with many pictures never lies in memory as a whole.</summary>
    private static async ValueTask FlushAsync(Utf8JsonWriter writer, PipeWriter output, CancellationToken cancellationToken)
    {
        await writer.FlushAsync(cancellationToken).ConfigureAwait(false);
        if (output.UnflushedBytes >= FlushAt)
            await output.FlushAsync(cancellationToken).ConfigureAwait(false);
    }
}
