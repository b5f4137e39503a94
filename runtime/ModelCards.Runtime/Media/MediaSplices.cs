using ModelCards.Writing;

namespace ModelCards.Media;

/// <summary>Places in a JSON text where bytes go when it is sent: the writer leaves an empty string there.</summary>
internal sealed class MediaSplices(JsonBuffer text)
{
    // A buffer that a large text blew up is not kept.
    private const int LargestKept = 64 * 1024;

    private readonly List<(int Offset, MediaSource Source)> _splices = [];

    public JsonBuffer Buffer => text;

    /// <summary>How many of the sources can be read once only.</summary>
    public int Unrepeatable { get; private set; }

    public void Add(MediaSource source)
    {
        if (!source.CanReopen)
            Unrepeatable++;
        text.Write("\"\""u8);
        _splices.Add((text.Count - 1, source));
    }

    /// <summary>The same without its text, to be written again; null where it takes too much memory to be kept.</summary>
    public MediaSplices? Emptied()
    {
        if (text.Capacity > LargestKept)
            return null;
        text.Clear();
        _splices.Clear();
        Unrepeatable = 0;
        return this;
    }

    /// <summary>The text as it is, where no bytes go into it.</summary>
    public ReadOnlyMemory<byte>? Plain => _splices.Count == 0 ? text.Memory : default(ReadOnlyMemory<byte>?);

    /// <summary>Length of the whole text, where the length of every source is known.</summary>
    public long? Length
    {
        get
        {
            long? length = text.Count;
            foreach ((_, MediaSource source) in _splices)
                length += source.EncodedLength;
            return length;
        }
    }

    public async Task CopyToAsync(Stream target, CancellationToken cancellationToken)
    {
        int done = 0;
        foreach ((int offset, MediaSource source) in _splices)
        {
            await target.WriteAsync(text.Memory[done..offset], cancellationToken).ConfigureAwait(false);
            await source.CopyToAsync(target, cancellationToken).ConfigureAwait(false);
            done = offset;
        }

        await target.WriteAsync(text.Memory[done..], cancellationToken).ConfigureAwait(false);
    }
}
