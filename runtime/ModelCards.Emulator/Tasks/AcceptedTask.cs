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

    public Reply Poll(DateTimeOffset now)
    {
        ImageItem[] finished = [.. images.Where(image => image.Finished.IsCompleted)];
        IEnumerable<ResultItem> unfinished = finished.Length == images.Count ? [] : [new ProcessingItem(ImageTask.TaskType, task.TaskUuid, Progress(now))];
        return new Reply(
            [.. finished.Where(image => image.HasResult).Select(image => new PolledImageItem(image)), .. unfinished],
            [.. finished.SelectMany(image => image.Errors)]);
    }

    // In percent.
    private int Progress(DateTimeOffset now) =>
        duration > TimeSpan.Zero ? (int)Math.Clamp((now - acceptedAt) / duration * 100, 0, 99) : 99;
}
