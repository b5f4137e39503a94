using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.HttpLogging;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using ModelCards.Webhooks;

namespace ModelCards.AspNetCore;

/// <summary>Maps endpoints that Runware's API posts results to.</summary>
public static class WebhookEndpoints
{
    /// <summary>Handles what the service posts to a <c>webhookURL</c>; <see cref="WebhookSecret.AddTo"/> makes that URL.</summary>
    /// <param name="endpoints">The app.</param>
    /// <param name="pattern">The route, such as <c>/runware</c>.</param>
    /// <param name="secret">At least <see cref="WebhookSecret.MinLength"/> characters that nobody can guess.</param>
    /// <param name="handler">Handles one delivery. The service waits about five seconds for it: store the delivery or put it into a queue,
    /// and work on it elsewhere. It goes on when the service hangs up, and is cancelled when the app stops.</param>
    /// <param name="options">What is not to be as documented there.</param>
    /// <remarks>
    /// <para>The answer is 200 when the handler has ended, now or at an earlier delivery of the same; deliveries of the same at one time
    /// wait for one handler. When it throws, the answer is 500, the service tries again, and the delivery counts as new.</para>
    /// <para>The secret is wrong or missing: 401. The body is no delivery: 400, larger than the limit: 413, and a warning in the log. Only
    /// POST is mapped.</para>
    /// <para>The secret is taken out of the request before anything else is done, and HTTP logging is off for the endpoint. What logs URLs
    /// when a request starts still sees it: keep <c>Microsoft.AspNetCore.Hosting.Diagnostics</c> at Warning, as the templates do, and
    /// queries out of the logs of proxies in front of the app.</para>
    /// </remarks>
    /// <returns>
    /// The endpoint, for example to exempt it from authorisation (<c>AllowAnonymous</c>) where the app demands that everywhere.
    /// </returns>
    /// <exception cref="ArgumentException">The secret is too short.</exception>
    public static IEndpointConventionBuilder MapRunwareWebhook(
        this IEndpointRouteBuilder endpoints,
        [StringSyntax("Route")] string pattern,
        string secret,
        Func<WebhookDelivery, CancellationToken, Task> handler,
        RunwareWebhookOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(handler);
        return endpoints.MapRunwareWebhook(
            pattern, secret, (_, delivery, cancellationToken) => handler(delivery, cancellationToken), options);
    }

    /// <summary>Handles what the service posts to a <c>webhookURL</c>, with services of the request, such as a database context.</summary>
    /// <param name="endpoints">The app.</param>
    /// <param name="pattern">The route, such as <c>/runware</c>.</param>
    /// <param name="secret">At least <see cref="WebhookSecret.MinLength"/> characters that nobody can guess.</param>
    /// <param name="handler">As in the other overload, which says what is answered; the services live until it ends.</param>
    /// <param name="options">What is not to be as documented there.</param>
    /// <returns>The endpoint.</returns>
    /// <exception cref="ArgumentException">The secret is too short.</exception>
    public static IEndpointConventionBuilder MapRunwareWebhook(
        this IEndpointRouteBuilder endpoints,
        [StringSyntax("Route")] string pattern,
        string secret,
        Func<IServiceProvider, WebhookDelivery, CancellationToken, Task> handler,
        RunwareWebhookOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentNullException.ThrowIfNull(pattern);
        ArgumentNullException.ThrowIfNull(handler);
        var endpoint = new WebhookEndpoint(
            new WebhookSecret(secret),
            handler,
            options ?? new RunwareWebhookOptions(),
            endpoints.ServiceProvider.GetRequiredService<ILogger<WebhookEndpoint>>(),
            endpoints.ServiceProvider.GetService<IHostApplicationLifetime>()?.ApplicationStopping ?? default);
        return endpoints.MapPost(pattern, (RequestDelegate)endpoint.HandleAsync)
            .WithDisplayName($"Runware webhook {pattern}")
            .WithHttpLogging(HttpLoggingFields.None);
    }
}
