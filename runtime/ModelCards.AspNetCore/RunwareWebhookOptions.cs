using ModelCards.Webhooks;

namespace ModelCards.AspNetCore;

/// <summary>How an endpoint for webhooks works. Read once, when it is mapped.</summary>
public sealed class RunwareWebhookOptions
{
    /// <summary>How large and deep a body may be. They replace the server's own limit for bodies where it can be changed.</summary>
    /// <value>64 MB and 64 levels.</value>
    public WebhookLimits Limits { get; init; } = new();

    /// <summary>What has been handled. Several endpoints that handle the same deliveries can share one.</summary>
    /// <value>null: one of the endpoint's own, which remembers 10,000 deliveries for an hour, in this process.</value>
    public WebhookDeduplicator? Deduplicator { get; init; }
}
