using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using ModelCards.Emulator.Errors;

namespace ModelCards.Emulator.Http;

/// <summary>Puts every failure into the form that the service documents, also what ASP.NET Core answers by itself.</summary>
internal sealed partial class FailureMiddleware(ILogger<FailureMiddleware> logger)
{
    public async Task HandleAsync(HttpContext context, RequestDelegate next)
    {
        try
        {
            // A web page can make a name of its own point at this machine; what it sends then names that host.
            if (IsLoopback(context.Request.Host))
                await next(context).ConfigureAwait(false);
            else
                context.Response.StatusCode = StatusCodes.Status400BadRequest;
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            return;
        }
        catch (BadHttpRequestException)
        {
            Fail(context, StatusCodes.Status400BadRequest);
        }
        catch (Exception exception)
        {
            LogFailure(exception);
            Fail(context, StatusCodes.Status500InternalServerError);
        }

        HttpResponse response = context.Response;
        if (response is { HasStarted: false, ContentType: null, StatusCode: >= 400 })
            await response.SendAsync(response.StatusCode, ErrorOf(context), context.RequestAborted).ConfigureAwait(false);
    }

    private static void Fail(HttpContext context, int status)
    {
        if (context.Response.HasStarted)
        {
            context.Abort();
            return;
        }

        context.Response.Clear();
        context.Response.StatusCode = status;
    }

    private static bool IsLoopback(HostString host) => host.Host is "127.0.0.1" or "localhost" or "[::1]";

    private static ServiceError ErrorOf(HttpContext context)
    {
        (string code, string message) = context.Response.StatusCode switch
        {
            StatusCodes.Status404NotFound => (ErrorCodes.ResourceNotFound, "There is nothing here, or no longer. Tasks go to POST /v1."),
            StatusCodes.Status405MethodNotAllowed => (ErrorCodes.UnsupportedMethod, "Not with this method. Tasks go to POST /v1."),
            StatusCodes.Status500InternalServerError => (ErrorCodes.InternalServerError, "The emulator failed; its log says why."),
            StatusCodes.Status503ServiceUnavailable => (ErrorCodes.NoAvailableServer, "As many pages watch already as are served."),
            _ when !IsLoopback(context.Request.Host) => (ErrorCodes.InvalidRequest, "The Host must be localhost, 127.0.0.1 or [::1]."),
            _ => (ErrorCodes.InvalidRequest, "The request could not be read: its body is too large, too slow or cut off."),
        };
        return new ServiceError(code, message) { Documentation = DocumentationLinks.Errors };
    }

    [LoggerMessage(EventId = 2, Level = LogLevel.Error, Message = "A request failed.")]
    private partial void LogFailure(Exception exception);
}
