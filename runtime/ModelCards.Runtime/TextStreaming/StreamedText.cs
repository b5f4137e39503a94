using ModelCards.Errors;
using ModelCards.Results;

namespace ModelCards.TextStreaming;

/// <summary>A text while a model writes it. Nothing is sent before it is read, and it is read once.</summary>
/// <remarks>
/// One reader at a time. Whoever stops reading closes the connection; the text may be written to its end and charged all the same. What
/// came before an error or a cancellation stays in <see cref="Result"/>.
/// </remarks>
public sealed class StreamedText : IAsyncEnumerable<TextChunk>
{
    private readonly Func<CancellationToken, IAsyncEnumerator<TextChunk>> _read;
    private readonly TextParts _parts;
    private int _readers;

    internal StreamedText(Guid taskUuid, TextParts parts, Func<CancellationToken, IAsyncEnumerator<TextChunk>> read)
    {
        TaskUuid = taskUuid;
        _parts = parts;
        _read = read;
    }

    /// <summary>UUID of the task.</summary>
    public Guid TaskUuid { get; }

    /// <summary>What has come so far, put together: text, reasoning, the first finish reason, usage and cost.</summary>
    /// <value>The whole once reading has ended well. It is put together when it is asked for, on any thread.</value>
    public TextInferenceResult Result => _parts.ToResult();

    /// <summary>Sends the request and gives the chunks as they come.</summary>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <exception cref="InvalidOperationException">The stream is being read, or was read.</exception>
    /// <remarks>Reading throws a <see cref="RunwareException"/> where the task fails or its stream breaks off.</remarks>
    public IAsyncEnumerator<TextChunk> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        if (Interlocked.Exchange(ref _readers, 1) == 1)
        {
            throw new InvalidOperationException(
                $"A text stream is read once, since reading sends the task. What has come is in its {nameof(Result)}; " +
                $"{nameof(RunwareClient)}.{nameof(RunwareClient.StreamTextAsync)} makes another.");
        }

        return _read(cancellationToken);
    }

    /// <summary>Sends the request and reads the text to its end.</summary>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <returns>The whole. Where it fails, what came before is in <see cref="Result"/>.</returns>
    /// <exception cref="InvalidOperationException">The stream is being read, or was read.</exception>
    /// <exception cref="RunwareException">The task failed, or its stream broke off.</exception>
    public async Task<TextInferenceResult> ReadToEndAsync(CancellationToken cancellationToken = default)
    {
        await foreach (TextChunk _ in this.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
        }

        return Result;
    }
}
