using System.Text.Json;

namespace ModelCards.Results;

/// <summary>Which type the results of a task type have, where only the task type is known.</summary>
internal static class ResultTypes
{
    public static Func<IReadOnlyDictionary<string, JsonElement>, TaskResult> Of(string? taskType) => taskType switch
    {
        "imageInference" => Create<ImageInferenceResult>,
        _ => Create<TaskResult>,
    };

    public static TaskResult Create<TResult>(IReadOnlyDictionary<string, JsonElement> members)
        where TResult : TaskResult, ITaskResult<TResult> => TResult.Create(members);
}
