using System.Text.Json;
using ModelCards.Errors;

namespace ModelCards.Results;

/// <summary>One image.</summary>
/// <remarks>
/// The <c>outputType</c> of the request decides which one of <see cref="ImageUrl"/>, <see cref="ImageBase64Data"/> and
/// <see cref="ImageDataUri"/> is there. <see cref="RunwareClient.DownloadAsync"/> gives the bytes in any case.
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

    /// <summary>The seed that the image was made from: the same seed and parameters give the same image.</summary>
    /// <value>null when not given, or beyond 63 bits; then the number stands in <see cref="TaskResult.Members"/>.</value>
    public long? Seed => Members.Number("seed") is { } seed && seed == decimal.Truncate(seed) && seed is >= long.MinValue and <= long.MaxValue
        ? (long)seed
        : null;

    /// <summary>Whether the content check found the image unfit for work.</summary>
    /// <value>null unless the request asked for the check.</value>
    public bool? NsfwContent => Members.Find("NSFWContent").ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    };

    /// <summary>The bytes of the image file, where they came with the result; null where only its URL did.</summary>
    /// <exception cref="RunwareException">The service sent text that is not base64.</exception>
    public byte[]? GetImageBytes() =>
        Members.Base64("imageBase64Data") ?? ((ImageBase64Data ?? ImageDataUri) is { } text ? Decode(text) : null);

    static ImageInferenceResult ITaskResult<ImageInferenceResult>.Create(IReadOnlyDictionary<string, JsonElement> members) => new(members);

    private byte[] Decode(string text)
    {
        int start = text.StartsWith("data:", StringComparison.OrdinalIgnoreCase) ? text.IndexOf(',', StringComparison.Ordinal) + 1 : 0;
        byte[] bytes = new byte[text.Length / 4 * 3 + 3];
        return Convert.TryFromBase64Chars(text.AsSpan(start), bytes, out int length)
            ? bytes.AsSpan(0, length).ToArray()
            : throw new RunwareException(
                $"The image of task {TaskUuid} cannot be read", [TaskUuid], [ClientErrors.Unrecognized("The image is not base64 text.")]);
    }
}
