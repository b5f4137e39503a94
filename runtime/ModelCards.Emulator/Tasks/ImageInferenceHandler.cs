using System.Text.Json;
using ModelCards.Emulator.Errors;
using ModelCards.Emulator.Faults;
using ModelCards.Emulator.Gallery;
using ModelCards.Emulator.Judging;

namespace ModelCards.Emulator.Tasks;

/// <summary>Judges an imageInference task with the cards, takes its UUID and makes its images.</summary>
internal sealed class ImageInferenceHandler(
    TaskJudge judge,
    TaskMemory memory,
    PictureStudio studio,
    PictureGallery gallery,
    TaskRunner runner,
    FaultSwitchboard faults,
    EmulatorOptions options) : ITaskHandler
{
    public string TaskType => ImageTask.TaskType;

    public Task<Reply> AnswerAsync(JsonElement task, CancellationToken cancellationToken)
    {
        ServiceError[] errors = judge.Judge(TaskType, task, out Guid taskUuid);
        return Task.FromResult(errors.Length > 0 ? Reply.With(errors) : Accept(task, taskUuid));
    }

    private Reply Accept(JsonElement task, Guid taskUuid)
    {
        string taskUuidText = TaskIdentity.Echo(task, "taskUUID")!;
        ImageTask imageTask = ImageTaskReader.Read(task, taskUuidText, options.Limits, out IReadOnlyList<ServiceError> unable);
        if (unable.Count > 0)
            return Reply.With([.. unable]);
        var accepted = new AcceptedTask(
            imageTask,
            [.. Enumerable.Range(0, imageTask.Results).Select(index => new ImageItem(imageTask, imageTask.Recipe(index), studio))],
            options.TimeProvider.GetUtcNow(),
            options.TaskTime);
        if (!memory.TryAccept(taskUuid, accepted))
            return Reply.With(TaskIdentity.Conflict(TaskType, imageTask.TaskUuid));
        Publish(accepted);
        runner.Start(accepted, faults.Take(FaultKind.PartialSuccess, TaskType));
        return imageTask.IsAsync
            ? Reply.With(new AcknowledgementItem(TaskType, imageTask.TaskUuid, accepted.Images))
            : new Reply(accepted.Images, []);
    }

    private void Publish(AcceptedTask accepted)
    {
        if (accepted.Task.OutputType != OutputType.Url)
            return;
        foreach (ImageItem image in accepted.Images)
            image.Url = gallery.Publish(image.ImageUuid, image.Recipe, accepted.Task.TimeToLive);
    }
}
