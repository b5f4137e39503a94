using System.Buffers.Text;
using ModelCards.Emulator.Gallery;
using ModelCards.Emulator.Storage;

namespace ModelCards.Emulator.Media;

/// <summary>The media that clients uploaded, by UUID.</summary>
internal sealed class MediaShelf(PictureGallery gallery, EmulatorLimits limits)
{
    /// <summary>Path of an uploaded medium.</summary>
    public const string Path = "/media/";

    private readonly BoundedStore<Guid, Medium> _media = new(limits.MaxRemembered, limits.MaxRememberedBytes);

    /// <summary>Takes what an input may be: a UUID or an http URL, which stay where they are, a data URI or base64. Null when it is none.</summary>
    public (Guid Uuid, string Url)? Take(string text)
    {
        var uuid = Guid.NewGuid();
        string url = new Uri(gallery.BaseAddress, $"{Path}{uuid}").AbsoluteUri;
        if (Guid.TryParseExact(text, "D", out Guid known))
            return (known, new Uri(gallery.BaseAddress, $"{Path}{known}").AbsoluteUri);
        if (Uri.TryCreate(text, UriKind.Absolute, out Uri? address) && address.Scheme is "http" or "https")
            return (uuid, address!.AbsoluteUri);
        return Read(text) is { } medium && _media.TryAdd(uuid, medium, medium.Bytes.Length) ? (uuid, url) : null;
    }

    /// <summary>The medium; null when there is none, or no longer.</summary>
    public Medium? Find(Guid uuid) => _media.TryGet(uuid, out Medium? medium) && !medium.IsDeleted ? medium : null;

    public bool Delete(Guid uuid)
    {
        if (Find(uuid) is not { } medium)
            return false;
        medium.IsDeleted = true;
        return true;
    }

    private static Medium? Read(string text)
    {
        string mediaType = "application/octet-stream";
        if (text.StartsWith("data:", StringComparison.Ordinal))
        {
            int comma = text.IndexOf(";base64,", StringComparison.Ordinal);
            if (comma < 0)
                return null;
            mediaType = text["data:".Length..comma];
            text = text[(comma + ";base64,".Length)..];
        }

        return text.Length > 0 && Base64.IsValid(text) ? new Medium(Convert.FromBase64String(text), mediaType) : null;
    }

    internal sealed class Medium(byte[] bytes, string mediaType)
    {
        public byte[] Bytes => bytes;

        public string MediaType => mediaType;

        public bool IsDeleted { get; set; }
    }
}
