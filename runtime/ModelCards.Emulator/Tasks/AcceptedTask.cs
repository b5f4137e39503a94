namespace ModelCards.Emulator.Tasks;

/// <summary>A task that was accepted, with its results: its UUID is taken, and <c>getResponse</c> finds it.</summary>
internal sealed class AcceptedTask(ImageTask task, IReadOnlyList<ImageItem> images, DateTimeOffset acceptedAt, TimeSpan duration)
{
    public ImageTask Task => task;

    public IReadOnlyList<ImageItem> Images => images;

    /// <summary>How long the whole task takes; its images are finished at even intervals.</summary>
    public TimeSpan Duration => duration;

    /// <summary>About how much memory it takes; the images share the prompt.</summary>
    public long Bytes => images[0].Recipe.Bytes + (images.Count * 400L);

    /// <summary>How far the task is, in percent.</summary>
    public int Progress(DateTimeOffset now) =>
        duration > TimeSpan.Zero ? (int)Math.Clamp((now - acceptedAt) / duration * 100, 0, 99) : 99;
}
