using System.Buffers;

namespace ModelCards.Transport;

/// <summary>Reads a stream whose length nobody vouches for.</summary>
internal static class BoundedBody
{
    private const int FirstBuffer = 16 * 1024;

    /// <summary>Everything up to the end; null where that is more than the limit.</summary>
    /// <param name="stream">What to read.</param>
    /// <param name="limit">The most bytes.</param>
    /// <param name="announced">How many bytes there are said to be. A large number is not believed before the bytes come.</param>
    /// <param name="cancellationToken">Gives the reading up.</param>
    public static async Task<ReadOnlyMemory<byte>?> ReadAsync(
        Stream stream, int limit, long? announced, CancellationToken cancellationToken)
    {
        // One byte more, for the read that finds the end.
        var body = new ArrayBufferWriter<byte>((int)Math.Clamp(announced + 1 ?? FirstBuffer, 1, FirstBuffer));
        for (int read; (read = await stream.ReadAsync(body.GetMemory(), cancellationToken).ConfigureAwait(false)) > 0;)
        {
            body.Advance(read);
            if (body.WrittenCount > limit)
                return null;
        }

        return body.WrittenMemory;
    }
}
