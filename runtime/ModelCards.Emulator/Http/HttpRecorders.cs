using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using ModelCards.Emulator.Journal;

namespace ModelCards.Emulator.Http;

/// <summary>The recorders of connections over HTTP, which begin with the first request that brings tasks.</summary>
internal static class HttpRecorders
{
    private static readonly object Key = new();

    public static ConnectionRecorder OpenRecorder(this HttpContext context, EventJournal journal)
    {
        IDictionary<object, object?> items = context.Features.GetRequiredFeature<IConnectionItemsFeature>().Items;
        if (!items.TryGetValue(Key, out object? known) || known is not ConnectionRecorder recorder)
        {
            items[Key] = recorder = journal.Open("HTTP");
            context.Features.GetRequiredFeature<IConnectionLifetimeFeature>().ConnectionClosed.Register(recorder.Closed);
        }

        context.Features.Set(recorder);
        return recorder;
    }

    /// <summary>The recorder of a request that brings tasks; null for others.</summary>
    public static ConnectionRecorder? FindRecorder(this HttpContext context) => context.Features.Get<ConnectionRecorder>();
}
