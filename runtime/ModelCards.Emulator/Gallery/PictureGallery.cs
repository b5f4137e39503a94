using ModelCards.Emulator.Pictures;
using ModelCards.Emulator.Storage;

namespace ModelCards.Emulator.Gallery;

/// <summary>The pictures that have a URL, until they expire or are too old to be remembered.</summary>
internal sealed class PictureGallery(EmulatorLimits limits, TimeProvider clock)
{
    /// <summary>Path of a picture, as on the service's own image host.</summary>
    public const string Path = "/image/ws/0.5/ii/";

    private readonly BoundedStore<string, Exhibit> _exhibits = new(limits.MaxRemembered, limits.MaxRememberedBytes);

    /// <summary>Where the pictures are served; known once the server listens.</summary>
    public Uri BaseAddress { get; set; } = new("http://127.0.0.1/");

    public string Publish(Guid id, PictureRecipe recipe, TimeSpan? timeToLive)
    {
        string file = $"{id:D}.{recipe.Format.FileExtension()}";
        _exhibits.TryAdd(file, new Exhibit(recipe, clock.GetUtcNow() + timeToLive), recipe.Bytes);
        return new Uri(BaseAddress, Path + file).AbsoluteUri;
    }

    /// <summary>Finds what a URL shows; null when it never did, or no longer does.</summary>
    public PictureRecipe? Find(string file) =>
        _exhibits.TryGet(file, out Exhibit? exhibit) && !(clock.GetUtcNow() >= exhibit.ExpiresAt) ? exhibit.Recipe : null;

    private sealed record Exhibit(PictureRecipe Recipe, DateTimeOffset? ExpiresAt);
}
