using System.Buffers;

namespace ModelCards.Transport;

/// <summary>Reads a stream whose length nobody vouches for.</summary>
internal static class BoundedBody
{
    // Most replies are of a few hundred bytes; the buffer grows with what comes.
    private const int FirstBuffer = 2 * 1024;

    /// <summary>Everything up to the end; null where that is more than the limit.</summary>
    public static async Task<ReadOnlyMemory<byte>?> ReadAsync(Stream stream, int limit, CancellationToken cancellationToken)
    {
        var body = new ArrayBufferWriter<byte>(FirstBuffer);
        for (int read; (read = await stream.ReadAsync(body.GetMemory(), cancellationToken).ConfigureAwait(false)) > 0;)
        {
            body.Advance(read);
            if (body.WrittenCount > limit)
                return null;
        }

        return body.WrittenMemory;
    }
}
