using System.Text.Json;
using ModelCards.Emulator.Errors;
using ModelCards.Emulator.Tasks;

namespace ModelCards.Emulator.Texts;

/// <summary>Reads what the emulator acts on from a textInference task, with the service's defaults for what is absent.</summary>
internal static class TextTaskReader
{
    private static readonly string[] ThinkingNames = ["thinking", "thinkingLevel", "reasoningEffort"];

    public static TextTask Read(JsonElement task, string taskUuid, EmulatorLimits limits, out IReadOnlyList<ServiceError> errors)
    {
        var fields = new TaskFields(task, TextTask.TaskType, taskUuid);
        JsonElement settings = Member(task, "settings");
        string[] said = [.. Messages(task)];
        if (said.Length == 0)
            said = [fields.Text("prompt", fields.Text("positivePrompt", ""))];
        var result = new TextTask
        {
            TaskUuid = taskUuid,
            Prompt = said[^1],
            PromptTokens = said.Sum(WrittenText.CountTokens),
            Seed = Whole(settings, "seed") ?? Whole(task, "seed") ?? 0,
            Results = (int)(fields.Whole("numberResults", 1, limits.MaxResults) ?? 1),
            MaxTokens = (int?)Math.Min(Whole(settings, "maxTokens") ?? Whole(task, "maxTokens") ?? long.MaxValue, int.MaxValue),
            StopSequences = [.. Texts(Member(settings, "stop")), .. Texts(Member(settings, "stopSequences"))],
            Thinks = ThinkingNames.Any(name => Thinks(Member(task, name)) || Thinks(Member(settings, name))),
            IsJson = IsJson(Member(task, "responseFormat"), fields),
            IncludesCost = fields.Flag("includeCost"),
            Delivery = fields.Choice(
                "deliveryMethod",
                TextDeliveryMethod.Sync,
                ("sync", TextDeliveryMethod.Sync),
                ("async", TextDeliveryMethod.Async),
                ("stream", TextDeliveryMethod.Stream)),
            WebhookUrl = fields.Address("webhookURL"),
        };
        if (Member(task, "toolChoice") is { ValueKind: not JsonValueKind.Undefined } choice && Text(choice) is not ("auto" or "none"))
            fields.Fail(ErrorCodes.InvalidParameter, "toolChoice", "The emulator calls no tools.");
        if (result is { Delivery: TextDeliveryMethod.Stream, Results: > 1 })
            fields.Fail(ErrorCodes.InvalidParameter, "numberResults", "numberResults must be 1 where deliveryMethod is stream.");
        errors = fields.Errors;
        return result;
    }

    // The words of the user come last, so that they are what is answered.
    private static IEnumerable<string> Messages(JsonElement task)
    {
        JsonElement messages = Member(task, "messages");
        if (messages.ValueKind != JsonValueKind.Array)
            return [];
        return messages.EnumerateArray()
            .OrderBy(message => Text(Member(message, "role")) == "user")
            .Select(message => string.Join(' ', Texts(Member(message, "content"))));
    }

    private static bool IsJson(JsonElement format, TaskFields fields)
    {
        string? kind = Text(format) ?? Text(Member(format, "type"));
        if (kind == "json_schema")
            fields.Fail(ErrorCodes.InvalidParameter, "responseFormat", "The emulator writes by no schema; text and json it can.");
        return kind is "json" or "json_object";
    }

    private static bool Thinks(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.String => Text(value) is not ("none" or "off" or "disabled"),
        JsonValueKind.Number => value.TryGetDouble(out double number) && number > 0,
        _ => false,
    };

    /// <summary>A text, the texts of a list, or those in the parts of a message.</summary>
    private static IEnumerable<string> Texts(JsonElement value) => value.ValueKind == JsonValueKind.Array
        ? value.EnumerateArray().Select(item => Text(item) ?? Text(Member(item, "text"))).OfType<string>()
        : Text(value) is { } text ? [text] : [];

    private static string? Text(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static long? Whole(JsonElement owner, string name) =>
        Member(owner, name) is { ValueKind: JsonValueKind.Number } value && value.TryGetInt64(out long number) ? number : null;

    private static JsonElement Member(JsonElement owner, string name) =>
        owner.ValueKind == JsonValueKind.Object && owner.TryGetProperty(name, out JsonElement value) ? value : default;
}
