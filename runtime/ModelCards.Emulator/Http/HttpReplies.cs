using Microsoft.AspNetCore.Http;
using ModelCards.Emulator.Errors;
using ModelCards.Emulator.Journal;
using ModelCards.Emulator.Tasks;

namespace ModelCards.Emulator.Http;

/// <summary>Sends replies over HTTP.</summary>
internal static class HttpReplies
{
    public static Task SendAsync(this HttpResponse response, int status, ServiceError error, CancellationToken cancellationToken) =>
        response.SendAsync(status, Reply.With(error), cancellationToken);

    public static async Task SendAsync(this HttpResponse response, int status, Reply reply, CancellationToken cancellationToken)
    {
        response.StatusCode = status;
        response.ContentType = "application/json; charset=utf-8";
        using var copy = new FrameCopy(response.BodyWriter);
        await Envelope.WriteAsync(copy, reply, cancellationToken).ConfigureAwait(false);
        response.HttpContext.FindRecorder()?.Sent(copy, status);
    }
}
