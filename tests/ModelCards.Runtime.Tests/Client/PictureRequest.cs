using ModelCards.Cards;
using ModelCards.Requests;
using ModelCards.Requests.Members;
using ModelCards.Results;

namespace ModelCards.Runtime.Tests.Client;

/// <summary>A request as the generator makes it, of a card small enough to read.</summary>
public sealed class PictureRequest : ModelRequest<ImageInferenceResult>, IModelRequest<PictureRequest>
{
    private static readonly ObjectLayout Shape = new(
        ("taskType", Member.Constant("imageInference")),
        ("taskUUID", Member.TaskUuid),
        ("positivePrompt", Member.Text),
        ("width", Member.Int32),
        ("numberResults", Member.Int32),
        ("seedImage", Member.Media));

    public PictureRequest()
        : base(Shape, Card)
    {
    }

    public static ModelCard Card { get; } = ModelCard.FromSchema(
        "picture",
        """
        {
          "type": "object",
          "required": ["taskType", "taskUUID", "positivePrompt"],
          "properties": {
            "taskType": { "const": "imageInference" },
            "taskUUID": { "type": "string", "format": "uuid" },
            "positivePrompt": { "type": "string", "minLength": 2 },
            "width": { "type": "integer", "minimum": 128, "maximum": 2048, "multipleOf": 16 },
            "numberResults": { "type": "integer", "minimum": 1, "maximum": 20 },
            "seedImage": { "type": "string" }
          }
        }
        """u8);

    public Guid? TaskUuid { get => Get<Guid>(1); init => Set<Guid>(1, value); }

    public string? PositivePrompt { get => GetReference<string>(2); init => Set(2, value); }

    public int? Width { get => Get<int>(3); init => Set<int>(3, value); }

    public int? NumberResults { get => Get<int>(4); init => Set<int>(4, value); }

    public MediaInput? SeedImage { get => GetReference<MediaInput>(5); init => Set(5, value); }

    static PictureRequest IRequestObject<PictureRequest>.New() => new();

    /// <summary>A valid request under a UUID that replies can be written for.</summary>
    public static PictureRequest Of(Guid uuid, int numberResults = 1) =>
        new() { TaskUuid = uuid, PositivePrompt = "a lighthouse", NumberResults = numberResults };
}
