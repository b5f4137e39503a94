using System.Net;
using System.Net.Http.Headers;
using ModelCards.Media;
using ModelCards.Writing;

namespace ModelCards.Transport.Http;

/// <summary>The JSON array of tasks. Files in it are encoded while they are sent.</summary>
internal sealed class TaskArrayContent : HttpContent
{
    private readonly MediaSplices _text;

    public TaskArrayContent(IReadOnlyList<TransportTask> tasks)
    {
        Headers.ContentType = new MediaTypeHeaderValue("application/json");
        var buffer = new JsonBuffer();
        _text = new MediaSplices(buffer);
        for (int i = 0; i < tasks.Count; i++)
        {
            buffer.Write(i == 0 ? (byte)'[' : (byte)',');
            tasks[i].WriteTo(buffer, _text);
        }

        buffer.Write((byte)']');
    }

    /// <summary>Why a media input could not be read: a mistake of the caller, which is not to be taken for a broken connection.</summary>
    public Exception? UnreadableMedia { get; private set; }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        try
        {
            await _text.CopyToAsync(stream, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException or UnauthorizedAccessException
            or InvalidOperationException and not ObjectDisposedException)
        {
            UnreadableMedia = error;
            throw;
        }
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _text.Length ?? 0;
        return _text.Length is not null;
    }
}
