using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using ModelCards.Emulator.Gallery;
using ModelCards.Emulator.Media;
using ModelCards.Emulator.Page;
using ModelCards.Emulator.WebSockets;

namespace ModelCards.Emulator.Http;

/// <summary>Hangs the parts of an emulator on a web server.</summary>
internal static class EmulatorServer
{
    // What a body may exceed its limit by and still be answered in peace.
    private const int Grace = 16_000_000;

    /// <summary>
    /// Builds a server that listens on loopback only. It reads no configuration and no environment, so nothing can widen that.
    /// </summary>
    public static WebApplication Build(IServiceProvider core, int port)
    {
        EmulatorLimits limits = core.GetRequiredService<EmulatorLimits>();
        WebApplicationBuilder builder =
            WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ApplicationName = "ModelCards.Emulator" });
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = (long)limits.MaxBodyBytes + Grace;
            kestrel.Listen(IPAddress.Loopback, port, listen => listen.Protocols = HttpProtocols.Http1);
        });
        builder.Services.AddRoutingCore();
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(2));
        builder.Services.AddSingleton<ILoggerFactory>(new BorrowedLoggerFactory(core.GetRequiredService<ILoggerFactory>()));
        WebApplication app = builder.Build();
        Map(app, core);
        return app;
    }

    /// <summary>Where a started server listens.</summary>
    public static Uri AddressOf(WebApplication app) =>
        new(app.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.First());

    private static void Map(WebApplication app, IServiceProvider core)
    {
        FailureMiddleware failures = core.GetRequiredService<FailureMiddleware>();
        app.Use((HttpContext context, RequestDelegate next) => failures.HandleAsync(context, next));
        app.UseWebSockets(new WebSocketOptions { KeepAliveInterval = Timeout.InfiniteTimeSpan });
        app.UseRouting();
        app.MapPost("/v1", (RequestDelegate)core.GetRequiredService<TaskEndpoint>().HandleAsync);
        SocketEndpoint sockets = core.GetRequiredService<SocketEndpoint>();
        app.MapGet("/v1", (RequestDelegate)(context => sockets.HandleAsync(context, app.Lifetime)));
        MediaEndpoint media = core.GetRequiredService<MediaEndpoint>();
        app.MapGet(MediaShelf.Path + "{file}", (RequestDelegate)(context => media.HandleAsync(context, (string)context.Request.RouteValues["file"]!)));
        PictureEndpoint pictures = core.GetRequiredService<PictureEndpoint>();
        app.MapMethods(
            PictureGallery.Path + "{file}",
            [HttpMethods.Get, HttpMethods.Head],
            context => pictures.HandleAsync(context, (string)context.Request.RouteValues["file"]!));
        MapPage(app, core);
    }

    private static void MapPage(WebApplication app, IServiceProvider core)
    {
        app.MapGet("/", (RequestDelegate)core.GetRequiredService<PageEndpoint>().HandleAsync);
        app.MapGet("/page/icon.svg", (RequestDelegate)PageEndpoint.HandleIconAsync);
        EventEndpoint events = core.GetRequiredService<EventEndpoint>();
        app.MapGet("/events", (RequestDelegate)(context => events.HandleAsync(context, app.Lifetime)));
        app.MapGet(PreviewEndpoint.Path, (RequestDelegate)core.GetRequiredService<PreviewEndpoint>().HandleAsync);
    }
}
