using ModelCards.Results;

namespace ModelCards.Transport;

/// <summary>Hears the answer to a ping.</summary>
internal sealed class PongListener : IListener
{
    private TaskCompletionSource<Envelope?> _answer = New();

    /// <summary>Completes with the next answer, or with null when the connection came back and the ping may be lost.</summary>
    public Task<Envelope?> Next()
    {
        var next = New();
        Volatile.Write(ref _answer, next);
        return next.Task;
    }

    public void Accept(Envelope envelope)
    {
        if (envelope.Errors.Count > 0 || envelope.Items.Exists(item => item.Members.Text("taskType") == "ping"))
            Volatile.Read(ref _answer).TrySetResult(envelope);
    }

    public void Resumed() => Volatile.Read(ref _answer).TrySetResult(null);

    private static TaskCompletionSource<Envelope?> New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
