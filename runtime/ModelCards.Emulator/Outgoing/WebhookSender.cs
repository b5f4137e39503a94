using System.Collections.Concurrent;
using System.Text.Json;
using ModelCards.Emulator.Tasks;

namespace ModelCards.Emulator.Outgoing;

/// <summary>
/// Posts each finished result to its webhook as a flat object, in the background. Without a 2xx it tries again after
/// 250 ms, doubled each time up to 8 s and jittered, and gives up after that.
/// </summary>
internal sealed class WebhookSender(LoopbackCaller caller, TimeProvider clock) : IAsyncDisposable
{
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
        await _slots.WaitAsync(_closing.Token).ConfigureAwait(false);
        try
        {
            byte[] body = await SerialiseAsync(item).ConfigureAwait(false);
            TimeSpan delay = FirstDelay;
            while (!await TryPostAsync(address, body).ConfigureAwait(false) && delay <= LongestDelay)
            {
                await Task.Delay(delay * (1 + (Random.Shared.NextDouble() * 0.3)), clock, _closing.Token).ConfigureAwait(false);
                delay *= 2;
            }
        }
        finally
        {
            _slots.Release();
        }
    }

    private Task<bool> TryPostAsync(Uri address, byte[] body) =>
        caller.TrySendAsync(HttpMethod.Post, address, body, "application/json", _closing.Token);

    private async Task<byte[]> SerialiseAsync(ResultItem item)
    {
        using var body = new MemoryStream();
        var writer = new Utf8JsonWriter(body);
        await using (writer.ConfigureAwait(false))
            await item.WriteAsync(writer, _closing.Token).ConfigureAwait(false);
        return body.ToArray();
    }
}
