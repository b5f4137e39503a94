using System.Text.Json;
using ModelCards.Emulator.Errors;
using ModelCards.Emulator.Faults;
using ModelCards.Emulator.Judging;
using ModelCards.Emulator.Outgoing;
using ModelCards.Emulator.Tasks;

namespace ModelCards.Emulator.Texts;

/// <summary>Judges a textInference task with the cards, takes its UUID and writes its texts.</summary>
internal sealed class TextInferenceHandler(
    TaskJudge judge,
    TaskMemory memory,
    TaskRunner runner,
    WebhookSender webhooks,
    FaultSwitchboard faults,
    EmulatorOptions options) : ITaskHandler
{
    public string TaskType => TextTask.TaskType;

    public bool Streams => true;

    public Task<Reply> AnswerAsync(JsonElement task, CancellationToken cancellationToken)
    {
        ServiceError[] errors = judge.Judge(TaskType, task, out Guid taskUuid);
        return Task.FromResult(errors.Length > 0 ? Reply.With(errors) : Accept(task, taskUuid));
    }

    private Reply Accept(JsonElement task, Guid taskUuid)
    {
        string taskUuidText = TaskIdentity.Echo(task, "taskUUID")!;
        TextTask textTask = TextTaskReader.Read(task, taskUuidText, options.Limits, out IReadOnlyList<ServiceError> unable);
        if (unable.Count > 0)
            return Reply.With([.. unable]);
        if (memory.TryGet(taskUuid, out _))
            return Reply.With(TaskIdentity.Conflict(TaskType, textTask.TaskUuid));
        bool fails = faults.Take(FaultKind.PartialSuccess, TaskType);
        var accepted = new AcceptedText(textTask, fails, options.TimeProvider.GetUtcNow(), options.TaskTime);
        if (!memory.TryAccept(taskUuid, accepted))
            return Reply.With(TaskIdentity.Conflict(TaskType, textTask.TaskUuid));
        runner.Start(closing => accepted.RunAsync(webhooks, options.TimeProvider, closing));
        return textTask.Delivery switch
        {
            TextDeliveryMethod.Stream => Reply.With(new StreamedTextItem(accepted)),
            TextDeliveryMethod.Async => Reply.With(new AcknowledgementItem(TaskType, textTask.TaskUuid, accepted.Items)),
            _ => new Reply(accepted.Items, []),
        };
    }
}
