using ModelCards.Cards;
using ModelCards.Requests;
using ModelCards.Requests.Members;
using ModelCards.Results;

namespace ModelCards.Runtime.Tests.Client;

/// <summary>A request of a task type that has no result type of its own.</summary>
public sealed class UpscaleRequest : ModelRequest<TaskResult>, IModelRequest<UpscaleRequest>
{
    private static readonly ObjectLayout Shape = new(("taskType", Member.Constant("upscale")), ("taskUUID", Member.TaskUuid));

    public UpscaleRequest()
        : base(Shape, Card)
    {
    }

    public static ModelCard Card { get; } =
        ModelCard.FromSchema("upscale", """{ "properties": { "taskType": { "const": "upscale" } } }"""u8);

    public Guid? TaskUuid { get => Get<Guid>(1); init => Set<Guid>(1, value); }

    static UpscaleRequest IRequestObject<UpscaleRequest>.New() => new();
}
