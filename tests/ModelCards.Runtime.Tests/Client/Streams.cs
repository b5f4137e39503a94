namespace ModelCards.Runtime.Tests.Client;

internal static class Streams
{
    /// <summary>Everything that came, and the exception that came last.</summary>
    public static async Task<(List<T> Items, Exception? Error)> DrainAsync<T>(this IAsyncEnumerable<T> source)
    {
        var items = new List<T>();
        try
        {
            await foreach (T item in source)
                items.Add(item);
            return (items, null);
        }
        catch (Exception error)
        {
            return (items, error);
        }
    }
}
