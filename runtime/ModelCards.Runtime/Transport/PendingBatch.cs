using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;
using Microsoft.Extensions.Logging;
using ModelCards.Diagnostics;
using ModelCards.Errors;
using ModelCards.Results;

namespace ModelCards.Transport;

/// <summary>Tasks that are sent together: gives every answer to the task it belongs to.</summary>
internal sealed class PendingBatch(IReadOnlyList<PendingTask> tasks, ILogger logger)
{
    private readonly Dictionary<Guid, PendingTask> _byUuid = tasks.ToDictionary(task => task.Uuid);
    private readonly List<ServiceError> _unmatched = [];
    private HttpStatusCode? _status;
    private Exception? _cause;

    public IReadOnlyList<PendingTask> Tasks => tasks;

    public bool HasEnded => tasks.All(task => task.HasEnded);

    /// <summary>Takes an envelope in and gives its results; the errors stay with their tasks.</summary>
    public IReadOnlyList<(PendingTask Task, TaskResult Result)> Accept(Envelope envelope)
    {
        _status = envelope.Status ?? _status;
        _cause = envelope.Cause ?? _cause;
        // A task that ended before is safe from an error that names no task; one that ends with this envelope is not.
        PendingTask[] open = [.. tasks.Where(task => !task.HasEnded)];
        var results = new List<(PendingTask, TaskResult)>(envelope.Items.Count);
        foreach ((Guid? uuid, var members) in envelope.Items)
        {
            if (!TryFind(uuid, out PendingTask? task))
                logger.Unknown(uuid);
            else if (task.Accept(members) is { } result)
                results.Add((task, result));
            else
                logger.Skipped(task.Uuid);
        }

        foreach (ServiceError error in envelope.Errors)
            Assign(error, open);
        return results;
    }

    /// <summary>No more answers will come.</summary>
    public void Finish(long milliseconds)
    {
        foreach (PendingTask task in tasks)
        {
            task.Finish(_unmatched);
            if (task.Errors.Count == 0)
                logger.Succeeded(task.Uuid, task.Received, milliseconds);
            else if (logger.IsEnabled(LogLevel.Warning))
                logger.Failed(task.Uuid, task.Received, task.ExpectedResults, milliseconds, Codes(task));
        }
    }

    /// <summary>What went wrong with one task; null when nothing did.</summary>
    public RunwareException? FailureOf(PendingTask task)
    {
        if (task.Errors.Count == 0)
            return null;
        string what = string.Create(CultureInfo.InvariantCulture, $"Task {task.Uuid} failed after {task.Received} of {task.ExpectedResults} results");
        return new RunwareException(FailureText.Heading(what, _status), [task.Uuid], task.Errors, _status, _cause);
    }

    /// <summary>Throws when anything went wrong.</summary>
    public void ThrowIfFailed()
    {
        PendingTask[] failed = [.. tasks.Where(task => task.Errors.Count > 0)];
        if (failed.Length == 0)
            return;
        if (tasks.Count == 1)
            throw FailureOf(failed[0])!;
        string what = string.Create(CultureInfo.InvariantCulture, $"{failed.Length} of {tasks.Count} tasks failed");
        throw new RunwareException(
            FailureText.Heading(what, _status),
            [.. failed.Select(task => task.Uuid)],
            [.. failed.SelectMany(task => task.Errors).Distinct()],
            _status,
            _cause);
    }

    private static string Codes(PendingTask task) => PlainText.OneLine(string.Join(", ", task.Errors.Select(error => error.Code)), 200);

    private void Assign(ServiceError error, PendingTask[] open)
    {
        if (error.TaskUuid is not { } uuid)
        {
            foreach (PendingTask task in open)
                task.Errors.Add(error);
        }
        else if (_byUuid.TryGetValue(uuid, out PendingTask? owner))
            owner.Errors.Add(error);
        else
            _unmatched.Add(error);
    }

    // An answer that names no task can only belong to the one task there is.
    private bool TryFind(Guid? uuid, [NotNullWhen(true)] out PendingTask? task)
    {
        task = uuid is null && tasks.Count == 1 ? tasks[0] : null;
        return task is not null || (uuid is { } known && _byUuid.TryGetValue(known, out task));
    }
}
