using ModelCards.Errors;
using ModelCards.Media;
using ModelCards.Results;
using ModelCards.Transport;
using ModelCards.Transport.Delivery;
using ModelCards.Transport.Http;

namespace ModelCards;

public sealed partial class RunwareClient
{
    /// <summary>Gives the bytes of the one file of a result: those that came with it, else fetched from its URL, without the API key.</summary>
    /// <param name="result">The result, of any task that gives a file.</param>
    /// <param name="cancellationToken">Stops the download.</param>
    /// <exception cref="ArgumentException">The result has several files; see <see cref="TaskResult.Files"/>.</exception>
    /// <exception cref="RunwareException">The file cannot be had, or is larger than <see cref="RunwareClientOptions.ResponseSizeLimit"/>.</exception>
    public Task<byte[]> DownloadAsync(TaskResult result, CancellationToken cancellationToken = default) =>
        DownloadAsync(FileOf(result), null, cancellationToken);

    /// <summary>Gives the bytes of a file: those that came with the result, else fetched from its URL, without the API key.</summary>
    /// <param name="file">The file.</param>
    /// <param name="progress">Is told how much has come.</param>
    /// <param name="cancellationToken">Stops the download.</param>
    /// <exception cref="RunwareException">The file cannot be had, or is larger than <see cref="RunwareClientOptions.ResponseSizeLimit"/>.</exception>
    public async Task<byte[]> DownloadAsync(
        MediaFile file, IProgress<DownloadProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(file);
        using var bytes = new MemoryStream();
        await CopyAsync(file, bytes, _memoryLimit, progress, cancellationToken).ConfigureAwait(false);
        return bytes.ToArray();
    }

    /// <inheritdoc cref="DownloadAsync(MediaFile, Stream, IProgress{DownloadProgress}, CancellationToken)"/>
    /// <param name="result">The result, of any task that gives one file.</param>
    /// <param name="target">The stream; it is not closed.</param>
    /// <param name="progress">Is told how much has come.</param>
    /// <param name="cancellationToken">Stops the download.</param>
    /// <exception cref="ArgumentException">The result has several files; see <see cref="TaskResult.Files"/>.</exception>
    public Task DownloadAsync(
        TaskResult result, Stream target, IProgress<DownloadProgress>? progress = null, CancellationToken cancellationToken = default) =>
        DownloadAsync(FileOf(result), target, progress, cancellationToken);

    /// <summary>Copies a file to a stream, chunk by chunk: from the result, else from its URL, without the API key.</summary>
    /// <remarks>A connection that breaks is made anew, and the file carried on where it broke off.</remarks>
    /// <param name="file">The file.</param>
    /// <param name="target">The stream; it is not closed. When the download fails, the beginning of the file may stand in it.</param>
    /// <param name="progress">Is told how much has come.</param>
    /// <param name="cancellationToken">Stops the download.</param>
    /// <exception cref="RunwareException">The file cannot be had, or is larger than <see cref="RunwareClientOptions.DownloadSizeLimit"/>.</exception>
    public Task DownloadAsync(
        MediaFile file, Stream target, IProgress<DownloadProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(target);
        return CopyAsync(file, target, _downloadLimit, progress, cancellationToken);
    }

    /// <inheritdoc cref="SaveAsync(MediaFile, string, IProgress{DownloadProgress}, CancellationToken)"/>
    /// <param name="result">The result, of any task that gives one file.</param>
    /// <param name="path">The file to write, or the folder to write it into.</param>
    /// <param name="progress">Is told how much has come.</param>
    /// <param name="cancellationToken">Stops the download.</param>
    /// <exception cref="ArgumentException">The result has several files; see <see cref="TaskResult.Files"/>.</exception>
    public Task<string> SaveAsync(
        TaskResult result, string path, IProgress<DownloadProgress>? progress = null, CancellationToken cancellationToken = default) =>
        SaveAsync(FileOf(result), path, progress, cancellationToken);

    /// <summary>Saves a file, chunk by chunk. It appears under its name when it is whole: no half a file stays.</summary>
    /// <param name="file">The file.</param>
    /// <param name="path">
    /// The file to write, whose name is taken as it is, or the folder to write it into, where it is called by its UUID and what it is. A
    /// path that ends in a separator is a folder. Folders that are missing are made, a file that is there is replaced.
    /// </param>
    /// <param name="progress">Is told how much has come.</param>
    /// <param name="cancellationToken">Stops the download.</param>
    /// <returns>The full path of the file.</returns>
    /// <exception cref="RunwareException">The file cannot be had, or is larger than <see cref="RunwareClientOptions.DownloadSizeLimit"/>.</exception>
    /// <exception cref="IOException">It cannot be written.</exception>
    public async Task<string> SaveAsync(
        MediaFile file, string path, IProgress<DownloadProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentException.ThrowIfNullOrEmpty(path);
        ObjectDisposedException.ThrowIf(IsDisposed, this);
        var saved = new SavedFile(path);
        await using (saved.ConfigureAwait(false))
        {
            string? mediaType = await CopyAsync(file, saved.Stream, _downloadLimit, progress, cancellationToken).ConfigureAwait(false);
            return await saved.CompleteAsync(file, mediaType).ConfigureAwait(false);
        }
    }

    private static MediaFile FileOf(TaskResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return result.Files switch
        {
            [var file] => file,
            [] => throw Downloads.Nothing(result.TaskUuid),
            var files => throw new ArgumentException($"The result has {files.Count} files; take one of its {nameof(TaskResult.Files)}.", nameof(result)),
        };
    }

    private async Task<string?> CopyAsync(
        MediaFile file, Stream target, SizeLimit limit, IProgress<DownloadProgress>? progress, CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(IsDisposed, this);
        using var deadline = new Deadline(_timeout, _time, cancellationToken);
        try
        {
            return await _downloads.CopyAsync(file, target, limit, progress, deadline.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException error) when (deadline.Token.IsCancellationRequested)
        {
            throw Downloads.Failure(file.TaskUuid, Envelope.Failed(deadline.Passed(), cause: error));
        }
    }
}
