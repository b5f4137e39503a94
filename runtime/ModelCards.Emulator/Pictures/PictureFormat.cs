namespace ModelCards.Emulator.Pictures;

internal enum PictureFormat
{
    Jpg,
    Png,
    Webp,
}

internal static class PictureFormats
{
    /// <param name="picture">The picture to encode.</param>
    /// <param name="format">The file format.</param>
    /// <param name="quality">1 to 100; the lossless formats PNG and WEBP take no notice of it.</param>
    public static byte[] Encode(PixelBuffer picture, PictureFormat format, int quality) => format switch
    {
        PictureFormat.Jpg => JpegEncoder.Encode(picture, quality),
        PictureFormat.Png => PngEncoder.Encode(picture),
        PictureFormat.Webp => WebpEncoder.Encode(picture),
        _ => throw new ArgumentOutOfRangeException(nameof(format)),
    };

    public static string MediaType(this PictureFormat format) => format switch
    {
        PictureFormat.Jpg => "image/jpeg",
        PictureFormat.Png => "image/png",
        PictureFormat.Webp => "image/webp",
        _ => throw new ArgumentOutOfRangeException(nameof(format)),
    };

    /// <summary>The extension without its dot.</summary>
    public static string FileExtension(this PictureFormat format) => format switch
    {
        PictureFormat.Jpg => "jpg",
        PictureFormat.Png => "png",
        PictureFormat.Webp => "webp",
        _ => throw new ArgumentOutOfRangeException(nameof(format)),
    };
}
