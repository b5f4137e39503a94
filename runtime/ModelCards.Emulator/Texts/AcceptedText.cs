using ModelCards.Emulator.Errors;
using ModelCards.Emulator.Faults;
using ModelCards.Emulator.Outgoing;
using ModelCards.Emulator.Tasks;

namespace ModelCards.Emulator.Texts;

/// <summary>A task that writes texts.</summary>
internal sealed class AcceptedText(TextTask task, bool fails, DateTimeOffset acceptedAt, TimeSpan duration) : IRememberedTask
{
    public TextTask Task => task;

    public IReadOnlyList<TextItem> Items { get; } =
        [.. Enumerable.Range(0, task.Results).Select(index => new TextItem(task, TextComposer.Write(task, index)))];

    /// <summary>Why its last text fails; null when it does not.</summary>
    public ServiceError? Failure { get; } = fails ? FaultErrors.Inference(TextTask.TaskType, task.TaskUuid, "text") : null;

    /// <summary>How long the whole task takes; its texts are finished, or streamed, at even intervals.</summary>
    public TimeSpan Duration => duration;

    public long Bytes => 1_000 + Items.Sum(item => 4L * item.Text.Text.Length);

    public Reply Poll(DateTimeOffset now) => PolledReply.Of(
        Items, item => item.ToPolled(), new ProcessingItem(TextTask.TaskType, task.TaskUuid, now - acceptedAt, duration));

    /// <summary>Finishes the texts in time, one after the other.</summary>
    public async Task RunAsync(WebhookSender webhooks, TimeProvider clock, CancellationToken cancellationToken)
    {
        TimeSpan interval = duration / Items.Count;
        foreach (TextItem item in Items)
        {
            if (interval > TimeSpan.Zero)
                await System.Threading.Tasks.Task.Delay(interval, clock, cancellationToken).ConfigureAwait(false);
            item.Finish(ReferenceEquals(item, Items[^1]) ? Failure : null);
            if (task.WebhookUrl is { } webhook)
                webhooks.Send(webhook, item.HasResult ? item : new ErrorsItem([.. item.Errors]));
        }
    }
}
