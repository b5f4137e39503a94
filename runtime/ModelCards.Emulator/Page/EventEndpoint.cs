using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Hosting;
using ModelCards.Emulator.Journal;

namespace ModelCards.Emulator.Page;

/// <summary>
/// <c>GET /events</c>: the journal as server-sent events. <c>?after=</c> and the id of an event carry on after it, also across a restart of
/// the server; anything else begins with all that is remembered.
/// </summary>
internal sealed class EventEndpoint(EventJournal journal)
{
    private const int MaxReaders = 20;
    private const int MaxEntries = 200;

    // People read no faster; what comes in between travels together. It is their time, not that of the emulator's clock.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private int _readers;

    public async Task HandleAsync(HttpContext context, IHostApplicationLifetime lifetime)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, lifetime.ApplicationStopping);
        try
        {
            if (Interlocked.Increment(ref _readers) <= MaxReaders)
                await SendAsync(context, stop.Token).ConfigureAwait(false);
            else
                context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        }
        catch (OperationCanceledException)
        {
            // The reader left, or the server stops.
        }
        finally
        {
            Interlocked.Decrement(ref _readers);
        }
    }

    private async Task SendAsync(HttpContext context, CancellationToken cancellationToken)
    {
        context.Response.ContentType = "text/event-stream";
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers.XContentTypeOptions = "nosniff";
        context.Response.Headers["Cross-Origin-Resource-Policy"] = "same-origin";
        context.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        (Guid known, long version) = Parse(context.Request.Query["after"]);
        while (true)
        {
            JournalChanges changes = journal.ChangesSince(known, version, MaxEntries);
            await context.Response.Body.WriteAsync(Event(changes), cancellationToken).ConfigureAwait(false);
            await context.Response.Body.FlushAsync(cancellationToken).ConfigureAwait(false);
            (known, version) = (journal.Id, changes.Version);
            await Task.Delay(Pause, cancellationToken).ConfigureAwait(false);
            await journal.WaitAsync(version, cancellationToken).ConfigureAwait(false);
        }
    }

    private byte[] Event(JournalChanges changes)
    {
        using var text = new MemoryStream();
        text.Write(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"id: {journal.Id:N}.{changes.Version}\ndata: ")));
        using (var writer = new Utf8JsonWriter(text, Options))
            changes.WriteTo(writer, journal.Keys);
        text.Write("\n\n"u8);
        return text.ToArray();
    }

    private static (Guid Journal, long Version) Parse(string? id) =>
        id?.Split('.') is [var journal, var version]
        && Guid.TryParseExact(journal, "N", out Guid known)
        && long.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out long number)
            ? (known, number)
            : default;
}
