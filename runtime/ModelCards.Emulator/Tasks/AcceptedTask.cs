namespace ModelCards.Emulator.Tasks;

/// <summary>A task that makes images.</summary>
internal sealed class AcceptedTask(ImageTask task, IReadOnlyList<ImageItem> images, DateTimeOffset acceptedAt, TimeSpan duration)
    : IRememberedTask
{
    public ImageTask Task => task;

    public IReadOnlyList<ImageItem> Images => images;

    /// <summary>How long the whole task takes; its images are finished at even intervals.</summary>
    public TimeSpan Duration => duration;

    // The images share the prompt.
    public long Bytes => images[0].Recipe.Bytes + (images.Count * 400L);

    public Reply Poll(DateTimeOffset now) => PolledReply.Of(
        images, image => new PolledImageItem(image), new ProcessingItem(ImageTask.TaskType, task.TaskUuid, now - acceptedAt, duration));
}
