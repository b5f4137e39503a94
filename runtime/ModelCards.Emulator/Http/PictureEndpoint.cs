using Microsoft.AspNetCore.Http;
using ModelCards.Emulator.Gallery;
using ModelCards.Emulator.Pictures;

namespace ModelCards.Emulator.Http;

/// <summary>Serves the pictures that results point at.</summary>
internal sealed class PictureEndpoint(PictureGallery gallery, PictureStudio studio)
{
    public async Task HandleAsync(HttpContext context, string file)
    {
        if (gallery.Find(file) is not { } recipe)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        byte[] picture = await studio.DrawAsync(recipe, context.RequestAborted).ConfigureAwait(false);
        context.Response.ContentType = recipe.Format.MediaType();
        context.Response.ContentLength = picture.Length;
        await context.Response.Body.WriteAsync(picture, context.RequestAborted).ConfigureAwait(false);
    }
}
