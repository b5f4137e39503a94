using ModelCards.Emulator.Errors;

namespace ModelCards.Emulator.Tasks;

/// <summary>A task that was accepted, with its results: its UUID is taken, and <c>getResponse</c> finds it.</summary>
internal sealed class AcceptedTask(ImageTask task, IReadOnlyList<ImageItem> images)
{
    private volatile IReadOnlyList<ServiceError> _errors = [];

    public ImageTask Task => task;

    public IReadOnlyList<ImageItem> Images => images;

    /// <summary>What went wrong after acceptance.</summary>
    public IReadOnlyList<ServiceError> Errors
    {
        get => _errors;
        set => _errors = value;
    }

    /// <summary>About how much memory it takes; the images share the prompt.</summary>
    public long Bytes => images[0].Recipe.Bytes + (images.Count * 400L);
}
