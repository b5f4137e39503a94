using Microsoft.AspNetCore.Http;

namespace ModelCards.Emulator.Page;

/// <summary><c>GET /</c>: the page that shows what happens.</summary>
internal sealed class PageEndpoint(EmulatorOptions options)
{
    private readonly Lazy<PageDocument> _document = new(() => new PageDocument(options.SampleModel));

    public Task HandleAsync(HttpContext context)
    {
        PageDocument document = _document.Value;
        HttpResponse response = context.Response;
        response.ContentType = "text/html; charset=utf-8";
        response.ContentLength = document.Bytes.Length;
        response.Headers.ContentSecurityPolicy = document.Policy;
        response.Headers.CacheControl = "no-store";
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers["Referrer-Policy"] = "no-referrer";
        response.Headers["Cross-Origin-Opener-Policy"] = "same-origin";
        response.Headers["Cross-Origin-Resource-Policy"] = "same-origin";
        return response.Body.WriteAsync(document.Bytes, context.RequestAborted).AsTask();
    }

    /// <summary>The picture in the page's head and in the browser's tab.</summary>
    public static Task HandleIconAsync(HttpContext context)
    {
        context.Response.ContentType = "image/svg+xml";
        context.Response.Headers.ContentSecurityPolicy = "default-src 'none'";
        context.Response.Headers.XContentTypeOptions = "nosniff";
        return context.Response.WriteAsync(PageDocument.Read("icon.svg"), context.RequestAborted);
    }
}
