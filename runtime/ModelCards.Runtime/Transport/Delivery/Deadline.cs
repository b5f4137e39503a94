using ModelCards.Errors;

namespace ModelCards.Transport.Delivery;

/// <summary>Ends waiting when the user cancels or when the time is over, and knows which of the two it was.</summary>
internal sealed class Deadline : IDisposable
{
    private readonly TimeSpan _timeout;
    private readonly string _option;
    private readonly CancellationToken _user;
    private readonly CancellationTokenSource _source;
    private readonly CancellationTokenRegistration _cancelling;

    public Deadline(TimeSpan timeout, TimeProvider time, CancellationToken user, string option = nameof(RunwareClientOptions.Timeout))
    {
        _option = option;
        _timeout = timeout;
        _user = user;
        _source = new CancellationTokenSource(timeout, time);
        _cancelling = user.UnsafeRegister(static source => ((CancellationTokenSource)source!).Cancel(), _source);
    }

    public CancellationToken Token => _source.Token;

    /// <summary>The error of a time-out.</summary>
    /// <exception cref="OperationCanceledException">It was the user who cancelled.</exception>
    public ServiceError Passed()
    {
        _user.ThrowIfCancellationRequested();
        return ClientErrors.Timeout($"Not everything came within the {_timeout:c} of RunwareClientOptions.{_option}.");
    }

    /// <summary>Ends the waiting before its time, unless it is over.</summary>
    public async Task GiveUpAsync()
    {
        try
        {
            await _source.CancelAsync().ConfigureAwait(false);
        }
        catch (ObjectDisposedException)
        {
            // It ended in this moment.
        }
    }

    public void Dispose()
    {
        _cancelling.Dispose();
        _source.Dispose();
    }
}
