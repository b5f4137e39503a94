using ModelCards.Requests;

namespace ModelCards.Runtime.Tests.Harness;

/// <summary>A builder as the generator makes it.</summary>
public sealed class StudioBuilder : RequestBuilder<StudioBuilder, StudioRequest>
{
    private StudioBuilder()
    {
    }

    public static StudioBuilder Create(string positivePrompt) => new StudioBuilder().WithPositivePrompt(positivePrompt);

    public static StudioBuilder Of(StudioRequest request) => new StudioBuilder().From(request);

    public StudioBuilder WithTaskUuid(Guid? value) => Set(1, value);

    public StudioBuilder WithPositivePrompt(string? value) => Set(3, value);

    public StudioBuilder WithWidth(int? value) => Set(4, value);

    public StudioBuilder WithHeight(int? value) => Set(5, value);

    public StudioBuilder WithCfgScale(decimal? value) => Set(7, value);

    public StudioBuilder WithOutputFormat(StudioFormat? value) => Set(10, value);

    public StudioBuilder WithLora(IEnumerable<StudioLora>? value) => SetList(17, value);

    public StudioBuilder AddLora(string model, Action<StudioLoraBuilder>? configure = null) => Add(17, StudioLoraBuilder.Create(model), configure);

    public StudioBuilder WithTags(IEnumerable<string>? value) => SetList(18, value);

    public StudioBuilder AddTag(string value) => Add(18, value);

    public StudioBuilder WithHiresFix(StudioHiresFix? value) => Set(19, value);
}

/// <summary>A builder of a nested object as the generator makes it.</summary>
public sealed class StudioLoraBuilder : NestedBuilder<StudioLoraBuilder, StudioLora>
{
    private StudioLoraBuilder()
    {
    }

    public static StudioLoraBuilder Create(string model) => new StudioLoraBuilder().WithModel(model);

    public StudioLoraBuilder WithModel(string? value) => Set(0, value);

    public StudioLoraBuilder WithWeight(decimal? value) => Set(1, value);
}
