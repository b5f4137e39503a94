using System.Text.Json;
using ModelCards.Emulator.Errors;
using ModelCards.Emulator.Tasks;

namespace ModelCards.Emulator.Texts;

/// <summary>One text as a whole.</summary>
internal sealed class TextItem(TextTask task, WrittenText text) : ResultItem
{
    private readonly TaskCompletionSource _finished = new();
    private volatile ServiceError? _error;

    public WrittenText Text => text;

    public override Task Finished => _finished.Task;

    public override IReadOnlyList<ServiceError> Errors => _error is { } error ? [error] : [];

    public override bool HasResult => _error is null;

    public override bool IsPushed => true;

    /// <summary>The text is there, or an error in its place.</summary>
    public void Finish(ServiceError? error)
    {
        _error = error;
        _finished.TrySetResult();
    }

    /// <summary>The same as <c>getResponse</c> delivers it.</summary>
    public JsonItem ToPolled() => new(TextTask.TaskType, task.TaskUuid, WriteMembers, "success");

    public override ValueTask WriteAsync(Utf8JsonWriter writer, CancellationToken cancellationToken) =>
        new JsonItem(TextTask.TaskType, task.TaskUuid, WriteMembers).WriteAsync(writer, cancellationToken);

    private void WriteMembers(Utf8JsonWriter writer)
    {
        writer.WriteString("text", text.Text);
        if (text.Reasoning.Count > 0)
            writer.WriteString("reasoningContent", string.Concat(text.Reasoning));
        writer.WriteString("finishReason", text.FinishReason);
        text.WriteUsage(writer, task.IncludesCost);
    }
}
