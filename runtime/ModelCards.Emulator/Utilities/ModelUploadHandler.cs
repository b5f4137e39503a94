using System.Text.Json;
using ModelCards.Cards;
using ModelCards.Emulator.Errors;
using ModelCards.Emulator.Faults;
using ModelCards.Emulator.Judging;
using ModelCards.Emulator.Tasks;
using ModelCards.Utilities;

namespace ModelCards.Emulator.Utilities;

/// <summary><c>modelUpload</c>: several answers to one task, a stage each.</summary>
internal sealed class ModelUploadHandler(ModelShelf shelf, TaskMemory memory, FaultSwitchboard faults, EmulatorOptions options) : ITaskHandler
{
    private static readonly ModelCard Card = ModelUploadRequest.Card;

    public string TaskType => "modelUpload";

    public Task<Reply> AnswerAsync(JsonElement task, CancellationToken cancellationToken) => Task.FromResult(Answer(task));

    private Reply Answer(JsonElement task)
    {
        if (!TaskIdentity.TryGetUuid(task, out Guid uuid, out ServiceError? error))
            return Reply.With(error);
        string taskUuid = TaskIdentity.Echo(task, "taskUUID")!;
        ServiceError[] errors = [.. Card.Validate(task).Errors.Select(wrong => ServiceErrors.From(wrong, Card, TaskType, taskUuid))];
        if (errors.Length > 0)
            return Reply.With(errors);
        if (memory.TryGet(uuid, out _))
            return Reply.With(TaskIdentity.Conflict(TaskType, taskUuid));
        var fields = new TaskFields(task, TaskType, taskUuid);
        bool fails = faults.Take(FaultKind.PartialSuccess, TaskType);
        var upload = new ModelUpload(taskUuid, Read(fields, taskUuid), fails, options.TaskTime, options.TimeProvider);
        if (!shelf.TryAdd(upload))
            fields.Fail(ErrorCodes.ModelAlreadyExists, "air", $"There is a model {upload.Model.Air} already.");
        if (fields.Errors.Count > 0)
            return Reply.With([.. fields.Errors]);
        memory.TryAccept(uuid, upload);
        return new Reply(upload.Items, []);
    }

    private ListedModel Read(TaskFields fields, string taskUuid)
    {
        string version = fields.Text("version", "");
        string air = fields.Text("air", $"emulator:{fields.Text("uniqueIdentifier", taskUuid)}@{version}");
        return new ListedModel(air, $"{fields.Text("name", "")} {version}", fields.Text("category", ""))
        {
            Architecture = fields.Text("architecture", ""),
            Tags = fields.Texts("tags"),
            IsOwned = true,
            IsPrivate = fields.Flag("private"),
            HeroImage = fields.NestedText("heroImageURL"),
            ShortDescription = fields.NestedText("shortDescription"),
            PositiveTriggerWords = fields.NestedText("positiveTriggerWords"),
            NegativeTriggerWords = fields.NestedText("negativeTriggerWords"),
            AddedAt = options.TimeProvider.GetUtcNow(),
        };
    }
}
