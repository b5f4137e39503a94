namespace ModelCards.Emulator.Tasks;

/// <summary>What a poll tells of a task whose results are finished one after the other.</summary>
internal static class PolledReply
{
    /// <param name="results">All results of the task.</param>
    /// <param name="polled">A finished one as <c>getResponse</c> delivers it.</param>
    /// <param name="rest">Stands for those that are not finished.</param>
    public static Reply Of<TItem>(IReadOnlyList<TItem> results, Func<TItem, ResultItem> polled, ProcessingItem rest)
        where TItem : ResultItem
    {
        TItem[] finished = [.. results.Where(result => result.Finished.IsCompleted)];
        List<ResultItem> items = [.. finished.Where(result => result.HasResult).Select(polled)];
        if (finished.Length < results.Count)
            items.Add(rest);
        return new Reply(items, [.. finished.SelectMany(result => result.Errors)]);
    }
}
