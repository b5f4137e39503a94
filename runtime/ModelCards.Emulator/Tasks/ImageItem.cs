using System.Globalization;
using System.Text.Json;
using ModelCards.Emulator.Errors;
using ModelCards.Emulator.Gallery;
using ModelCards.Emulator.Pictures;

namespace ModelCards.Emulator.Tasks;

/// <summary>One generated image.</summary>
internal sealed class ImageItem(ImageTask task, PictureRecipe recipe, PictureStudio studio) : ResultItem
{
    private readonly TaskCompletionSource _finished = new();
    private volatile ServiceError? _error;
    private volatile bool _isLost;

    public Guid ImageUuid { get; } = Guid.NewGuid();

    public PictureRecipe Recipe => recipe;

    /// <summary>Where the image is served; set where the task asks for a URL.</summary>
    public string? Url { get; set; }

    public override Task Finished => _finished.Task;

    public override IReadOnlyList<ServiceError> Errors => _error is { } error ? [error] : [];

    public override bool HasResult => !_isLost;

    public override bool IsPushed => true;

    /// <summary>Whether the image is finished and did not fail.</summary>
    public bool IsThere => Finished.IsCompleted && HasResult;

    /// <summary>The image is there, perhaps with an error beside it.</summary>
    public void Finish(ServiceError? error)
    {
        _error = error;
        _finished.TrySetResult();
    }

    /// <summary>There will be no image.</summary>
    public void Fail(ServiceError error)
    {
        _isLost = true;
        Finish(error);
    }

    public Task<byte[]> DrawAsync(CancellationToken cancellationToken) => studio.DrawAsync(recipe, cancellationToken);

    public override ValueTask WriteAsync(Utf8JsonWriter writer, CancellationToken cancellationToken) =>
        WriteAsync(writer, null, cancellationToken);

    /// <summary>Writes the item; a status is only told to those who poll.</summary>
    public async ValueTask WriteAsync(Utf8JsonWriter writer, string? status, CancellationToken cancellationToken)
    {
        byte[] picture = Url is null ? await DrawAsync(cancellationToken).ConfigureAwait(false) : [];
        writer.WriteStartObject();
        writer.WriteString("taskType", ImageTask.TaskType);
        writer.WriteString("taskUUID", task.TaskUuid);
        if (status is not null)
            writer.WriteString("status", status);
        writer.WriteString("imageUUID", ImageUuid);
        if (Url is not null)
            writer.WriteString("imageURL", Url);
        else if (task.OutputType == OutputType.Base64Data)
            writer.WriteBase64String("imageBase64Data", picture);
        else
            writer.WriteString("imageDataURI", $"data:{recipe.Format.MediaType()};base64,{Convert.ToBase64String(picture)}");
        writer.WritePropertyName("seed");
        writer.WriteRawValue(recipe.Seed.ToString(CultureInfo.InvariantCulture));
        if (task.ChecksContent)
            writer.WriteBoolean("NSFWContent", false);
        if (task.IncludesCost)
            writer.WriteNumber("cost", Cost);
        writer.WriteEndObject();
    }

    // US dollars, of the order that the service charges for small images.
    private decimal Cost => Math.Max(0.0001m, Math.Round(0.0006m * recipe.Width * recipe.Height / (1024 * 1024), 4));
}
