using ModelCards.Emulator.Errors;

namespace ModelCards.Emulator.Tasks;

/// <summary>What one task, or a whole request, is answered with.</summary>
internal sealed record Reply(IReadOnlyList<ResultItem> Items, IReadOnlyList<ServiceError> Errors)
{
    public static Reply With(params ResultItem[] items) => new(items, []);

    public static Reply With(params ServiceError[] errors) => new([], errors);

    public static Reply Of(IReadOnlyCollection<Reply> replies) =>
        new([.. replies.SelectMany(reply => reply.Items)], [.. replies.SelectMany(reply => reply.Errors)]);

    /// <summary>Waits until every item that is awaited is finished, and gives what can be written of them.</summary>
    public async Task<Reply> FinishAsync(CancellationToken cancellationToken)
    {
        ResultItem[] items = [.. Items.Where(item => item.IsAwaited || item.Finished.IsCompleted)];
        await Task.WhenAll(items.Select(item => item.Finished)).WaitAsync(cancellationToken).ConfigureAwait(false);
        return new Reply([.. items.Where(item => item.HasResult)], [.. Errors, .. items.SelectMany(item => item.Errors)]);
    }
}
