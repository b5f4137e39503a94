using System.Net.Mime;
using Microsoft.AspNetCore.Http;

namespace ModelCards.Emulator.Media;

/// <summary>Serves uploaded media. They come from anyone: what is no picture is offered as a file and never shown as a page.</summary>
internal sealed class MediaEndpoint(MediaShelf shelf)
{
    public async Task HandleAsync(HttpContext context, string file)
    {
        if (!Guid.TryParseExact(file, "D", out Guid uuid) || shelf.Find(uuid) is not { } medium)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        bool isPicture = medium.MediaType is "image/png" or "image/jpeg" or "image/webp" or "image/gif";
        context.Response.ContentType = isPicture ? medium.MediaType : MediaTypeNames.Application.Octet;
        context.Response.Headers.XContentTypeOptions = "nosniff";
        context.Response.ContentLength = medium.Bytes.Length;
        await context.Response.Body.WriteAsync(medium.Bytes, context.RequestAborted).ConfigureAwait(false);
    }
}
