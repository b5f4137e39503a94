using ModelCards.Media;
using ModelCards.Writing;

namespace ModelCards.Transport;

/// <summary>Tasks as the JSON array that they are sent in. Files in it are encoded while they are sent.</summary>
internal static class TaskArray
{
    private const int FirstBuffer = 1024;

    public static MediaSplices Write(IReadOnlyList<TransportTask> tasks)
    {
        var buffer = new JsonBuffer(FirstBuffer);
        var text = new MediaSplices(buffer);
        for (int i = 0; i < tasks.Count; i++)
        {
            buffer.Write(i == 0 ? (byte)'[' : (byte)',');
            tasks[i].WriteTo(buffer, text);
        }

        buffer.Write((byte)']');
        return text;
    }

    /// <summary>Whether an exception while they are sent is a mistake of the caller, not to be taken for a broken connection.</summary>
    public static bool IsUnreadableMedia(Exception error) =>
        error is FileNotFoundException or DirectoryNotFoundException or UnauthorizedAccessException
            or InvalidOperationException and not ObjectDisposedException;
}
