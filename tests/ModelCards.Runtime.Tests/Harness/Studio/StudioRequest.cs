using System.Text.Json;
using System.Text.Json.Serialization;
using ModelCards.Cards;
using ModelCards.Requests;
using ModelCards.Requests.Members;
using ModelCards.Results;

namespace ModelCards.Runtime.Tests.Harness;

/// <summary>A request as the generator makes it, with a member of every kind.</summary>
[JsonConverter(typeof(ModelRequestConverter<StudioRequest>))]
public sealed class StudioRequest : ModelRequest<ImageInferenceResult>, IModelRequest<StudioRequest>
{
    private static readonly ObjectLayout Members = new(
        ("taskType", Member.Constant("imageInference")),
        ("taskUUID", Member.TaskUuid),
        ("model", Member.Constant("runware:1@1")),
        ("positivePrompt", Member.Text),
        ("width", Member.Int32),
        ("height", Member.Int32),
        ("seed", Member.Int64),
        ("CFGScale", Member.Decimal),
        ("strength", Member.Double),
        ("includeCost", Member.Boolean),
        ("outputFormat", Member.Enum<StudioFormat>("JPG", "PNG", "WEBP")),
        ("creativity", Member.Enum<StudioCreativity>(-1, 0, 10)),
        ("webhookURL", Member.Uri),
        ("parentUUID", Member.Uuid),
        ("seedImage", Member.Media),
        ("steps", Member.Int32),
        ("startStep", Member.Int64),
        ("lora", Member.List<StudioLora>(Member.Object<StudioLora>())),
        ("tags", Member.List<string>(Member.Text)),
        ("hiresFix", StudioHiresFix.Type),
        ("duration", StudioDuration.Type),
        ("settings", Member.Json));

    public StudioRequest()
        : base(Members, Card)
    {
    }

    public static ModelCard Card => StudioCard.Card;

    public Guid? TaskUuid { get => Get<Guid>(1); init => Set<Guid>(1, value); }

    public string? PositivePrompt { get => GetReference<string>(3); init => Set(3, value); }

    public int? Width { get => Get<int>(4); init => Set<int>(4, value); }

    public int? Height { get => Get<int>(5); init => Set<int>(5, value); }

    public long? Seed { get => Get<long>(6); init => Set<long>(6, value); }

    public decimal? CfgScale { get => Get<decimal>(7); init => Set<decimal>(7, value); }

    public double? Strength { get => Get<double>(8); init => Set<double>(8, value); }

    public bool? IncludeCost { get => Get<bool>(9); init => Set<bool>(9, value); }

    public StudioFormat? OutputFormat { get => Get<StudioFormat>(10); init => Set<StudioFormat>(10, value); }

    public StudioCreativity? Creativity { get => Get<StudioCreativity>(11); init => Set<StudioCreativity>(11, value); }

    public Uri? WebhookUrl { get => GetReference<Uri>(12); init => Set(12, value); }

    public Guid? ParentUuid { get => Get<Guid>(13); init => Set<Guid>(13, value); }

    public MediaInput? SeedImage { get => GetReference<MediaInput>(14); init => Set(14, value); }

    public int? Steps { get => Get<int>(15); init => Set<int>(15, value); }

    public long? StartStep { get => Get<long>(16); init => Set<long>(16, value); }

    public IReadOnlyList<StudioLora>? Lora { get => GetReference<IReadOnlyList<StudioLora>>(17); init => SetList(17, value); }

    public IReadOnlyList<string>? Tags { get => GetReference<IReadOnlyList<string>>(18); init => SetList(18, value); }

    public StudioHiresFix? HiresFix { get => GetReference<StudioHiresFix>(19); init => Set(19, value); }

    public StudioDuration? Duration { get => GetReference<StudioDuration>(20); init => Set(20, value); }

    public JsonElement? Settings { get => Get<JsonElement>(21); init => Set<JsonElement>(21, value); }

    public StudioBuilder ToBuilder() => StudioBuilder.Of(this);

    static StudioRequest IRequestObject<StudioRequest>.New() => new();
}
