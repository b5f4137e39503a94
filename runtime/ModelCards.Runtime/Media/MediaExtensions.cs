using ModelCards.Results;

namespace ModelCards.Media;

/// <summary>What files are called. A URL and a media type are words of a server: only endings that are known here get into a name.</summary>
internal static class MediaExtensions
{
    private static readonly Dictionary<string, string> OfType = new(StringComparer.OrdinalIgnoreCase)
    {
        ["image/png"] = ".png",
        ["image/jpeg"] = ".jpg",
        ["image/webp"] = ".webp",
        ["image/gif"] = ".gif",
        ["image/bmp"] = ".bmp",
        ["image/avif"] = ".avif",
        ["image/tiff"] = ".tiff",
        ["image/svg+xml"] = ".svg",
        ["video/mp4"] = ".mp4",
        ["video/webm"] = ".webm",
        ["video/quicktime"] = ".mov",
        ["audio/mpeg"] = ".mp3",
        ["audio/wav"] = ".wav",
        ["audio/x-wav"] = ".wav",
        ["audio/flac"] = ".flac",
        ["audio/ogg"] = ".ogg",
        ["audio/aac"] = ".aac",
        ["audio/mp4"] = ".m4a",
        ["model/gltf-binary"] = ".glb",
        ["model/gltf+json"] = ".gltf",
        ["model/obj"] = ".obj",
        ["model/stl"] = ".stl",
        ["application/zip"] = ".zip",
    };

    private static readonly HashSet<string> Known =
        new([.. OfType.Values, ".jpeg", ".opus", ".ply", ".fbx", ".usdz", ".safetensors"], StringComparer.OrdinalIgnoreCase);

    /// <summary>The ending with its dot, from whatever tells it first; empty when nothing does.</summary>
    /// <param name="file">The file.</param>
    /// <param name="mediaType">What the server that sent it says.</param>
    /// <param name="head">How the content begins.</param>
    public static string Of(MediaFile file, string? mediaType, ReadOnlySpan<byte> head)
    {
        string ending = Path.GetExtension(file.Url?.AbsolutePath) ?? "";
        if (Known.Contains(ending))
            return ending.ToLowerInvariant();
        foreach (string? type in (ReadOnlySpan<string?>)[mediaType, MediaTypes.OfContent(head)])
        {
            if (type is not null && OfType.TryGetValue(type, out string? known))
                return known;
        }

        return "";
    }
}
