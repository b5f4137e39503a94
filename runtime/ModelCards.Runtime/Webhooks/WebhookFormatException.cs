using System.Globalization;

namespace ModelCards.Webhooks;

/// <summary>A body that is no webhook delivery. The message says why, and where in the body; it does not quote the body.</summary>
public sealed class WebhookFormatException : FormatException
{
    internal WebhookFormatException(string message)
        : base(message)
    {
    }

    /// <summary>Whether the body is larger than <see cref="WebhookLimits.MaxBytes"/>: it may be sound otherwise.</summary>
    public bool IsTooLarge { get; private init; }

    internal static WebhookFormatException TooLarge(int limit) =>
        new(string.Create(
            CultureInfo.InvariantCulture, $"The webhook body is larger than the {limit} bytes that WebhookLimits.MaxBytes allows."))
        {
            IsTooLarge = true,
        };
}
