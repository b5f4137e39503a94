using ModelCards.Media;
using ModelCards.Writing;

namespace ModelCards.Transport;

/// <summary>Tasks as the JSON array that they are sent in. Files in it are encoded while they are sent.</summary>
internal static class TaskArray
{
    private const int FirstBuffer = 1024;

    public static MediaSplices NewText() => new(new JsonBuffer(FirstBuffer));

    public static MediaSplices Write(IReadOnlyList<TransportTask> tasks)
    {
        MediaSplices text = NewText();
        Write(tasks, text);
        return text;
    }

    public static void Write(IReadOnlyList<TransportTask> tasks, MediaSplices text)
    {
        for (int i = 0; i < tasks.Count; i++)
        {
            text.Buffer.Write(i == 0 ? (byte)'[' : (byte)',');
            tasks[i].WriteTo(text.Buffer, text);
        }

        text.Buffer.Write((byte)']');
    }

    /// <summary>Whether an exception while they are sent is a mistake of the caller, not to be taken for a broken connection.</summary>
    public static bool IsUnreadableMedia(Exception error) =>
        error is FileNotFoundException or DirectoryNotFoundException or UnauthorizedAccessException
            or InvalidOperationException and not ObjectDisposedException;
}
