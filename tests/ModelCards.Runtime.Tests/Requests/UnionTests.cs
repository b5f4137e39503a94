using System.Text.Json;
using ModelCards.Runtime.Tests.Harness;
using Xunit;

namespace ModelCards.Runtime.Tests.Requests;

public sealed class UnionTests
{
    [Fact]
    public void AUnionHoldsOneOfItsTypes()
    {
        StudioHiresFix on = true;
        StudioHiresFix settings = new StudioHiresSettings { Steps = 4 };

        Assert.True(on.AsBoolean);
        Assert.Null(on.AsSettings);
        Assert.Null(settings.AsBoolean);
        Assert.Equal(4, settings.AsSettings!.Steps);
    }

    [Fact]
    public void TwoClosedSetsAreToldApart()
    {
        StudioDuration seconds = StudioSeconds.Value8;
        StudioDuration length = StudioLength.Shortest;

        Assert.Equal(StudioSeconds.Value8, seconds.AsSeconds);
        Assert.Null(seconds.AsLength);
        Assert.Null(length.AsSeconds);
        Assert.Equal(StudioLength.Shortest, length.AsLength);
    }

    [Theory]
    [InlineData("""{"hiresFix":true}""")]
    [InlineData("""{"hiresFix":false}""")]
    [InlineData("""{"hiresFix":{}}""")]
    [InlineData("""{"hiresFix":{"steps":4,"unknown":[1]}}""")]
    [InlineData("""{"duration":8}""")]
    [InlineData("""{"duration":"shortest"}""")]
    public void AUnionIsReadAndWritten(string json) => Assert.Equal(json, JsonSerializer.Serialize(JsonSerializer.Deserialize<StudioRequest>(json)));

    [Fact]
    public void AUnionIsJudgedByItsSchema()
    {
        Assert.Equal(["hiresFix must be true, but is false."], Errors(new StudioRequest { PositivePrompt = "ab", HiresFix = false }));
        Assert.Equal(["hiresFix.steps must be at least 1, but is 0."], Errors(new StudioRequest { PositivePrompt = "ab", HiresFix = new StudioHiresSettings { Steps = 0 } }));
        Assert.Empty(Errors(new StudioRequest { PositivePrompt = "ab", Duration = StudioSeconds.Value10 }));
        Assert.Equal(
            ["duration must be one of auto, shortest, but is \"9\"."],
            Errors(new StudioRequest { PositivePrompt = "ab", Duration = (StudioLength)9 }));
    }

    [Fact]
    public void ReadingTellsTheTypesApart()
    {
        Assert.Equal(StudioSeconds.Value6, JsonSerializer.Deserialize<StudioRequest>("""{"duration":6.0}""")!.Duration!.AsSeconds);
        Assert.Null(JsonSerializer.Deserialize<StudioRequest>("""{"duration":6}""")!.Duration!.AsLength);
        Assert.Equal(StudioLength.Auto, JsonSerializer.Deserialize<StudioRequest>("""{"duration":"auto"}""")!.Duration!.AsLength);
        Assert.Null(JsonSerializer.Deserialize<StudioRequest>("""{"duration":"auto"}""")!.Duration!.AsSeconds);
    }

    private static string[] Errors(StudioRequest request) => [.. request.Validate().Errors.Select(error => error.Message)];
}
