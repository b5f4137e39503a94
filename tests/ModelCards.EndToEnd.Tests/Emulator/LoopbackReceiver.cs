using System.Net;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace ModelCards.EndToEnd.Tests.Emulator;

/// <summary>A web server that keeps what is sent to it, and refuses the first calls when asked to.</summary>
internal sealed class LoopbackReceiver : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Channel<Call> _calls = Channel.CreateUnbounded<Call>();
    private int _refusals;

    private LoopbackReceiver(WebApplication app) => _app = app;

    public Uri Address => new(_app.Urls.First());

    public static async Task<LoopbackReceiver> StartAsync(int refusals = 0)
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var receiver = new LoopbackReceiver(builder.Build()) { _refusals = refusals };
        receiver._app.Run(receiver.ReceiveAsync);
        await receiver._app.StartAsync();
        return receiver;
    }

    /// <summary>The next call, accepted or refused.</summary>
    public async Task<Call> NextAsync() => await _calls.Reader.ReadAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(30));

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task ReceiveAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        bool refuses = Interlocked.Decrement(ref _refusals) >= 0;
        context.Response.StatusCode = refuses ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status200OK;
        HttpRequest request = context.Request;
        _calls.Writer.TryWrite(new Call(request.Method, request.Path + request.QueryString, request.ContentType, body.ToArray()));
    }

    internal sealed record Call(string Method, string Target, string? ContentType, byte[] Body);
}
