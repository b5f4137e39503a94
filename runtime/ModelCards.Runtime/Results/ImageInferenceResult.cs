using System.Text.Json;
using ModelCards.Errors;

namespace ModelCards.Results;

/// <summary>One image.</summary>
/// <remarks>
/// The <c>outputType</c> of the request decides which one of <see cref="ImageUrl"/>, <see cref="ImageBase64Data"/> and
/// <see cref="ImageDataUri"/> is there. <see cref="RunwareClient"/> downloads and saves it in any case.
/// </remarks>
public sealed class ImageInferenceResult : TaskResult, ITaskResult<ImageInferenceResult>
{
    /// <summary>Makes a result.</summary>
    /// <param name="members">Every member of the result as it came, by JSON name.</param>
    public ImageInferenceResult(IReadOnlyDictionary<string, JsonElement> members)
        : base(members)
    {
    }

    /// <summary>UUID of the image, by which later requests can name it as an input.</summary>
    public Guid? ImageUuid => Members.Uuid("imageUUID");

    /// <summary>Where the image can be fetched, for as long as the request's <c>ttl</c> allows.</summary>
    public Uri? ImageUrl => Members.Url("imageURL");

    /// <summary>The image as base64 text. Each call makes the text anew; <see cref="GetImageBytes"/> takes less memory.</summary>
    public string? ImageBase64Data => Members.Text("imageBase64Data");

    /// <summary>The image as a data URI. Each call makes the text anew; <see cref="GetImageBytes"/> takes less memory.</summary>
    public string? ImageDataUri => Members.Text("imageDataURI");

    /// <summary>The file; null when it did not come, as when it was uploaded elsewhere.</summary>
    public MediaFile? Image => MediaFile.Of(Members, "image");

    /// <summary>The seed that the image was made from: the same seed and parameters give the same image.</summary>
    /// <value>null when not given, or beyond 63 bits; then the number stands in <see cref="TaskResult.Members"/>.</value>
    public long? Seed => Members.Whole("seed");

    /// <summary>Whether the content check found the image unfit for work.</summary>
    /// <value>null unless the request asked for the check.</value>
    public bool? NsfwContent => Members.Flag("NSFWContent");

    /// <summary>The bytes of the image file, where they came with the result; null where only its URL did.</summary>
    /// <exception cref="RunwareException">The service sent text that is not base64.</exception>
    public byte[]? GetImageBytes() => Image?.GetBytes();

    static ImageInferenceResult ITaskResult<ImageInferenceResult>.Create(IReadOnlyDictionary<string, JsonElement> members) => new(members);
}
