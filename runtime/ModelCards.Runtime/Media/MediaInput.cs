using System.Text.Encodings.Web;
using ModelCards.Media;
using ModelCards.Writing;

namespace ModelCards;

/// <summary>An image or other medium given to a model: a UUID of an earlier upload or result, a URL, or the bytes themselves.</summary>
/// <remarks>Bytes travel as base64 and are encoded in chunks while the request is sent, so that a large file never stands in memory as one string.</remarks>
public sealed class MediaInput
{
    private readonly string? _text;
    private readonly MediaSource? _source;

    private MediaInput(string text) => _text = text;

    private MediaInput(MediaSource source) => _source = source;

    /// <summary>The schema that took this value before; a medium does not change.</summary>
    internal Schemas.Schema? AcceptedBy { get; set; }

    /// <summary>What the schema is asked about: the value itself, or a short stand-in of the same form for bytes.</summary>
    internal string JudgedText => _text ?? _source!.Prefix + "AAAA";

    /// <summary>A medium that the service knows already.</summary>
    /// <param name="uuid">UUID of an upload or of an earlier result.</param>
    public static MediaInput FromUuid(Guid uuid) => new(uuid.ToString());

    /// <summary>A medium that the service fetches.</summary>
    /// <param name="url">A URL that the service can reach.</param>
    /// <exception cref="ArgumentException">The URL is not absolute.</exception>
    public static MediaInput FromUrl(Uri url)
    {
        ArgumentNullException.ThrowIfNull(url);
        return url.IsAbsoluteUri
            ? new MediaInput(UriText.Of(url))
            : throw new ArgumentException($"'{url}' is not an absolute URL; for a file use {nameof(FromFile)}.", nameof(url));
    }

    /// <inheritdoc cref="FromUrl(Uri)"/>
    /// <param name="url">A URL that the service can reach.</param>
    public static MediaInput FromUrl(string url) => FromUrl(new Uri(url, UriKind.RelativeOrAbsolute));

    /// <summary>A medium as the service takes it: a UUID, a URL, a data URI or base64 text. It is judged with the request.</summary>
    /// <param name="text">The text to send.</param>
    public static MediaInput FromText(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new MediaInput(text);
    }

    /// <summary>A file. It is opened when the request is sent, and again if it is sent again.</summary>
    /// <param name="path">Path of the file; the extension tells its media type.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="ArgumentException">The file is empty.</exception>
    public static MediaInput FromFile(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var file = new FileInfo(path);
        if (!file.Exists)
            throw new FileNotFoundException($"There is no file '{path}' to send.", path);
        if (file.Length == 0)
            throw new ArgumentException($"The file '{path}' is empty.", nameof(path));
        string fullPath = file.FullName;
        return new MediaInput(new MediaSource(() => OpenFile(fullPath), MediaTypes.OfFile(path), file.Length));
    }

    /// <summary>Bytes in memory. They are not copied: leave them alone until the request is sent.</summary>
    /// <param name="bytes">The content of the file.</param>
    /// <param name="mediaType">Its media type, such as <c>image/png</c>; found from the first bytes when left out.</param>
    /// <exception cref="ArgumentException">There are no bytes.</exception>
    public static MediaInput FromBytes(ReadOnlyMemory<byte> bytes, string? mediaType = null)
    {
        if (bytes.IsEmpty)
            throw new ArgumentException("There are no bytes to send.", nameof(bytes));
        return new MediaInput(new MediaSource(() => new ReadOnlyMemoryStream(bytes), mediaType ?? MediaTypes.OfContent(bytes.Span), bytes.Length));
    }

    /// <summary>A stream, read from where it stands when the request is sent. It is not closed.</summary>
    /// <param name="stream">The stream. One that cannot seek can be sent once only.</param>
    /// <param name="mediaType">Media type of the content, such as <c>image/png</c>; plain base64 is sent when left out.</param>
    /// <exception cref="ArgumentException">The stream cannot be read, or stands at its end.</exception>
    public static MediaInput FromStream(Stream stream, string? mediaType = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        if (!stream.CanRead)
            throw new ArgumentException("The stream cannot be read.", nameof(stream));
        if (stream.CanSeek && stream.Length <= stream.Position)
            throw new ArgumentException("There are no bytes from where the stream stands.", nameof(stream));
        var shared = new SharedStream(stream);
        return new MediaInput(new MediaSource(shared.Open, mediaType, stream.CanSeek ? stream.Length - stream.Position : null, stream.CanSeek));
    }

    /// <summary>A medium that the service knows already.</summary>
    /// <param name="uuid">UUID of an upload or of an earlier result.</param>
    public static implicit operator MediaInput(Guid uuid) => FromUuid(uuid);

    /// <summary>A medium that the service fetches.</summary>
    /// <param name="url">A URL that the service can reach.</param>
    public static implicit operator MediaInput(Uri url) => FromUrl(url);

    /// <summary>The UUID, URL or text; for bytes only their type and size.</summary>
    public override string ToString() => _text switch
    {
        null => _source!.ToString(),
        { Length: > 100 } => string.Concat(_text.AsSpan(0, 100), "..."),
        _ => _text,
    };

    internal void WriteTo(JsonBuffer buffer, JavaScriptEncoder encoder, MediaSplices? splices)
    {
        if (_text is not null)
            buffer.WriteText(_text, encoder);
        else if (splices is not null)
            splices.Add(_source!);
        else
            _source!.WriteTo(buffer);
    }

    private static FileStream OpenFile(string path) =>
        new(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1, FileOptions.Asynchronous | FileOptions.SequentialScan);
}
