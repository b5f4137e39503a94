namespace ModelCards.Webhooks;

/// <summary>Bounds of a webhook body that keep hostile ones harmless.</summary>
public sealed class WebhookLimits
{
    /// <summary>Largest body, in bytes.</summary>
    /// <value>64 MB, far above a result with a URL and enough for an image of 48 MB as base64.</value>
    public int MaxBytes { get; init; } = 64 * 1024 * 1024;

    /// <summary>How deep a body may be nested, in levels; the flat object is the first.</summary>
    /// <value>From 1 to 1000; 64.</value>
    public int MaxDepth { get; init; } = 64;

    internal static WebhookLimits Default { get; } = new();

    internal WebhookLimits Checked()
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(MaxBytes);
        return MaxDepth is >= 1 and <= 1000
            ? this
            : throw new ArgumentException($"MaxDepth {MaxDepth} is not a number from 1 to 1000.", nameof(MaxDepth));
    }
}
