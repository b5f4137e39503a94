namespace ModelCards.Results;

/// <summary>Which type the results of a task type have: one table for the client and for the code that the generator makes.</summary>
internal static class ResultTypeNames
{
    /// <summary>The type of a task type that has no row.</summary>
    public const string Any = "TaskResult";

    private static readonly Dictionary<string, string> Names = new()
    {
        ["imageInference"] = "ImageInferenceResult",
        ["photoMaker"] = "ImageInferenceResult",
        ["videoInference"] = "VideoInferenceResult",
        ["audioInference"] = "AudioInferenceResult",
        ["3dInference"] = "ThreeDInferenceResult",
        ["textInference"] = "TextInferenceResult",
        ["caption"] = "TextResult",
        ["promptEnhance"] = "TextResult",
        ["upscale"] = "MediaResult",
        ["removeBackground"] = "MediaResult",
        ["vectorize"] = "MediaResult",
        ["controlNetPreprocess"] = "ControlNetPreprocessResult",
        ["imageControlNetPreProcess"] = "ControlNetPreprocessResult",
        ["imageMasking"] = "ImageMaskingResult",
        ["training"] = "TrainingResult",
        ["imageUpload"] = "ImageUploadResult",
        ["mediaStorage"] = "MediaStorageResult",
        ["modelSearch"] = "ModelSearchResult",
        ["modelUpload"] = "ModelUploadResult",
        ["accountManagement"] = "AccountManagementResult",
        ["getTaskDetails"] = "TaskDetailsResult",
    };

    public static IEnumerable<string> TaskTypes => Names.Keys;

    public static IEnumerable<string> All => Names.Values.Distinct().Append(Any);

    public static string Of(string? taskType) => taskType is not null && Names.TryGetValue(taskType, out string? name) ? name : Any;
}
