using System.Collections.Concurrent;
using ModelCards.Emulator.Errors;
using ModelCards.Emulator.Faults;
using ModelCards.Emulator.Outgoing;

namespace ModelCards.Emulator.Tasks;

/// <summary>Carries out accepted tasks: finishes images in time, one after the other, and delivers them.</summary>
internal sealed class TaskRunner(Deliveries deliveries, TimeProvider clock) : IAsyncDisposable
{
    private readonly CancellationTokenSource _closing = new();
    private readonly ConcurrentDictionary<Task, byte> _running = new();
    private long _started;

    /// <summary>How many tasks were carried out so far: what the service would have charged for.</summary>
    public long Started => Interlocked.Read(ref _started);

    /// <param name="accepted">The task.</param>
    /// <param name="failsInPart">Whether its last image is to fail.</param>
    public void Start(AcceptedTask accepted, bool failsInPart) => Start(closing => RunAsync(accepted, failsInPart, closing));

    /// <summary>Carries out a task in its own way.</summary>
    public void Start(Func<CancellationToken, Task> runAsync)
    {
        Interlocked.Increment(ref _started);
        Task running = runAsync(_closing.Token);
        if (running.IsCompleted)
            return;
        _running.TryAdd(running, 0);
        _ = running.ContinueWith(done => _running.TryRemove(done, out _), TaskScheduler.Default);
    }

    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync().ConfigureAwait(false);
        await Task.WhenAll(_running.Keys).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _closing.Dispose();
    }

    private async Task RunAsync(AcceptedTask accepted, bool failsInPart, CancellationToken closing)
    {
        TimeSpan interval = accepted.Duration / accepted.Images.Count;
        foreach (ImageItem image in accepted.Images)
        {
            if (interval > TimeSpan.Zero)
                await Task.Delay(interval, clock, closing).ConfigureAwait(false);
            if (failsInPart && ReferenceEquals(image, accepted.Images[^1]))
                Fail(accepted.Task, image);
            else
                image.Finish(await deliveries.DeliverAsync(accepted.Task, image, closing).ConfigureAwait(false));
        }
    }

    private void Fail(ImageTask task, ImageItem image)
    {
        ServiceError error = FaultErrors.Inference(ImageTask.TaskType, task.TaskUuid, "image");
        image.Fail(error);
        deliveries.DeliverFailure(task, error);
    }
}
