using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Primitives;
using ModelCards.Webhooks;

namespace ModelCards.AspNetCore;

/// <summary>Answers the POSTs of one endpoint.</summary>
internal sealed partial class WebhookEndpoint(
    WebhookSecret secret,
    Func<IServiceProvider, WebhookDelivery, CancellationToken, Task> handler,
    RunwareWebhookOptions options,
    ILogger<WebhookEndpoint> logger,
    CancellationToken stopping)
{
    private readonly WebhookDeduplicator _deduplicator = options.Deduplicator ?? new WebhookDeduplicator();

    public async Task HandleAsync(HttpContext context)
    {
        StringValues given = context.Request.Query[WebhookSecret.ParameterName];
        HideQuery(context);
        if (given is not [var candidate] || !secret.Matches(candidate))
        {
            LogRefused();
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        try
        {
            context.Response.StatusCode = await AnswerAsync(context).ConfigureAwait(false);
        }
        catch (Exception error) when (context.RequestAborted.IsCancellationRequested && error is OperationCanceledException or IOException)
        {
            LogHungUp();
        }
    }

    private async Task<int> AnswerAsync(HttpContext context)
    {
        WebhookDelivery delivery;
        try
        {
            delivery = await ReadAsync(context).ConfigureAwait(false);
        }
        catch (WebhookFormatException error)
        {
            LogMalformed(error.Message);
            return error.IsTooLarge ? StatusCodes.Status413PayloadTooLarge : StatusCodes.Status400BadRequest;
        }
        catch (BadHttpRequestException error)
        {
            LogMalformed(error.Message);
            return error.StatusCode;
        }

        return await HandleAsync(context, delivery).ConfigureAwait(false);
    }

    private async Task<WebhookDelivery> ReadAsync(HttpContext context)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            size.MaxRequestBodySize = options.Limits.MaxBytes;
        return await WebhookDelivery.ReadAsync(context.Request.Body, options.Limits, context.RequestAborted).ConfigureAwait(false);
    }

    private async Task<int> HandleAsync(HttpContext context, WebhookDelivery delivery)
    {
        try
        {
            bool isNew = await _deduplicator.HandleOnceAsync(
                delivery.Key, () => RunAsync(context.RequestServices, delivery), context.RequestAborted).ConfigureAwait(false);
            if (!isNew)
                LogRepeated(delivery.Key);
            return StatusCodes.Status200OK;
        }
        catch (HandlerFailedException)
        {
            return StatusCodes.Status500InternalServerError;
        }
    }

    private async Task RunAsync(IServiceProvider services, WebhookDelivery delivery)
    {
        try
        {
            await handler(services, delivery, stopping).ConfigureAwait(false);
        }
        catch (Exception error)
        {
            LogFailed(error, delivery.Key);
            throw new HandlerFailedException(error);
        }
    }

    // Whatever looks at the request from here on, such as logs and error pages, does not see the secret, nor a guess at it.
    private static void HideQuery(HttpContext context)
    {
        context.Request.QueryString = QueryString.Empty;
        if (context.Features.Get<IHttpRequestFeature>() is { } request)
            request.RawTarget = request.PathBase + request.Path;
    }

    [LoggerMessage(EventId = 1, Level = LogLevel.Information, Message = "A call without the secret of the webhook was refused.")]
    private partial void LogRefused();

    [LoggerMessage(EventId = 2, Level = LogLevel.Warning, Message = "A delivery was refused. {Problem}")]
    private partial void LogMalformed(string problem);

    [LoggerMessage(EventId = 3, Level = LogLevel.Debug, Message = "{Key} was delivered again and handled before.")]
    private partial void LogRepeated(string key);

    [LoggerMessage(EventId = 4, Level = LogLevel.Error, Message = "The handler of {Key} failed; the service will deliver it again.")]
    private partial void LogFailed(Exception error, string key);

    [LoggerMessage(EventId = 5, Level = LogLevel.Debug, Message = "The caller hung up before it was answered.")]
    private partial void LogHungUp();

    private sealed class HandlerFailedException(Exception cause) : Exception("The handler of a webhook failed.", cause);
}
