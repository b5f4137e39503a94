using System.Text.Json;

namespace ModelCards.Results;

/// <summary>Makes results where only the task type is known.</summary>
internal static class ResultTypes
{
    public static Func<IReadOnlyDictionary<string, JsonElement>, TaskResult> Of(string? taskType) => ResultTypeNames.Of(taskType) switch
    {
        nameof(ImageInferenceResult) => Create<ImageInferenceResult>,
        nameof(VideoInferenceResult) => Create<VideoInferenceResult>,
        nameof(AudioInferenceResult) => Create<AudioInferenceResult>,
        nameof(ThreeDInferenceResult) => Create<ThreeDInferenceResult>,
        nameof(TextInferenceResult) => Create<TextInferenceResult>,
        nameof(TextResult) => Create<TextResult>,
        nameof(MediaResult) => Create<MediaResult>,
        nameof(ControlNetPreprocessResult) => Create<ControlNetPreprocessResult>,
        nameof(ImageMaskingResult) => Create<ImageMaskingResult>,
        nameof(TrainingResult) => Create<TrainingResult>,
        nameof(ImageUploadResult) => Create<ImageUploadResult>,
        nameof(MediaStorageResult) => Create<MediaStorageResult>,
        nameof(ModelSearchResult) => Create<ModelSearchResult>,
        nameof(ModelUploadResult) => Create<ModelUploadResult>,
        nameof(AccountManagementResult) => Create<AccountManagementResult>,
        nameof(TaskDetailsResult) => Create<TaskDetailsResult>,
        _ => Create<TaskResult>,
    };

    public static TaskResult Create<TResult>(IReadOnlyDictionary<string, JsonElement> members)
        where TResult : TaskResult, ITaskResult<TResult> => TResult.Create(members);
}
