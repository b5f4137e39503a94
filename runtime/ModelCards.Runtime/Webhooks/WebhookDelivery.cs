using ModelCards.Errors;
using ModelCards.Results;
using ModelCards.Transport;

namespace ModelCards.Webhooks;

/// <summary>What the service posted to a <c>webhookURL</c> at once: one result, or the errors of a task.</summary>
/// <remarks>
/// A task of several results posts each one by itself, in any order, and again until it is answered with a 2xx. The members of a
/// body may stand in any order. Envelopes and arrays, as replies have them, are read too.
/// </remarks>
public sealed class WebhookDelivery
{
    private WebhookDelivery(IReadOnlyList<TaskResult> results, IReadOnlyList<ServiceError> errors)
    {
        Results = results;
        Errors = errors;
        Key = DeduplicationKey.Of([.. results.Select(DeduplicationKey.Of), .. errors.Select(DeduplicationKey.Of)]);
    }

    /// <summary>The results, as the types of their task types, such as <see cref="ImageInferenceResult"/>; usually one.</summary>
    public IReadOnlyList<TaskResult> Results { get; }

    /// <summary>What went wrong, where something did. Other results of the same task may have come, or still come.</summary>
    public IReadOnlyList<ServiceError> Errors { get; }

    /// <summary>
    /// What is equal when the same is delivered again, and different otherwise: the <see cref="DeduplicationKey"/> of the result or
    /// error, or of all that the body holds. At most 80 ASCII characters, fit for a unique column.
    /// </summary>
    public string Key { get; }

    /// <summary>Reads the body of a webhook's POST.</summary>
    /// <param name="body">UTF-8 text.</param>
    /// <param name="limits">How large and deep it may be; the defaults of <see cref="WebhookLimits"/> when not given.</param>
    /// <exception cref="WebhookFormatException">It is too large, no JSON, or neither a result nor errors.</exception>
    public static WebhookDelivery Parse(ReadOnlyMemory<byte> body, WebhookLimits? limits = null)
    {
        limits = (limits ?? WebhookLimits.Default).Checked();
        if (body.Length > limits.MaxBytes)
            throw WebhookFormatException.TooLarge(limits.MaxBytes);
        if (body.IsEmpty)
            throw new WebhookFormatException("The webhook body is empty.");
        var reader = new EnvelopeReader(limits.MaxDepth, key: null, takesBareItems: true);
        return reader.TryRead(body, status: null, out Envelope? envelope, out string? problem)
            ? Of(envelope)
            : throw new WebhookFormatException($"The webhook body {problem}.");
    }

    /// <summary>Reads the body of a webhook's POST.</summary>
    /// <param name="body">UTF-8 text; read to its end or one step beyond the limit, and not disposed.</param>
    /// <param name="limits">How large and deep it may be; the defaults of <see cref="WebhookLimits"/> when not given.</param>
    /// <param name="cancellationToken">Gives the reading up.</param>
    /// <exception cref="WebhookFormatException">It is too large, no JSON, or neither a result nor errors.</exception>
    public static async Task<WebhookDelivery> ReadAsync(
        Stream body, WebhookLimits? limits = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(body);
        limits = (limits ?? WebhookLimits.Default).Checked();
        ReadOnlyMemory<byte>? bytes = await BoundedBody.ReadAsync(body, limits.MaxBytes, cancellationToken).ConfigureAwait(false);
        return Parse(bytes ?? throw WebhookFormatException.TooLarge(limits.MaxBytes), limits);
    }

    /// <summary>How much it holds, and its key.</summary>
    public override string ToString() => $"{Results.Count} results, {Errors.Count} errors, {Key}";

    private static WebhookDelivery Of(Envelope envelope)
    {
        TaskResult[] results = [.. envelope.Items.Select(item => ResultTypes.Of(item.Members.Text("taskType"))(item.Members))];
        if (results.Length + envelope.Errors.Count == 0)
            throw new WebhookFormatException("The webhook body holds neither a result nor an error.");
        return Array.Exists(results, result => result.TaskType.Length == 0 && result.TaskUuid == default)
            ? throw new WebhookFormatException("The webhook body has a result without taskType and taskUUID, and no error.")
            : new WebhookDelivery(results, envelope.Errors);
    }
}
