using Microsoft.AspNetCore.Http;
using ModelCards.Emulator.Gallery;
using ModelCards.Emulator.Pictures;
using ModelCards.Emulator.Tasks;

namespace ModelCards.Emulator.Page;

/// <summary>
/// <c>GET /page/pictures/{task}/{uuid}</c>: the picture of a task, whatever form its client asked for it in, also when its URL has expired. With
/// <c>?side=</c> it is painted anew so that no side is longer, which costs little.
/// </summary>
internal sealed class PreviewEndpoint(TaskMemory memory, PictureStudio studio)
{
    /// <summary>Path of the pictures.</summary>
    public const string Path = "/page/pictures/{task}/{uuid}";

    private const int MinSide = 16;

    public async Task HandleAsync(HttpContext context)
    {
        if (Find(context, "task") is not { } task || Find(context, "uuid") is not { } uuid
            || !memory.TryGet(task, out IRememberedTask? remembered)
            || (remembered as AcceptedTask)?.Images.FirstOrDefault(image => image.ImageUuid == uuid && image.IsThere) is not { } image)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        PictureRecipe recipe = int.TryParse(context.Request.Query["side"], out int side) && side >= MinSide ? Smaller(image.Recipe, side) : image.Recipe;
        byte[] picture = await studio.DrawAsync(recipe, context.RequestAborted).ConfigureAwait(false);
        context.Response.ContentType = recipe.Format.MediaType();
        context.Response.ContentLength = picture.Length;
        context.Response.Headers.CacheControl = "private, max-age=3600, immutable";
        context.Response.Headers.XContentTypeOptions = "nosniff";
        context.Response.Headers["Cross-Origin-Resource-Policy"] = "same-origin";
        await context.Response.Body.WriteAsync(picture, context.RequestAborted).ConfigureAwait(false);
    }

    private static Guid? Find(HttpContext context, string name) =>
        Guid.TryParseExact(context.Request.RouteValues[name] as string, "D", out Guid uuid) ? uuid : null;

    private static PictureRecipe Smaller(PictureRecipe recipe, int side)
    {
        double scale = Math.Min(1, side / (double)Math.Max(recipe.Width, recipe.Height));
        return recipe with { Width = Math.Max(1, (int)(recipe.Width * scale)), Height = Math.Max(1, (int)(recipe.Height * scale)) };
    }
}
