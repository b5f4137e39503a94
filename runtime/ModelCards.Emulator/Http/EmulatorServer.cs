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
using ModelCards.Emulator.Incoming;
using ModelCards.Emulator.Judging;
using ModelCards.Emulator.Outgoing;
using ModelCards.Emulator.Tasks;

namespace ModelCards.Emulator.Http;

/// <summary>Puts the parts together and hangs them on a web server.</summary>
internal static class EmulatorServer
{
    // What a body may exceed its limit by and still be answered in peace.
    private const int Grace = 16_000_000;

    /// <summary>
    /// Builds a server that listens on loopback only. It reads no configuration and no environment, so nothing can widen that.
    /// </summary>
    public static WebApplication Build(EmulatorOptions options)
    {
        WebApplicationBuilder builder =
            WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ApplicationName = "ModelCards.Emulator" });
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = (long)options.Limits.MaxBodyBytes + Grace;
            kestrel.Listen(IPAddress.Loopback, options.Port, listen => listen.Protocols = HttpProtocols.Http1);
        });
        AddServices(builder.Services, options);
        WebApplication app = builder.Build();
        FailureMiddleware failures = app.Services.GetRequiredService<FailureMiddleware>();
        app.Use((HttpContext context, RequestDelegate next) => failures.HandleAsync(context, next));
        app.UseRouting();
        app.MapPost("/v1", (RequestDelegate)app.Services.GetRequiredService<TaskEndpoint>().HandleAsync);
        PictureEndpoint pictures = app.Services.GetRequiredService<PictureEndpoint>();
        app.MapMethods(
            PictureGallery.Path + "{file}",
            [HttpMethods.Get, HttpMethods.Head],
            context => pictures.HandleAsync(context, (string)context.Request.RouteValues["file"]!));
        return app;
    }

    /// <summary>Where a started server listens.</summary>
    public static Uri AddressOf(WebApplication app) =>
        new(app.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.First());

    private static void AddServices(IServiceCollection services, EmulatorOptions options)
    {
        services.AddRoutingCore();
        services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(2));
        services.AddSingleton<ILoggerFactory>(new BorrowedLoggerFactory(options.LoggerFactory));
        services.AddSingleton(typeof(ILogger<>), typeof(Logger<>));
        services.AddSingleton(options.Limits).AddSingleton(options.TimeProvider);
        services.AddSingleton(new CardJudge(options.Cards)).AddSingleton(new KeyCheck(options.ApiKeys));
        services.AddSingleton<TaskMemory>().AddSingleton<TaskLog>();
        services.AddSingleton<PictureStudio>().AddSingleton<PictureGallery>();
        services.AddSingleton<LoopbackCaller>().AddSingleton<WebhookSender>().AddSingleton<Deliveries>();
        services.AddSingleton<ITaskHandler, PingHandler>();
        services.AddSingleton<ITaskHandler, ImageInferenceHandler>();
        services.AddSingleton<ITaskHandler, GetResponseHandler>();
        services.AddSingleton<TaskService>();
        services.AddSingleton<TaskEndpoint>().AddSingleton<PictureEndpoint>().AddSingleton<FailureMiddleware>();
    }
}
