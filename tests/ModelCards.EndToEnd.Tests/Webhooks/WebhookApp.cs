using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.HttpLogging;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ModelCards.AspNetCore;
using ModelCards.Webhooks;

namespace ModelCards.EndToEnd.Tests.Webhooks;

/// <summary>An app with an endpoint for webhooks, which keeps what it handled, what it answered and what it logged.</summary>
internal sealed class WebhookApp : IAsyncDisposable, ILoggerProvider
{
    public const string Secret = "S3cret&Of=The Tests+%42";

    private readonly Channel<WebhookDelivery> _handled = Channel.CreateUnbounded<WebhookDelivery>();
    private readonly Channel<int> _answers = Channel.CreateUnbounded<int>();
    private WebApplication _app = null!;
    private int _runs;

    public HttpClient Client { get; } = new();

    public Uri Address => new(_app.Urls.First() + "/hooks/runware");

    /// <summary>What goes into a request.</summary>
    public Uri WebhookUrl => new WebhookSecret(Secret).AddTo(Address);

    public ConcurrentQueue<string> Log { get; } = new();

    /// <summary>What the endpoint <c>scoped</c> got from the services of its requests.</summary>
    public ConcurrentQueue<Scope> Scopes { get; } = new();

    /// <summary>What the handler does besides; nothing when null.</summary>
    public Func<WebhookDelivery, CancellationToken, Task>? Handle { get; set; }

    /// <summary>How often the handler ran, whatever became of it.</summary>
    public int Runs => _runs;

    public static async Task<WebhookApp> StartAsync(
        RunwareWebhookOptions? options = null, Func<WebhookDelivery, CancellationToken, Task>? handle = null)
    {
        var result = new WebhookApp { Handle = handle };
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        builder.Logging.AddProvider(result).SetMinimumLevel(LogLevel.Trace);
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning).AddFilter("Microsoft.AspNetCore.HttpLogging", LogLevel.Trace);
        builder.Services.AddScoped<Scope>();
        builder.Services.AddRoutingCore().AddHttpLogging(
            logging => logging.LoggingFields = HttpLoggingFields.All | HttpLoggingFields.RequestQuery);
        result._app = builder.Build();
        result._app.UseRouting();
        result._app.UseHttpLogging();
        result._app.Use(result.WatchAsync);
        result._app.MapRunwareWebhook("/hooks/runware", Secret, result.HandleAsync, options);
        result._app.MapRunwareWebhook("/hooks/scoped", Secret, (services, delivery, cancellationToken) =>
        {
            result.Scopes.Enqueue(services.GetRequiredService<Scope>());
            return result.HandleAsync(delivery, cancellationToken);
        });
        await result._app.StartAsync();
        return result;
    }

    /// <summary>The next delivery that was handled to its end.</summary>
    public async Task<WebhookDelivery> NextAsync() => await _handled.Reader.ReadAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(30));

    /// <summary>The status of the next answer.</summary>
    public async Task<int> NextAnswerAsync() => await _answers.Reader.ReadAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(30));

    public bool HasMore => _handled.Reader.TryPeek(out _);

    public async Task<HttpStatusCode> PostAsync(string body, Uri? address = null, CancellationToken cancellationToken = default)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using HttpResponseMessage response = await Client.PostAsync(address ?? WebhookUrl, content, cancellationToken);
        Assert.Equal("", await response.Content.ReadAsStringAsync(cancellationToken));
        return response.StatusCode;
    }

    public Task StopAsync() => _app.StopAsync();

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
    }

    ILogger ILoggerProvider.CreateLogger(string categoryName) => new Logger(this, categoryName);

    void IDisposable.Dispose()
    {
    }

    private async Task HandleAsync(WebhookDelivery delivery, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _runs);
        if (Handle is not null)
            await Handle(delivery, cancellationToken);
        _handled.Writer.TryWrite(delivery);
    }

    // Stands where an app's own request log would.
    private async Task WatchAsync(HttpContext context, RequestDelegate next)
    {
        await next(context);
        Log.Enqueue($"{context.Request.Method} {context.Request.Path}{context.Request.QueryString}");
        _answers.Writer.TryWrite(context.Response.StatusCode);
    }

    internal sealed class Scope : IDisposable
    {
        public bool IsDisposed { get; private set; }

        public void Dispose() => IsDisposed = true;
    }

    private sealed class Logger(WebhookApp app, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            app.Log.Enqueue($"{logLevel} {category}: {formatter(state, exception)} {exception}");
    }
}
