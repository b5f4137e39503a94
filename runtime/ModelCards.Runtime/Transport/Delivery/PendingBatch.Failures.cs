using System.Globalization;
using Microsoft.Extensions.Logging;
using ModelCards.Diagnostics;
using ModelCards.Errors;
using ModelCards.Results;

namespace ModelCards.Transport.Delivery;

internal sealed partial class PendingBatch
{
    /// <summary>Tells the log how it went.</summary>
    public void Report(long milliseconds)
    {
        foreach (PendingTask task in tasks)
        {
            if (task.Errors.Count == 0)
                logger.Succeeded(task.Uuid, task.Model, task.Received, milliseconds, task.TimesSent);
            else if (logger.IsEnabled(LogLevel.Warning))
                logger.Failed(task.Uuid, task.Model, task.Received, task.ExpectedResults, milliseconds, task.TimesSent, Codes(task));
        }
    }

    private void Report(IEnumerable<PendingTask> heardOf)
    {
        if (progress is null)
            return;
        foreach (PendingTask task in heardOf)
        {
            try
            {
                progress.Report(new TaskProgress(task.Uuid, task.Progress, task.Received, task.ExpectedResults));
            }
            catch (Exception error)
            {
                // What the user's own code throws must not stop the one loop that receives for everyone.
                logger.ProgressFailed(error);
            }
        }
    }

    /// <summary>What went wrong with one task; null when nothing did.</summary>
    /// <param name="task">The task.</param>
    /// <param name="what">How it ended, in words; as usual when null.</param>
    public RunwareException? FailureOf(PendingTask task, string? what = null)
    {
        if (task.Errors.Count == 0)
            return null;
        what ??= string.Create(
            CultureInfo.InvariantCulture, $"Task {task.Uuid} failed after {task.Received} of {task.ExpectedResults} results");
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
}
