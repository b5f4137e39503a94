using ModelCards.Results;

namespace ModelCards.Media;

/// <summary>A file that appears under its name when it is whole, and not before.</summary>
internal sealed class SavedFile : IAsyncDisposable
{
    private const int HeadBytes = 32;

    private readonly string _folder;
    private readonly string? _name;
    private readonly string _part;

    /// <param name="path">The file, or the folder that it goes into; missing folders are made.</param>
    public SavedFile(string path)
    {
        string whole = Path.GetFullPath(path);
        bool isFolder = Path.EndsInDirectorySeparator(path) || Directory.Exists(whole);
        _folder = isFolder ? whole : Path.GetDirectoryName(whole)!;
        _name = isFolder ? null : Path.GetFileName(whole);
        Directory.CreateDirectory(_folder);
        _part = Path.Combine(_folder, $".{Guid.NewGuid():N}.part");
        Stream = new FileStream(_part, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, bufferSize: 0, FileOptions.Asynchronous);
    }

    public FileStream Stream { get; }

    /// <summary>Gives it its name, in the place of a file that has it; what is in a folder is called by its UUID.</summary>
    /// <returns>The path.</returns>
    public async Task<string> CompleteAsync(MediaFile file, string? mediaType)
    {
        string name = _name ?? NameOf(file) + MediaExtensions.Of(file, mediaType, await HeadAsync().ConfigureAwait(false));
        await Stream.DisposeAsync().ConfigureAwait(false);
        string path = Path.Combine(_folder, name);
        File.Move(_part, path, overwrite: true);
        return path;
    }

    /// <summary>Takes away what did not become whole.</summary>
    public async ValueTask DisposeAsync()
    {
        await Stream.DisposeAsync().ConfigureAwait(false);
        File.Delete(_part);
    }

    private static string NameOf(MediaFile file) => file.Uuid?.ToString() ?? FormattableString.Invariant($"{file.TaskUuid}-{file.Index + 1}");

    private async Task<byte[]> HeadAsync()
    {
        byte[] head = new byte[HeadBytes];
        Stream.Position = 0;
        int count = await Stream.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false).ConfigureAwait(false);
        return head[..count];
    }
}
