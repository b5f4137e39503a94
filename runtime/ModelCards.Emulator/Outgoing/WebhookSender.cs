using System.Collections.Concurrent;
using System.Text.Json;
using ModelCards.Emulator.Tasks;

namespace ModelCards.Emulator.Outgoing;

/// <summary>
/// Posts each result to its webhook as a flat object, and the errors of each that failed, in the background. Without a 2xx within five
/// seconds it tries again after 250 ms, doubled each time and jittered, with 8 s as the longest. The service does not tell when it gives
/// up; the emulator does after 8 attempts.
/// </summary>
internal sealed class WebhookSender(LoopbackCaller caller, TimeProvider clock) : IAsyncDisposable
{
    private const int Attempts = 8;

    private static readonly TimeSpan FirstDelay = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan LongestDelay = TimeSpan.FromSeconds(8);

    private readonly CancellationTokenSource _closing = new();
    private readonly SemaphoreSlim _slots = new(8);
    private readonly ConcurrentDictionary<Task, byte> _running = new();

    public void Send(Uri address, ResultItem item)
    {
        Task sending = SendAsync(address, item);
        _running.TryAdd(sending, 0);
        _ = sending.ContinueWith(done => _running.TryRemove(done, out _), TaskScheduler.Default);
    }

    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync().ConfigureAwait(false);
        await Task.WhenAll(_running.Keys).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _closing.Dispose();
        _slots.Dispose();
    }

    private async Task SendAsync(Uri address, ResultItem item)
    {
        TimeSpan delay = FirstDelay;
        for (int left = Attempts; !await TryPostAsync(address, item).ConfigureAwait(false) && --left > 0; delay *= 2)
        {
            TimeSpan jittered = delay * (1 + (Random.Shared.NextDouble() * 0.3));
            await Task.Delay(jittered < LongestDelay ? jittered : LongestDelay, clock, _closing.Token).ConfigureAwait(false);
        }
    }

    // A webhook that is waited for takes no slot from others, and no memory for its body.
    private async Task<bool> TryPostAsync(Uri address, ResultItem item)
    {
        await _slots.WaitAsync(_closing.Token).ConfigureAwait(false);
        try
        {
            byte[] body = await SerialiseAsync(item).ConfigureAwait(false);
            return await caller.TrySendAsync(HttpMethod.Post, address, body, "application/json", _closing.Token).ConfigureAwait(false);
        }
        finally
        {
            _slots.Release();
        }
    }

    private async Task<byte[]> SerialiseAsync(ResultItem item)
    {
        using var body = new MemoryStream();
        var writer = new Utf8JsonWriter(body);
        await using (writer.ConfigureAwait(false))
            await item.WriteAsync(writer, _closing.Token).ConfigureAwait(false);
        return body.ToArray();
    }
}
