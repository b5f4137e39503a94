using System.Net;
using System.Net.Http.Headers;
using ModelCards.Media;

namespace ModelCards.Transport.Http;

/// <summary>The JSON array of tasks. Files in it are encoded while they are sent.</summary>
internal sealed class TaskArrayContent : HttpContent
{
    private readonly MediaSplices _text;

    public TaskArrayContent(IReadOnlyList<TransportTask> tasks)
    {
        Headers.ContentType = new MediaTypeHeaderValue("application/json");
        _text = TaskArray.Write(tasks);
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
        catch (Exception error) when (TaskArray.IsUnreadableMedia(error))
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
