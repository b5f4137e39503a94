using ModelCards.Emulator.Errors;

namespace ModelCards.Emulator.Tasks;

/// <summary>What one task, or a whole request, is answered with.</summary>
internal sealed record Reply(IReadOnlyList<ResultItem> Items, IReadOnlyList<ServiceError> Errors)
{
    public static Reply With(params ResultItem[] items) => new(items, []);

    public static Reply With(params ServiceError[] errors) => new([], errors);

    public static Reply Of(IReadOnlyCollection<Reply> replies) =>
        new([.. replies.SelectMany(reply => reply.Items)], [.. replies.SelectMany(reply => reply.Errors)]);

    /// <summary>Waits until every item is finished, and gives what can be written of them.</summary>
    public async Task<Reply> FinishAsync(CancellationToken cancellationToken)
    {
        await Task.WhenAll(Items.Select(item => item.Finished)).WaitAsync(cancellationToken).ConfigureAwait(false);
        return new Reply([.. Items.Where(item => item.HasResult)], [.. Errors, .. Items.SelectMany(item => item.Errors)]);
    }
}
