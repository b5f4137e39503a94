using System.Diagnostics;
using System.Diagnostics.Metrics;
using ModelCards.Transport.Delivery;

namespace ModelCards.Diagnostics;

/// <summary>Activities and metrics, both of the source <c>ModelCards</c>: UUIDs, models, numbers and codes, never the key, a prompt or a text of the server.</summary>
internal static class Telemetry
{
    public const string Name = "ModelCards";

    private const int MostUuids = 100;

    private static readonly ActivitySource Source = new(Name);
    private static readonly Meter Meter = new(Name);
    private static readonly Counter<long> Tasks = Meter.CreateCounter<long>("modelcards.tasks", "{task}", "Tasks that ended, by task type and first error code.");
    private static readonly Counter<long> Resent = Meter.CreateCounter<long>("modelcards.tasks.resent", "{task}", "Tasks that were sent again under the same task UUID.");
    private static readonly Histogram<double> Duration = Meter.CreateHistogram<double>("modelcards.sending.duration", "s", "Time from a sending's start to its last result.");
    private static readonly Counter<long> Connections = Meter.CreateCounter<long>("modelcards.connections", "{connection}", "WebSockets that were opened.");
    private static readonly Counter<long> Received = Meter.CreateCounter<long>("modelcards.received", "By", "Bytes of replies and frames.");

    public static Activity? StartSending(PendingBatch batch)
    {
        if (Source.StartActivity("runware.send", ActivityKind.Client) is not { } activity)
            return null;
        activity.SetTag("runware.tasks", batch.Tasks.Count);
        activity.SetTag("runware.task_uuids", batch.Tasks.Take(MostUuids).Select(task => task.Uuid.ToString()).ToArray());
        activity.SetTag("runware.models", batch.Tasks.Select(task => task.Model).Distinct().ToArray());
        return activity;
    }

    public static void EndSending(Activity? activity, PendingBatch batch, TimeSpan elapsed)
    {
        string? failure = null;
        int attempts = 0;
        int results = 0;
        foreach (PendingTask task in batch.Tasks)
        {
            string? code = task.Errors.Count > 0 ? task.Errors[0].Code : null;
            failure ??= code;
            attempts = Math.Max(attempts, task.TimesSent);
            results += task.Received;
            Tasks.Add(1, new("runware.task_type", task.Request.SourceCard.TaskType), new("error.type", code));
            if (task.TimesSent > 1)
                Resent.Add(task.TimesSent - 1);
        }

        Duration.Record(elapsed.TotalSeconds, new KeyValuePair<string, object?>("error.type", failure));
        activity?.SetTag("runware.attempts", attempts);
        activity?.SetTag("runware.results", results);
        if (failure is not null)
            activity?.SetTag("error.type", failure).SetStatus(ActivityStatusCode.Error, failure);
    }

    public static void Connected() => Connections.Add(1);

    public static void ReceivedBytes(int bytes) => Received.Add(bytes);
}
