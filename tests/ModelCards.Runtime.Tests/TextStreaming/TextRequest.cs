using ModelCards.Cards;
using ModelCards.Requests;
using ModelCards.Requests.Members;
using ModelCards.Results;

namespace ModelCards.Runtime.Tests.TextStreaming;

/// <summary>A request as the generator makes it, of a card of a model that writes texts.</summary>
public sealed class TextRequest : ModelRequest<TextInferenceResult>, IModelRequest<TextRequest>
{
    private static readonly ObjectLayout Shape = new(
        ("taskType", Member.Constant("textInference")),
        ("taskUUID", Member.TaskUuid),
        ("prompt", Member.Text),
        ("numberResults", Member.Int32),
        ("deliveryMethod", Member.Text),
        ("image", Member.Media));

    public TextRequest()
        : base(Shape, Card)
    {
    }

    public static ModelCard Card { get; } = ModelCard.FromSchema(
        "text",
        """
        {
          "type": "object",
          "required": ["taskType", "taskUUID", "prompt"],
          "additionalProperties": false,
          "properties": {
            "taskType": { "const": "textInference" },
            "taskUUID": { "type": "string", "format": "uuid" },
            "prompt": { "type": "string", "minLength": 2 },
            "numberResults": { "type": "integer", "minimum": 1, "maximum": 4 },
            "deliveryMethod": { "enum": ["sync", "async", "stream"] },
            "image": { "type": "string" }
          }
        }
        """u8);

    public Guid? TaskUuid { get => Get<Guid>(1); init => Set<Guid>(1, value); }

    public string? Prompt { get => GetReference<string>(2); init => Set(2, value); }

    public int? NumberResults { get => Get<int>(3); init => Set<int>(3, value); }

    public string? DeliveryMethod { get => GetReference<string>(4); init => Set(4, value); }

    public MediaInput? Image { get => GetReference<MediaInput>(5); init => Set(5, value); }

    static TextRequest IRequestObject<TextRequest>.New() => new();
}
