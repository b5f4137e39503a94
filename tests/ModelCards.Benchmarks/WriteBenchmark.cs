using System.Buffers;
using System.Text.Json;
using BenchmarkDotNet.Attributes;

namespace ModelCards.Benchmarks;

/// <summary>Validate and write a request of forty parameters, against System.Text.Json's source generator that only writes.</summary>
[MemoryDiagnoser]
public class WriteBenchmark : IDisposable
{
    private static readonly Uri Webhook = new("https://hooks.example.com/done?id=1");

    private readonly ArrayBufferWriter<byte> _buffer = new(16 * 1024);
    private readonly Utf8JsonWriter _writer;

    private readonly FortyParametersRequest _ours = FortyParametersRequest.Create("a lighthouse at dusk, long exposure, storm clouds")
        .WithTaskUuid(new Guid("a770f077-f413-47de-9dac-be0b26a35da6")).WithNegativePrompt("people, text, watermark")
        .WithWidth(1024).WithHeight(768).WithSeed(1234567890123).WithSteps(28).WithNumberResults(4).WithClipSkip(2).WithMaskMargin(32).WithMaskBlur(5)
        .WithMaskPadding(10).WithOutputQuality(95).WithCacheMaxSteps(3).WithHiresSteps(15).WithStartStep(2).WithEndStep(20).WithCfgScale(3.5m)
        .WithStrength(0.8m).WithLoraWeight(0.75m).WithConfidence(0.9m).WithIdWeight(1.25m).WithHiresStrength(0.6m).WithTeaCacheDistance(0.55m)
        .WithRepaintingScale(0.07m).WithIncludeCost(true).WithCheckContent(false).WithTeaCache(true).WithDeepCache(false).WithTiling(false).WithTtl(3600)
        .WithOutputType(FortyParametersOutputType.Url).WithOutputFormat(FortyParametersOutputFormat.Png).WithDeliveryMethod(FortyParametersDeliveryMethod.Sync).WithScheduler(FortyParametersScheduler.DpmPlusPlus2MKarras)
        .WithWebhookUrl(Webhook).WithVae("civitai:101055@128078").WithRefiner("civitai:101055@128080")
        .Build();

    private readonly PlainRequest _plain = new()
    {
        TaskType = "imageInference", TaskUuid = new Guid("a770f077-f413-47de-9dac-be0b26a35da6"), Model = "runware:400@40",
        PositivePrompt = "a lighthouse at dusk, long exposure, storm clouds", NegativePrompt = "people, text, watermark",
        Width = 1024, Height = 768, Seed = 1234567890123, Steps = 28, NumberResults = 4, ClipSkip = 2, MaskMargin = 32, MaskBlur = 5,
        MaskPadding = 10, OutputQuality = 95, CacheMaxSteps = 3, HiresSteps = 15, StartStep = 2, EndStep = 20, CfgScale = 3.5m,
        Strength = 0.8m, LoraWeight = 0.75m, Confidence = 0.9m, IdWeight = 1.25m, HiresStrength = 0.6m, TeaCacheDistance = 0.55m,
        RepaintingScale = 0.07m, IncludeCost = true, CheckContent = false, TeaCache = true, DeepCache = false, Tiling = false, Ttl = 3600,
        OutputType = DtoOutputType.Url, OutputFormat = DtoOutputFormat.Png, DeliveryMethod = DtoDeliveryMethod.Sync, Scheduler = DtoScheduler.DpmPlusPlus2MKarras,
        WebhookUrl = Webhook, Vae = "civitai:101055@128078", Refiner = "civitai:101055@128080",
    };

    public WriteBenchmark()
    {
        _writer = new Utf8JsonWriter(_buffer);
        // A ratio between different texts would say nothing.
        ValidateAndWrite();
        byte[] ours = _buffer.WrittenSpan.ToArray();
        SourceGeneratedWrite();
        using JsonDocument left = JsonDocument.Parse(ours);
        using JsonDocument right = JsonDocument.Parse(_buffer.WrittenMemory);
        if (left.RootElement.EnumerateObject().Count() != 40 || !JsonElement.DeepEquals(left.RootElement, right.RootElement))
            throw new InvalidOperationException("The two writers disagree.");
    }

    [Benchmark(Baseline = true, Description = "System.Text.Json source-gen: write")]
    public void SourceGeneratedWrite()
    {
        Restart();
        JsonSerializer.Serialize(_writer, _plain, PlainContext.Default.PlainRequest);
        _writer.Flush();
    }

    [Benchmark(Description = "ModelCards: validate + write")]
    public void ValidateAndWrite()
    {
        Restart();
        if (!_ours.Validate().IsValid)
            throw new InvalidOperationException();
        _ours.WriteTo(_writer);
        _writer.Flush();
    }

    [Benchmark(Description = "ModelCards: validate")]
    public bool Validate() => _ours.Validate().IsValid;

    public void Dispose()
    {
        _writer.Dispose();
        GC.SuppressFinalize(this);
    }

    private void Restart()
    {
        _buffer.ResetWrittenCount();
        _writer.Reset();
    }
}
