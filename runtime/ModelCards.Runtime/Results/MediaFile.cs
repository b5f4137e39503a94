using System.Text.Json;
using ModelCards.Errors;
using ModelCards.Media;

namespace ModelCards.Results;

/// <summary>A file that came of a task: an image, a video, a sound or another, by its URL or with its bytes.</summary>
/// <remarks>
/// The <c>outputType</c> of the request decides which one of <see cref="Url"/>, <see cref="Base64Data"/> and <see cref="DataUri"/> is
/// there. <see cref="RunwareClient"/> downloads and saves it in any case.
/// </remarks>
public sealed class MediaFile
{
    // What the names of the members begin with: imageUUID, imageURL, imageBase64Data, imageDataURI.
    private static readonly string[] Kinds = ["image", "video", "audio", "guideImage", "maskImage"];
    private const string AnyKind = "media";

    private readonly JsonElement _base64;
    private readonly JsonElement _dataUri;

    private MediaFile(string kind, int index, Guid task, JsonElement uuid, JsonElement url, JsonElement base64, JsonElement dataUri)
    {
        Kind = kind;
        Index = index;
        TaskUuid = task;
        Uuid = uuid.Uuid();
        Url = url.Url();
        _base64 = base64;
        _dataUri = dataUri;
    }

    /// <summary>What it is, in the service's words: <c>image</c>, <c>video</c>, <c>audio</c>, <c>guideImage</c>, <c>maskImage</c>, <c>media</c> or <c>file</c>.</summary>
    public string Kind { get; }

    /// <summary>UUID of the task that it came of.</summary>
    public Guid TaskUuid { get; }

    /// <summary>UUID of the file, by which later requests can name it as an input.</summary>
    public Guid? Uuid { get; }

    /// <summary>Where it can be fetched, for as long as the request's <c>ttl</c> allows.</summary>
    public Uri? Url { get; }

    /// <summary>The file as base64 text. Each call makes the text anew; <see cref="GetBytes"/> takes less memory.</summary>
    public string? Base64Data => _base64.Text();

    /// <summary>The file as a data URI. Each call makes the text anew; <see cref="GetBytes"/> takes less memory.</summary>
    public string? DataUri => _dataUri.Text();

    internal int Index { get; }

    /// <summary>The content, where it came with the result; null where only a URL did.</summary>
    internal InlineMedia? Inline => InlineMedia.Of(_base64) ?? InlineMedia.Of(_dataUri);

    /// <summary>The bytes of the file, where they came with the result; null where only its URL did.</summary>
    /// <exception cref="RunwareException">The service sent text that is not base64.</exception>
    public byte[]? GetBytes()
    {
        if (Inline is not { } inline)
            return null;
        byte[] bytes = new byte[inline.LongestContent];
        int count = 0;
        try
        {
            for (int read; (read = inline.Read(bytes.AsSpan(count))) > 0;)
                count += read;
        }
        catch (FormatException)
        {
            throw Unreadable();
        }

        return count == bytes.Length ? bytes : bytes.AsSpan(0, count).ToArray();
    }

    /// <summary>Kind and UUID.</summary>
    public override string ToString() => Uuid is { } uuid ? $"{Kind} {uuid}" : $"{Kind} of task {TaskUuid}";

    internal RunwareException Unreadable() => new(
        $"The {Kind} of task {TaskUuid} cannot be read", [TaskUuid], [ClientErrors.Unrecognized($"The {Kind} is not base64 text.")]);

    /// <summary>The file of one kind; null when there is none.</summary>
    internal static MediaFile? Of(IReadOnlyDictionary<string, JsonElement> members, string kind, int index = 0)
    {
        var file = new MediaFile(
            kind,
            index,
            members.Uuid("taskUUID") ?? default,
            members.Find(kind + "UUID"),
            members.Find(kind + "URL"),
            members.Find(kind + "Base64Data"),
            members.Find(kind + "DataURI"));
        return file.Url is not null || IsText(file._base64) || IsText(file._dataUri) ? file : null;
    }

    /// <summary>Every file among the members of a result.</summary>
    internal static IReadOnlyList<MediaFile> ListOf(IReadOnlyDictionary<string, JsonElement> members)
    {
        var files = new List<MediaFile>();
        foreach (string kind in Kinds)
        {
            if (Of(members, kind, files.Count) is { } file)
                files.Add(file);
        }

        // The service repeats an image under this name too.
        if (files.Count == 0 && Of(members, AnyKind) is { } medium)
            files.Add(medium);
        foreach (JsonElement file in members.Find("outputs").Member("files").Items())
            files.Add(new MediaFile("file", files.Count, members.Uuid("taskUUID") ?? default, file.Member("uuid"), file.Member("url"), default, default));
        return files;
    }

    private static bool IsText(JsonElement value) => value.ValueKind == JsonValueKind.String;
}
