using ModelCards.Writing;

namespace ModelCards.Media;

/// <summary>Places in a JSON text where bytes go when it is sent: the writer leaves an empty string there.</summary>
internal sealed class MediaSplices(JsonBuffer text)
{
    private readonly List<(int Offset, MediaSource Source)> _splices = [];
    private long? _mediaLength = 0;

    public JsonBuffer Buffer => text;

    /// <summary>How many of the sources can be read once only.</summary>
    public int Unrepeatable { get; private set; }

    public void Add(MediaSource source)
    {
        if (!source.CanReopen)
            Unrepeatable++;
        text.Write("\"\""u8);
        _splices.Add((text.Count - 1, source));
        _mediaLength += source.EncodedLength;
    }

    /// <summary>Begins anew, with the same memory.</summary>
    public void Clear()
    {
        text.Clear();
        _splices.Clear();
        _mediaLength = 0;
        Unrepeatable = 0;
    }

    /// <summary>The text as it is, where no bytes go into it.</summary>
    public ReadOnlyMemory<byte>? Plain => _splices.Count == 0 ? text.Memory : default(ReadOnlyMemory<byte>?);

    /// <summary>Length of the whole text, where the length of every source is known.</summary>
    public long? Length => text.Count + _mediaLength;

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
