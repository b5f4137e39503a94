using ModelCards.Emulator.Errors;
using ModelCards.Emulator.Faults;
using ModelCards.Emulator.Pictures;
using ModelCards.Emulator.Tasks;

namespace ModelCards.Emulator.Outgoing;

/// <summary>Brings finished images where a task wants them besides its reply.</summary>
internal sealed class Deliveries(LoopbackCaller caller, WebhookSender webhooks, FaultSwitchboard faults)
{
    /// <summary>
    /// Uploads the image, and leaves the webhook to the background. A failed upload is an error beside the result, which stands.
    /// </summary>
    public async Task<ServiceError?> DeliverAsync(ImageTask task, ImageItem image, CancellationToken cancellationToken)
    {
        ServiceError? failure = task.UploadEndpoint is { } endpoint && !await UploadAsync(image, endpoint, cancellationToken).ConfigureAwait(false)
            ? Failure(task, image)
            : null;
        Post(task, image);
        if (failure is not null)
            Post(task, new ErrorsItem([failure]));
        return failure;
    }

    /// <summary>Tells the webhook that there will be no image.</summary>
    public void DeliverFailure(ImageTask task, ServiceError failure) => Post(task, new ErrorsItem([failure]));

    private void Post(ImageTask task, ResultItem item)
    {
        if (task.WebhookUrl is not { } webhook)
            return;
        webhooks.Send(webhook, item);
        if (faults.Take(FaultKind.RepeatWebhook, ImageTask.TaskType))
            webhooks.Send(webhook, item);
    }

    private async Task<bool> UploadAsync(ImageItem image, Uri endpoint, CancellationToken cancellationToken)
    {
        byte[] picture = await image.DrawAsync(cancellationToken).ConfigureAwait(false);
        string mediaType = image.Recipe.Format.MediaType();
        return await caller.TrySendAsync(HttpMethod.Put, endpoint, picture, mediaType, cancellationToken).ConfigureAwait(false);
    }

    private static ServiceError Failure(ImageTask task, ImageItem image) =>
        new(ErrorCodes.UploadFailed, $"Image {image.ImageUuid} could not be uploaded: the endpoint did not take it.")
        {
            Parameters = ["uploadEndpoint"],
            Type = "string",
            TaskType = ImageTask.TaskType,
            TaskUuid = task.TaskUuid,
            Documentation = DocumentationLinks.Models,
        };
}
