using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using ModelCards.Diagnostics;
using ModelCards.Errors;
using ModelCards.Results;

namespace ModelCards.Transport.Delivery;

/// <summary>Tasks that are sent together: gives every answer to the task it belongs to, from whatever thread it comes.</summary>
internal sealed partial class PendingBatch(
    IReadOnlyList<PendingTask> tasks, StateCounts counts, IProgress<TaskProgress>? progress, ILogger logger) : IListener
{
    private readonly object _lock = new();
    private readonly Dictionary<Guid, PendingTask> _byUuid = tasks.ToDictionary(task => task.Uuid);
    private readonly Channel<(PendingTask, TaskResult)> _results =
        Channel.CreateUnbounded<(PendingTask, TaskResult)>(new UnboundedChannelOptions { SingleReader = true });

    private readonly StateCounts _counts = counts;
    private readonly AsyncSignal _changed = new();
    private readonly List<ServiceError> _unmatched = [];
    private int _resumed;
    private HttpStatusCode? _status;
    private Exception? _cause;

    public IReadOnlyList<PendingTask> Tasks => tasks;

    /// <summary>The results as they come; it ends when every task has ended.</summary>
    public ChannelReader<(PendingTask Task, TaskResult Result)> Results => _results.Reader;

    /// <summary>Completes with the next change.</summary>
    public Task Changed => _changed.Next;

    /// <summary>How often the connection came back.</summary>
    public int ResumedCount => Volatile.Read(ref _resumed);

    public bool HasEnded
    {
        get
        {
            lock (_lock)
                return _counts[TaskState.Ended] == tasks.Count;
        }
    }

    /// <summary>Whether there are tasks to ask for.</summary>
    public bool HasAccepted
    {
        get
        {
            lock (_lock)
                return _counts[TaskState.Accepted] > 0;
        }
    }

    /// <summary>Whether the service has said something of every task.</summary>
    public bool IsAnswered
    {
        get
        {
            lock (_lock)
                return _counts[TaskState.Sent] + _counts[TaskState.Unsent] == 0;
        }
    }

    /// <summary>The tasks that are to be sent now; they count as sent.</summary>
    public IReadOnlyList<PendingTask> TakeUnanswered()
    {
        lock (_lock)
        {
            PendingTask[] unanswered = [.. tasks.Where(task => task.TrySend())];
            CompleteIfEnded();
            return unanswered;
        }
    }

    /// <summary>The tasks to ask for, and how far the most advanced is.</summary>
    public (Guid[] Uuids, int Progress) Accepted()
    {
        lock (_lock)
        {
            PendingTask[] accepted = [.. tasks.Where(task => task.State == TaskState.Accepted)];
            return ([.. accepted.Select(task => task.Uuid)], accepted.Select(task => task.Progress).DefaultIfEmpty().Max());
        }
    }

    /// <summary>What was turned away in this attempt.</summary>
    public IReadOnlyList<ServiceError> Refusals()
    {
        lock (_lock)
            return [.. tasks.SelectMany(task => task.Refusals)];
    }

    public void Resumed()
    {
        Interlocked.Increment(ref _resumed);
        _changed.Pulse();
    }

    public void Accept(Envelope envelope)
    {
        HashSet<PendingTask> heardOf;
        lock (_lock)
        {
            _status = envelope.Status ?? _status;
            _cause = envelope.Cause ?? _cause;
            heardOf = AcceptItems(envelope);
            AcceptErrors(envelope, heardOf);
            foreach (PendingTask task in heardOf)
                task.EndAnswer();
            CompleteIfEnded();
        }

        _changed.Pulse();
        Report(heardOf);
    }

    /// <summary>The reply to tasks was read to its end.</summary>
    /// <param name="sent">The tasks.</param>
    /// <param name="missing">The error of what did not come; as usual when null.</param>
    public void EndReply(IReadOnlyList<PendingTask> sent, ServiceError? missing = null)
    {
        lock (_lock)
        {
            foreach (PendingTask task in sent)
                task.EndReply(_unmatched, missing);
            CompleteIfEnded();
        }

        _changed.Pulse();
    }

    /// <summary>Nothing more is tried.</summary>
    /// <param name="failure">Why; null where there are only tasks that were turned away.</param>
    /// <param name="fails">In which states tasks fail by it.</param>
    public void GiveUp(Envelope? failure, params TaskState[] fails)
    {
        lock (_lock)
        {
            _status = failure?.Status ?? _status;
            _cause = failure?.Cause ?? _cause;
            List<ServiceError> errors = failure?.Errors ?? [];
            foreach (PendingTask task in tasks)
            {
                if (Array.IndexOf(fails, task.State) < 0)
                    continue;
                ServiceError[] own = [.. errors.Where(error => error.TaskUuid is null || error.TaskUuid == task.Uuid)];
                task.GiveUp(own.Length > 0 ? own : errors);
            }

            CompleteIfEnded();
        }

        _changed.Pulse();
    }

    /// <summary>No more results are given, whether all came or not.</summary>
    public void EndResults() => _results.Writer.TryComplete();

    private HashSet<PendingTask> AcceptItems(Envelope envelope)
    {
        HashSet<PendingTask> heardOf = [];
        foreach ((Guid? uuid, var members) in envelope.Items)
        {
            if (!TryFind(uuid, out PendingTask? task))
            {
                logger.Unknown(uuid);
                continue;
            }

            if (!task.Concerns(members.Text("taskType")))
                continue;
            heardOf.Add(task);
            if (task.Accept(members) is { } result)
                _results.Writer.TryWrite((task, result));
            else
                logger.Skipped(task.Uuid);
        }

        return heardOf;
    }

    // A task that ended before is safe from an error that names no task; one that ends with this envelope is not.
    private void AcceptErrors(Envelope envelope, HashSet<PendingTask> heardOf)
    {
        foreach (ServiceError error in envelope.Errors)
        {
            PendingTask[] owners = error.TaskUuid is not { } uuid ? [.. tasks.Where(task => !task.HasEnded || heardOf.Contains(task))]
                : _byUuid.TryGetValue(uuid, out PendingTask? owner) && owner.Concerns(error.TaskType) ? [owner] : [];
            if (owners.Length == 0)
                _unmatched.Add(error);
            foreach (PendingTask task in owners)
            {
                heardOf.Add(task);
                task.Accept(error);
            }
        }
    }

    private void CompleteIfEnded()
    {
        if (_counts[TaskState.Ended] == tasks.Count)
            _results.Writer.TryComplete();
    }

    // An answer that names no task can only belong to the one task there is.
    private bool TryFind(Guid? uuid, [NotNullWhen(true)] out PendingTask? task)
    {
        task = uuid is null && tasks.Count == 1 ? tasks[0] : null;
        return task is not null || (uuid is { } known && _byUuid.TryGetValue(known, out task));
    }
}
