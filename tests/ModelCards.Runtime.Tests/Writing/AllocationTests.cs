using System.Buffers;
using System.Text.Json;
using ModelCards.Runtime.Tests.Harness;
using Xunit;

namespace ModelCards.Runtime.Tests.Writing;

public sealed class AllocationTests
{
    private const int Attempts = 3;

    private static StudioRequest TwentyParameters => new()
    {
        TaskUuid = Guid.NewGuid(),
        PositivePrompt = "a lighthouse at dusk, \"storm\"",
        Width = 1024,
        Height = 768,
        Seed = 1234567890123,
        CfgScale = 3.5m,
        Strength = 0.5,
        IncludeCost = true,
        OutputFormat = StudioFormat.Png,
        WebhookUrl = new Uri("https://hooks.example.com/done?id=1"),
        ParentUuid = Guid.NewGuid(),
        SeedImage = new Uri("https://example.com/a.png"),
        Steps = 30,
        StartStep = 5,
        Lora = [new StudioLora { Model = "civitai:1@2", Weight = -0.75m, EndStep = 20 }, new StudioLora { Model = "civitai:3@4", Weight = 1m }],
        HiresFix = new StudioHiresSettings { Steps = 4, HiresFix = true },
        Duration = StudioLength.Auto,
    };

    [Fact]
    public void JudgingAWarmRequestAllocatesNothing()
    {
        StudioRequest request = TwentyParameters;

        Assert.Equal(0, AllocatedBy(() => Assert.True(request.Validate().IsValid)));
    }

    [Fact]
    public void JudgingAFreshRequestOfAWarmTypeAllocatesNothing()
    {
        AllocatedBy(() => TwentyParameters.Validate());
        StudioRequest[] requests = [.. Enumerable.Range(0, 50 * Attempts).Select(_ => TwentyParameters)];
        int next = 0;

        Assert.Equal(0, AllocatedBy(() => requests[next++].Validate(), times: 25));
    }

    [Fact]
    public void WritingAWarmRequestAllocatesNothing()
    {
        StudioRequest request = TwentyParameters.ToBuilder().BuildUnchecked();
        var buffer = new ArrayBufferWriter<byte>(16 * 1024);
        using var writer = new Utf8JsonWriter(buffer);

        Assert.Equal(0, AllocatedBy(() =>
        {
            buffer.ResetWrittenCount();
            writer.Reset();
            request.WriteTo(writer);
            writer.Flush();
        }));
    }

    /// <summary>
    /// Bytes that this thread allocates in some runs, once as many went before: the least of a few tries, since a test beside
    /// this one may hold what a pattern keeps for one caller at a time.
    /// </summary>
    private static long AllocatedBy(Action action, int times = 100)
    {
        long least = long.MaxValue;
        for (int attempt = 0; attempt < Attempts && least > 0; attempt++)
        {
            for (int i = 0; i < times; i++)
                action();
            long before = GC.GetAllocatedBytesForCurrentThread();
            for (int i = 0; i < times; i++)
                action();
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return least;
    }
}
