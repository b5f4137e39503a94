using System.Text;
using ModelCards.Errors;
using ModelCards.Transport;

namespace ModelCards.Runtime.Tests.Delivery;

/// <summary>Answers each message as the script says, and lets more be said at any time.</summary>
internal sealed class ScriptedTransport(bool repliesAreWhole = false) : ITransport
{
    public const string Key = Secrecy.RunWatch.Key;

    private readonly EnvelopeReader _reader = new(64, ApiKey.Parse(Key, "key"));
    private readonly Queue<Func<string, Envelope?>> _script = new();
    private readonly TaskCompletionSource _left = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private IListener? _listener;

    public bool RepliesAreWhole => repliesAreWhole;

    /// <summary>The messages that were sent, as JSON.</summary>
    public List<string> Sent { get; } = [];

    public bool IsLeft => _left.Task.IsCompleted;

    /// <summary>Completes when a sending wants to hear no more.</summary>
    public Task Left => _left.Task;

    public bool IsDisposed { get; private set; }

    public RunwareClient Client(TimeProvider? time = null, Action<RunwareClientOptions>? change = null)
    {
        var options = new RunwareClientOptions { TimeProvider = time ?? new HastyTime(TimeSpan.FromSeconds(59)), LoggerFactory = Secrecy.RunWatch.Log };
        change?.Invoke(options);
        return new RunwareClient(options, ApiKey.Parse(Key, "key"), this);
    }

    /// <summary>The next message is answered with these frames.</summary>
    public ScriptedTransport Answer(params string[] frames)
    {
        _script.Enqueue(_ =>
        {
            Say(frames);
            return null;
        });
        return this;
    }

    /// <summary>The next message fails.</summary>
    public ScriptedTransport Fail(string code, ErrorCategory category, TimeSpan? retryAfter = null)
    {
        _script.Enqueue(_ => Envelope.Failed(new ServiceError(code, "m", category), retryAfter: retryAfter));
        return this;
    }

    /// <summary>With the next message something happens.</summary>
    public ScriptedTransport Do(Action<string> action)
    {
        _script.Enqueue(json =>
        {
            action(json);
            return null;
        });
        return this;
    }

    public void Say(params string[] frames)
    {
        foreach (string frame in frames)
        {
            Xunit.Assert.True(_reader.TryRead(Encoding.UTF8.GetBytes(frame), null, out Envelope? envelope, out _));
            _listener!.Accept(envelope);
        }
    }

    public void Resume() => _listener!.Resumed();

    public IConversation Open(IListener listener, IReadOnlyCollection<Guid> taskUuids)
    {
        _listener = listener;
        return new Conversation(this);
    }

    public ValueTask DisposeAsync()
    {
        IsDisposed = true;
        return default;
    }

    private sealed class Conversation(ScriptedTransport transport) : IConversation
    {
        public async Task<Envelope?> SendAsync(IReadOnlyList<TransportTask> tasks, CancellationToken cancellationToken)
        {
            using var text = new MemoryStream();
            await TaskArray.Write(tasks).CopyToAsync(text, cancellationToken);
            string json = Encoding.UTF8.GetString(text.ToArray());
            lock (transport.Sent)
                transport.Sent.Add(json);
            await Task.Yield();
            return transport._script.TryDequeue(out Func<string, Envelope?>? answer) ? answer(json) : null;
        }

        public void Dispose() => transport._left.TrySetResult();
    }
}
