using System.Buffers;
using ModelCards.Errors;
using ModelCards.Media;
using ModelCards.Results;
using Polly;

namespace ModelCards.Transport.Http;

/// <summary>Gives the bytes of files, those that came with a result and those at a URL, chunk by chunk.</summary>
internal sealed class Downloads(HttpClient http, string userAgent, ResiliencePipeline<SendAttempt> policy, TimeSpan idleTime, TimeProvider time)
{
    public const int ChunkBytes = 64 * 1024;

    /// <summary>Copies the content of a file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="target">Where to.</param>
    /// <param name="limit">How many bytes at most.</param>
    /// <param name="progress">Is told of each chunk.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The media type, where it is told.</returns>
    /// <exception cref="RunwareException">The content cannot be had.</exception>
    public async Task<string?> CopyAsync(
        MediaFile file, Stream target, SizeLimit limit, IProgress<DownloadProgress>? progress, CancellationToken cancellationToken)
    {
        byte[] chunk = ArrayPool<byte>.Shared.Rent(ChunkBytes);
        try
        {
            string? mediaType = file.Inline is { } inline
                ? await CopyAsync(file, inline, chunk, target, limit, progress, cancellationToken).ConfigureAwait(false)
                : await FetchAsync(file, chunk, target, limit, progress, cancellationToken).ConfigureAwait(false);
            await target.FlushAsync(cancellationToken).ConfigureAwait(false);
            return mediaType;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(chunk);
        }
    }

    /// <summary>The error of a file that cannot be had.</summary>
    public static RunwareException Failure(Guid task, Envelope failure) => new(
        FailureText.Heading($"The result of task {task} cannot be fetched", failure.Status), [task], failure.Errors, failure.Status, failure.Cause);

    /// <summary>The error of a result without a file.</summary>
    public static RunwareException Nothing(Guid task) =>
        Failure(task, Envelope.Failed(ClientErrors.Unrecognized("The result has neither its bytes nor an http or https URL.")));

    private static async Task<string?> CopyAsync(
        MediaFile file,
        InlineMedia inline,
        byte[] chunk,
        Stream target,
        SizeLimit limit,
        IProgress<DownloadProgress>? progress,
        CancellationToken cancellationToken)
    {
        long total = inline.Length;
        if (total > limit.Bytes)
            throw Failure(file.TaskUuid, Envelope.Failed(limit.Exceeded()));
        for (long received = 0; ReadNext(file, inline, chunk) is > 0 and var read;)
        {
            await target.WriteAsync(chunk.AsMemory(0, read), cancellationToken).ConfigureAwait(false);
            received += read;
            progress?.Report(new DownloadProgress(received, total));
        }

        return inline.MediaType;
    }

    private static int ReadNext(MediaFile file, InlineMedia inline, byte[] chunk)
    {
        try
        {
            return inline.Read(chunk);
        }
        catch (FormatException)
        {
            throw file.Unreadable();
        }
    }

    private async Task<string?> FetchAsync(
        MediaFile file, byte[] chunk, Stream target, SizeLimit limit, IProgress<DownloadProgress>? progress, CancellationToken cancellationToken)
    {
        if (file.Url is not { Scheme: "https" or "http" } url)
            throw Nothing(file.TaskUuid);
        var download = new Download(http, url, userAgent, chunk, target, limit, progress, idleTime, time);
        SendAttempt attempt = await policy.ExecuteAsync(
            static async (download, token) => await download.AttemptAsync(token).ConfigureAwait(false), download, cancellationToken).ConfigureAwait(false);
        return attempt.Failure is null ? download.MediaType : throw Failure(file.TaskUuid, attempt.Failure);
    }
}
