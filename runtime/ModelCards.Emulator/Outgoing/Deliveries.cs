using ModelCards.Emulator.Errors;
using ModelCards.Emulator.Pictures;
using ModelCards.Emulator.Tasks;

namespace ModelCards.Emulator.Outgoing;

/// <summary>Brings finished images where a task wants them besides its reply.</summary>
internal sealed class Deliveries(LoopbackCaller caller, WebhookSender webhooks)
{
    /// <summary>
    /// Uploads the images, and leaves the webhook to the background. A failed upload is an error of the task; its results stand.
    /// </summary>
    public async Task DeliverAsync(AcceptedTask accepted, CancellationToken cancellationToken)
    {
        var failures = new List<ServiceError>();
        foreach (ImageItem image in accepted.Images)
        {
            if (accepted.Task.UploadEndpoint is { } endpoint
                && !await UploadAsync(image, endpoint, cancellationToken).ConfigureAwait(false))
                failures.Add(Failure(accepted.Task, image));
            if (accepted.Task.WebhookUrl is { } webhook)
                webhooks.Send(webhook, image);
        }

        accepted.Errors = failures;
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
