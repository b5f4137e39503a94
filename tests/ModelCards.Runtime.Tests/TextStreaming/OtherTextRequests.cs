using ModelCards.Cards;
using ModelCards.Requests;
using ModelCards.Requests.Members;
using ModelCards.Results;

namespace ModelCards.Runtime.Tests.TextStreaming;

/// <summary>A request of a card that says nothing of deliveryMethod, and takes no member that it does not know.</summary>
public sealed class OlderTextRequest() : ModelRequest<TextInferenceResult>(Shape, Card), IModelRequest<OlderTextRequest>
{
    private static readonly ObjectLayout Shape = new(("taskType", Member.Constant("textInference")), ("taskUUID", Member.TaskUuid), ("prompt", Member.Text));

    public static ModelCard Card { get; } = ModelCard.FromSchema(
        "older", """{ "properties": { "taskType": { "const": "textInference" }, "taskUUID": {}, "prompt": {} }, "additionalProperties": false }"""u8);

    public string? Prompt { get => GetReference<string>(2); init => Set(2, value); }

    static OlderTextRequest IRequestObject<OlderTextRequest>.New() => new();
}

/// <summary>A request of a model whose texts come as a whole only.</summary>
public sealed class SlowTextRequest() : ModelRequest<TextInferenceResult>(Shape, Card), IModelRequest<SlowTextRequest>
{
    private static readonly ObjectLayout Shape = new(("taskType", Member.Constant("textInference")), ("taskUUID", Member.TaskUuid), ("deliveryMethod", Member.Text));

    public static ModelCard Card { get; } = ModelCard.FromSchema(
        "slow", """{ "properties": { "taskType": { "const": "textInference" }, "taskUUID": {}, "deliveryMethod": { "enum": ["sync", "async"] } } }"""u8);

    static SlowTextRequest IRequestObject<SlowTextRequest>.New() => new();
}
