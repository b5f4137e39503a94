using ModelCards.Errors;

namespace ModelCards.TextStreaming;

/// <summary>Ends waiting when nothing comes for too long. It runs only while something is waited for.</summary>
internal sealed class SilenceTimer : IDisposable
{
    private readonly TimeSpan _limit;
    private readonly CancellationTokenSource _timer;
    private readonly CancellationTokenSource _either;

    public SilenceTimer(TimeSpan limit, TimeProvider time, CancellationToken cancellationToken)
    {
        _limit = limit;
        _timer = new CancellationTokenSource(Timeout.InfiniteTimeSpan, time);
        _either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _timer.Token);
    }

    public CancellationToken Token => _either.Token;

    public bool IsOver => _timer.IsCancellationRequested;

    public ServiceError Error => ClientErrors.Timeout($"Nothing came of the text for the {_limit:c} of RunwareClientOptions.ReplyTimeout.");

    public void Start() => _timer.CancelAfter(_limit);

    public void Stop() => _timer.CancelAfter(Timeout.InfiniteTimeSpan);

    public void Dispose()
    {
        _either.Dispose();
        _timer.Dispose();
    }
}
