using ModelCards.Media;
using ModelCards.Writing;

namespace ModelCards.Transport;

/// <summary>Tasks as the JSON array that they are sent in. Files in it are encoded while they are sent.</summary>
internal static class TaskArray
{
    private const int FirstBuffer = 1024;

    // A buffer that a large text blew up is not kept.
    private const int LargestKept = 64 * 1024;

    /// <param name="tasks">The tasks.</param>
    /// <param name="used">A text that is done with, whose memory may be used again.</param>
    public static MediaSplices Write(IReadOnlyList<TransportTask> tasks, MediaSplices? used = null)
    {
        MediaSplices text = used?.Buffer.Capacity <= LargestKept ? used : new MediaSplices(new JsonBuffer(FirstBuffer));
        text.Clear();
        for (int i = 0; i < tasks.Count; i++)
        {
            text.Buffer.Write(i == 0 ? (byte)'[' : (byte)',');
            tasks[i].WriteTo(text.Buffer, text);
        }

        text.Buffer.Write((byte)']');
        return text;
    }

    /// <summary>Whether an exception while they are sent is a mistake of the caller, not to be taken for a broken connection.</summary>
    public static bool IsUnreadableMedia(Exception error) =>
        error is FileNotFoundException or DirectoryNotFoundException or UnauthorizedAccessException
            or InvalidOperationException and not ObjectDisposedException;
}
