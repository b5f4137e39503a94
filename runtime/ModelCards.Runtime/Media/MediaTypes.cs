namespace ModelCards.Media;

/// <summary>Media types of the files that the service takes.</summary>
internal static class MediaTypes
{
    public static string? OfFile(string path) => Path.GetExtension(path).ToUpperInvariant() switch
    {
        ".PNG" => "image/png",
        ".JPG" or ".JPEG" => "image/jpeg",
        ".WEBP" => "image/webp",
        ".GIF" => "image/gif",
        ".BMP" => "image/bmp",
        ".MP4" => "video/mp4",
        ".WEBM" => "video/webm",
        ".MOV" => "video/quicktime",
        ".MP3" => "audio/mpeg",
        ".WAV" => "audio/wav",
        _ => null,
    };

    public static string? OfContent(ReadOnlySpan<byte> content)
    {
        if (content.Length > 4 && content[0] == 0x89 && content[1..].StartsWith("PNG"u8))
            return "image/png";
        if (content.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]))
            return "image/jpeg";
        if (content.Length > 12 && content.StartsWith("RIFF"u8) && content[8..].StartsWith("WEBP"u8))
            return "image/webp";
        return content.StartsWith("GIF8"u8) ? "image/gif" : null;
    }
}
