using System.Text.Json.Serialization;

namespace ModelCards.Benchmarks;

/// <summary>The forty parameters as a hand-written class that System.Text.Json's source generator writes, without any validation.</summary>
public sealed class PlainRequest
{
    [JsonPropertyName("taskType")]
    public string? TaskType { get; init; }

    [JsonPropertyName("taskUUID")]
    public Guid? TaskUuid { get; init; }

    [JsonPropertyName("model")]
    public string? Model { get; init; }

    [JsonPropertyName("positivePrompt")]
    public string? PositivePrompt { get; init; }

    [JsonPropertyName("negativePrompt")]
    public string? NegativePrompt { get; init; }

    [JsonPropertyName("width")]
    public int? Width { get; init; }

    [JsonPropertyName("height")]
    public int? Height { get; init; }

    [JsonPropertyName("seed")]
    public long? Seed { get; init; }

    [JsonPropertyName("steps")]
    public int? Steps { get; init; }

    [JsonPropertyName("numberResults")]
    public int? NumberResults { get; init; }

    [JsonPropertyName("clipSkip")]
    public int? ClipSkip { get; init; }

    [JsonPropertyName("maskMargin")]
    public int? MaskMargin { get; init; }

    [JsonPropertyName("maskBlur")]
    public int? MaskBlur { get; init; }

    [JsonPropertyName("maskPadding")]
    public int? MaskPadding { get; init; }

    [JsonPropertyName("outputQuality")]
    public int? OutputQuality { get; init; }

    [JsonPropertyName("cacheMaxSteps")]
    public int? CacheMaxSteps { get; init; }

    [JsonPropertyName("hiresSteps")]
    public int? HiresSteps { get; init; }

    [JsonPropertyName("startStep")]
    public long? StartStep { get; init; }

    [JsonPropertyName("endStep")]
    public long? EndStep { get; init; }

    [JsonPropertyName("CFGScale")]
    public decimal? CfgScale { get; init; }

    [JsonPropertyName("strength")]
    public decimal? Strength { get; init; }

    [JsonPropertyName("loraWeight")]
    public decimal? LoraWeight { get; init; }

    [JsonPropertyName("confidence")]
    public decimal? Confidence { get; init; }

    [JsonPropertyName("idWeight")]
    public decimal? IdWeight { get; init; }

    [JsonPropertyName("hiresStrength")]
    public decimal? HiresStrength { get; init; }

    [JsonPropertyName("teaCacheDistance")]
    public decimal? TeaCacheDistance { get; init; }

    [JsonPropertyName("repaintingScale")]
    public decimal? RepaintingScale { get; init; }

    [JsonPropertyName("includeCost")]
    public bool? IncludeCost { get; init; }

    [JsonPropertyName("checkContent")]
    public bool? CheckContent { get; init; }

    [JsonPropertyName("teaCache")]
    public bool? TeaCache { get; init; }

    [JsonPropertyName("deepCache")]
    public bool? DeepCache { get; init; }

    [JsonPropertyName("tiling")]
    public bool? Tiling { get; init; }

    [JsonPropertyName("ttl")]
    public long? Ttl { get; init; }

    [JsonPropertyName("outputType")]
    public DtoOutputType? OutputType { get; init; }

    [JsonPropertyName("outputFormat")]
    public DtoOutputFormat? OutputFormat { get; init; }

    [JsonPropertyName("deliveryMethod")]
    public DtoDeliveryMethod? DeliveryMethod { get; init; }

    [JsonPropertyName("scheduler")]
    public DtoScheduler? Scheduler { get; init; }

    [JsonPropertyName("webhookURL")]
    public Uri? WebhookUrl { get; init; }

    [JsonPropertyName("vae")]
    public string? Vae { get; init; }

    [JsonPropertyName("refiner")]
    public string? Refiner { get; init; }
}

[JsonConverter(typeof(JsonStringEnumConverter<DtoOutputType>))]
public enum DtoOutputType
{
    [JsonStringEnumMemberName("URL")]
    Url,
    [JsonStringEnumMemberName("base64Data")]
    Base64Data,
}

[JsonConverter(typeof(JsonStringEnumConverter<DtoOutputFormat>))]
public enum DtoOutputFormat
{
    [JsonStringEnumMemberName("JPG")]
    Jpg,
    [JsonStringEnumMemberName("PNG")]
    Png,
}

[JsonConverter(typeof(JsonStringEnumConverter<DtoDeliveryMethod>))]
public enum DtoDeliveryMethod
{
    [JsonStringEnumMemberName("sync")]
    Sync,
    [JsonStringEnumMemberName("async")]
    Async,
}

[JsonConverter(typeof(JsonStringEnumConverter<DtoScheduler>))]
public enum DtoScheduler
{
    [JsonStringEnumMemberName("Euler")]
    Euler,
    [JsonStringEnumMemberName("DPM++ 2M Karras")]
    DpmPlusPlus2MKarras,
}

/// <summary>The baseline: metadata-free writing, nulls left out.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, GenerationMode = JsonSourceGenerationMode.Default)]
[JsonSerializable(typeof(PlainRequest))]
internal sealed partial class PlainContext : JsonSerializerContext;
