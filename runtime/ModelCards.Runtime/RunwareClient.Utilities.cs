using System.Runtime.CompilerServices;
using ModelCards.Errors;
using ModelCards.Requests;
using ModelCards.Results;
using ModelCards.Transport;
using ModelCards.Transport.Delivery;
using ModelCards.Utilities;
using ModelCards.Validation;

namespace ModelCards;

public sealed partial class RunwareClient
{
    // What the service gives at most.
    private const int LargestPage = 100;

    /// <summary>Asks whether the service is there.</summary>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>How long the question and its answer took; over HTTP the first time with the opening of the connection.</returns>
    /// <exception cref="RunwareException">It cannot be reached, or did not answer within <see cref="RunwareClientOptions.ReplyTimeout"/>.</exception>
    public async Task<TimeSpan> PingAsync(CancellationToken cancellationToken = default)
    {
        ObjectDisposedException.ThrowIf(IsDisposed, this);
        using var deadline = new Deadline(_replyTimeout, _time, cancellationToken, nameof(RunwareClientOptions.ReplyTimeout));
        var listener = new PongListener();
        using IConversation conversation = _transport.Open(listener, []);
        try
        {
            while (true)
            {
                Envelope? answer = await conversation.ConnectAsync(deadline.Token).ConfigureAwait(false);
                Task<Envelope?> next = listener.Next();
                long start = _time.GetTimestamp();
                answer ??= await conversation.SendAsync([new PingTask()], deadline.Token).ConfigureAwait(false)
                    ?? await next.WaitAsync(deadline.Token).ConfigureAwait(false);
                if (answer is { Errors.Count: > 0 })
                    throw PingFailure(answer);
                if (answer is not null)
                    return _time.GetElapsedTime(start);
            }
        }
        catch (OperationCanceledException error) when (deadline.Token.IsCancellationRequested)
        {
            throw PingFailure(Envelope.Failed(deadline.Passed(), cause: error));
        }
    }

    /// <summary>Finds models, page by page as they are read.</summary>
    /// <remarks>One page alone, with the number of all models, is what <see cref="SendAsync{TResult}(ModelRequest{TResult}, CancellationToken)"/> gives.</remarks>
    /// <param name="request">What to look for, from its offset on; its limit is the size of a page, 100 when it sets none.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    /// <returns>The models.</returns>
    /// <exception cref="RequestValidationException">The request is not valid; nothing is sent.</exception>
    /// <exception cref="RunwareException">A page cannot be had; the models of those before it were given.</exception>
    public IAsyncEnumerable<FoundModel> SearchModelsAsync(ModelSearchRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        Check([request]);
        return SearchPagesAsync(request, cancellationToken);
    }

    /// <summary>Uploads a medium, so that later requests can name it by its UUID.</summary>
    /// <param name="media">The medium. A file or a stream is encoded while it is sent.</param>
    /// <param name="cancellationToken">Stops waiting; the medium may be uploaded all the same.</param>
    /// <returns>The UUID and the URL of the medium.</returns>
    /// <exception cref="RequestValidationException">The text of the medium is none that the service takes; nothing is sent.</exception>
    /// <exception cref="RunwareException">The upload failed.</exception>
    public Task<MediaStorageResult> UploadMediaAsync(MediaInput media, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(media);
        return SingleAsync(new MediaStorageRequest { Operation = MediaStorageOperation.Upload, Media = media }, cancellationToken);
    }

    /// <summary>Deletes a medium that was uploaded.</summary>
    /// <param name="mediaUuid">UUID of the medium.</param>
    /// <param name="cancellationToken">Stops waiting; the medium may be deleted all the same.</param>
    /// <exception cref="RunwareException">It was not deleted.</exception>
    public Task<MediaStorageResult> DeleteMediaAsync(Guid mediaUuid, CancellationToken cancellationToken = default) =>
        SingleAsync(new MediaStorageRequest { Operation = MediaStorageOperation.Delete, Media = mediaUuid }, cancellationToken);

    /// <summary>Uploads an image the older way, so that later requests can name it by its UUID.</summary>
    /// <param name="image">The image. A file or a stream is encoded while it is sent.</param>
    /// <param name="cancellationToken">Stops waiting; the image may be uploaded all the same.</param>
    /// <returns>The UUID and the URL of the image.</returns>
    /// <exception cref="RequestValidationException">The text of the image is none that the service takes; nothing is sent.</exception>
    /// <exception cref="RunwareException">The upload failed.</exception>
    [Obsolete("The service has media storage in its place: use UploadMediaAsync.")]
    public Task<ImageUploadResult> UploadImageAsync(MediaInput image, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(image);
        return SingleAsync(new ImageUploadRequest { Image = image }, cancellationToken);
    }

