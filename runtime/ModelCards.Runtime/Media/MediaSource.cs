using System.Buffers;
using System.Buffers.Text;
using System.Text;
using ModelCards.Writing;

namespace ModelCards.Media;

/// <summary>Bytes that are sent as base64, behind a data URI prefix where their media type is known.</summary>
internal sealed class MediaSource(Func<Stream> open, string? mediaType, long? length, bool canReopen = true)
{
    // A multiple of 3, so that only the last chunk has padding.
    private const int ChunkSize = 48 * 1024;

    public string Prefix { get; } = mediaType is null ? "" : $"data:{mediaType};base64,";

    public bool CanReopen => canReopen;

    /// <summary>Characters that the value has on the wire, where the length of the source is known.</summary>
    public long? EncodedLength => length is { } bytes ? Prefix.Length + ((bytes + 2) / 3 * 4) : null;

    public override string ToString() =>
        $"{mediaType ?? "media"}, {(length is { } bytes ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{bytes} bytes") : "unknown size")}";

    /// <summary>Writes the whole value, quotes included, for a caller who wants the JSON in memory.</summary>
    public void WriteTo(JsonBuffer buffer)
    {
        buffer.Write((byte)'"');
        buffer.Write(Encoding.ASCII.GetBytes(Prefix));
        using (Stream stream = open())
        {
            byte[] chunk = ArrayPool<byte>.Shared.Rent(Base64.GetMaxEncodedToUtf8Length(ChunkSize));
            for (int read; (read = stream.ReadAtLeast(chunk.AsSpan(0, ChunkSize), ChunkSize, throwOnEndOfStream: false)) > 0;)
                buffer.Write(Encode(chunk, read).Span);
            ArrayPool<byte>.Shared.Return(chunk);
        }

        buffer.Write((byte)'"');
    }

    /// <summary>Copies the value, without quotes, to a stream, chunk by chunk.</summary>
    public async Task CopyToAsync(Stream target, CancellationToken cancellationToken)
    {
        await target.WriteAsync(Encoding.ASCII.GetBytes(Prefix), cancellationToken).ConfigureAwait(false);
        Stream stream = open();
        await using (stream.ConfigureAwait(false))
        {
            byte[] chunk = ArrayPool<byte>.Shared.Rent(Base64.GetMaxEncodedToUtf8Length(ChunkSize));
            try
            {
                for (int read; (read = await ReadChunk(stream, chunk, cancellationToken).ConfigureAwait(false)) > 0;)
                    await target.WriteAsync(Encode(chunk, read), cancellationToken).ConfigureAwait(false);
            }
            finally
            {
                ArrayPool<byte>.Shared.Return(chunk);
            }
        }
    }

    private static ValueTask<int> ReadChunk(Stream stream, byte[] chunk, CancellationToken cancellationToken) =>
        stream.ReadAtLeastAsync(chunk.AsMemory(0, ChunkSize), ChunkSize, throwOnEndOfStream: false, cancellationToken);

    private static ReadOnlyMemory<byte> Encode(byte[] chunk, int count)
    {
        Base64.EncodeToUtf8InPlace(chunk, count, out int written);
        return chunk.AsMemory(0, written);
    }
}
