using ModelCards.Errors;

namespace ModelCards.Transport.Http;

/// <summary>Ends waiting when nothing comes for too long. It runs only while something is waited for.</summary>
internal sealed class SilenceTimer : IDisposable
{
    private readonly TimeSpan _limit;
    private readonly string _nothing;
    private readonly CancellationTokenSource _timer;
    private readonly CancellationTokenSource _either;

    /// <param name="nothing">What is told of the silence, such as: Nothing came of the text.</param>
    /// <param name="limit">How long it may last.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancellationToken">Ends the waiting for another reason.</param>
    public SilenceTimer(string nothing, TimeSpan limit, TimeProvider time, CancellationToken cancellationToken)
    {
        _nothing = nothing;
        _limit = limit;
        _timer = new CancellationTokenSource(Timeout.InfiniteTimeSpan, time);
        _either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _timer.Token);
    }

    public CancellationToken Token => _either.Token;

    public bool IsOver => _timer.IsCancellationRequested;

    public ServiceError Error => ClientErrors.Timeout($"{_nothing} for the {_limit:c} of RunwareClientOptions.ReplyTimeout.");

    public void Start() => _timer.CancelAfter(_limit);

    public void Stop() => _timer.CancelAfter(Timeout.InfiniteTimeSpan);

    public void Dispose()
    {
        _either.Dispose();
        _timer.Dispose();
    }
}