    /// <summary>Adds a model of your own, and tells each stage as it is reached.</summary>
    /// <remarks>
    /// Over a WebSocket the service tells the stages; over HTTP it is asked for them, so that some may pass unseen. The upload goes on
    /// when nobody waits any more. Waiting for a large model may take longer than <see cref="RunwareClientOptions.Timeout"/>.
    /// </remarks>
    /// <param name="request">The model, and where the service fetches it.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>The stages; the last one is <see cref="ModelUploadStatus.Ready"/>, with the AIR of the model.</returns>
    /// <exception cref="RequestValidationException">The request is not valid; nothing is sent.</exception>
    /// <exception cref="RunwareException">The upload failed, after the stages that it came to.</exception>
    public IAsyncEnumerable<ModelUploadResult> UploadModelAsync(ModelUploadRequest request, CancellationToken cancellationToken = default) =>
        RunAsync(request, cancellationToken);

    /// <summary>Tells of the account: balance, team, API keys and sums of usage.</summary>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="RunwareException">The service did not tell.</exception>
    public Task<AccountManagementResult> GetAccountAsync(CancellationToken cancellationToken = default) =>
        SingleAsync(new AccountManagementRequest { Operation = AccountManagementOperation.GetDetails }, cancellationToken);

    /// <summary>Tells of the account, such as what was used in a time and by which model.</summary>
    /// <param name="request">What to tell.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="RequestValidationException">The request is not valid, such as for a time of more than 30 days; nothing is sent.</exception>
    /// <exception cref="RunwareException">The service did not tell.</exception>
    public Task<AccountManagementResult> GetAccountAsync(AccountManagementRequest request, CancellationToken cancellationToken = default) =>
        SingleAsync(request, cancellationToken);

    /// <summary>Tells what was sent under a task UUID, and what was answered. It neither waits for the task nor carries it out.</summary>
    /// <param name="taskUuid">UUID of a task that was sent, by this client or another.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="RunwareException">The service knows no such task, or not any more.</exception>
    public Task<TaskDetailsResult> GetTaskDetailsAsync(Guid taskUuid, CancellationToken cancellationToken = default) =>
        SingleAsync(new TaskDetailsRequest { TaskUuid = taskUuid }, cancellationToken);

    private static RunwareException PingFailure(Envelope failure) => new(
        FailureText.Heading("The service did not answer a ping", failure.Status), [], failure.Errors, failure.Status, failure.Cause);

    private async Task<TResult> SingleAsync<TResult>(ModelRequest<TResult> request, CancellationToken cancellationToken)
        where TResult : TaskResult, ITaskResult<TResult>
    {
        TaskOutcome<TResult> outcome = await SendAsync(request, cancellationToken).ConfigureAwait(false);
        return outcome.Failure is null ? outcome.Results[0] : throw outcome.Failure;
    }

    private async IAsyncEnumerable<FoundModel> SearchPagesAsync(
        ModelSearchRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        int limit = request.Limit ?? LargestPage;
        int offset = request.Offset ?? 0;
        ModelSearchRequest page = request.Limit is null ? request.ToBuilder().WithLimit(limit).Build() : request;
        string[] before = [];
        while (true)
        {
            ModelSearchResult result = await SingleAsync(page, cancellationToken).ConfigureAwait(false);
            string[] airs = [.. result.Models.Select(model => model.Air)];
            if (airs.Length > 0 && airs.SequenceEqual(before))
                throw Repeated(result.TaskUuid, offset);
            foreach (FoundModel model in result.Models)
                yield return model;
            // A service that gives fewer than asked for, and more in all, has smaller pages.
            bool isLast = airs.Length == 0 || (result.TotalResults is { } total ? offset + (long)airs.Length >= total : airs.Length < limit);
            if (isLast || offset > int.MaxValue - airs.Length)
                yield break;
            offset += airs.Length;
            before = airs;
            page = page.ToBuilder().WithOffset(offset).WithTaskUuid(null).Build();
        }
    }

    private static RunwareException Repeated(Guid task, int offset) => new(
        $"The search of task {task} does not come to an end",
        [task],
        [ClientErrors.Unrecognized(FormattableString.Invariant($"The page at offset {offset} holds the same models as the one before it."))]);
}
