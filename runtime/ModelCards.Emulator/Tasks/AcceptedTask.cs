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
        List<ResultItem> items = [.. finished.Where(image => image.HasResult).Select(image => new PolledImageItem(image))];
        if (finished.Length < images.Count)
            items.Add(new ProcessingItem(ImageTask.TaskType, task.TaskUuid, now - acceptedAt, duration));
        return new Reply(items, [.. finished.SelectMany(image => image.Errors)]);
    }
}
