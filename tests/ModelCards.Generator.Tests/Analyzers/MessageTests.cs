using ModelCards.Generator.Tests.Harness;

namespace ModelCards.Generator.Tests.Analyzers;

/// <summary>What each report says, whole: the culprit, what it is, and what is allowed.</summary>
public sealed class MessageTests
{
    [Theory]
    [InlineData("builder.WithWidth(100)", "width must be from 128 to 2048, but is 100")]
    [InlineData("builder.WithGamma(-1)", "gamma must be above 0, but is -1")]
    [InlineData("builder.WithTint(1)", "tint must be above 0 and below 1, but is 1")]
    [InlineData("builder.WithPrecise(1)", "precise must be at most 0.1234567890123456789, but is 1")]
    [InlineData("builder.WithWidth(1001)", "width must be a multiple of 16, but is 1001; nearest are 992 and 1008")]
    [InlineData("builder.WithTint(0.99m)", "tint must be a multiple of 0.05, but is 0.99; nearest is 0.95")]
    [InlineData("builder.WithPrompt(\"a\")", "prompt must have 2 to 12 characters, but has 1 character")]
    [InlineData("builder.AddLora(\"a\")", "model must have at least 3 characters, but has 1 character")]
    [InlineData("builder.WithColour(\"red\")", "colour must match ^#([A-Fa-f0-9]{6}|[A-Fa-f0-9]{3})$")]
    [InlineData("builder.WithSession(Guid.Parse(\"x\"))", "'x' is not a UUID: it must have 32 hexadecimal digits in groups of 8, 4, 4, 4 and 12")]
    [InlineData("builder.WithWebhookUrl(new Uri(\"x\"))", "'x' is not an absolute URI: it has no scheme, such as https:")]
    [InlineData("builder.WithModel(\"my model\")", "'my model' is not an AIR, which names a model, such as runware:101@1 or civitai:132942@146296")]
    [InlineData("builder.WithTags()", "tags must have 1 to 3 items, but has 0 items")]
    [InlineData("builder.WithFormat((StudioFormat)7)", "format cannot be (StudioFormat)7; allowed: Jpg, Png, Webp")]
    [InlineData("builder.WithDuration(\"x\")", "duration cannot be 'x'; allowed: 'auto'")]
    [InlineData("builder.WithStartStep(1).WithStartPercent(2).Build()", "startStep and startPercent exclude each other; remove one of them")]
    [InlineData("StudioRequest.Create(\"a cat\").WithWidth(512).Build()", "width needs height")]
    [InlineData("StudioRequest.Create(\"a cat\").WithTransparent(true).Build()", "transparent true needs format")]
    [InlineData("builder.WithStartStep(5).WithEndStep(3).Build()", "endStep must be greater than startStep, which is 5, but is 3")]
    [InlineData("builder.WithSteps(5).WithEndStep(6).Build()", "endStep must be at most steps, which is 5, but is 6")]
    [InlineData("builder.WithTileWidth(1000).WithTileHeight(600).Build()", "tileWidth and tileHeight cannot be 1000 x 600 together; nearest is 1024 x 512")]
    [InlineData("builder.WithQuality(90).WithFormat(StudioFormat.Png).Build()", "format StudioFormat.Png cannot be together with quality; allowed: StudioFormat.Jpg, StudioFormat.Webp")]
    [InlineData("builder.WithOptions(options => options.WithLayers(true)).WithSteps(40).Build()", "steps 40 cannot be together with options.layers true")]
    [InlineData("new StudioRequestBuilder().Build()", "prompt is missing: no request of this card is valid without it")]
    [InlineData("SourceRequest.Create(1).Build()", "image or text is missing: no request of this card is valid without it")]
    [InlineData("builder.Build();", "Build() makes a request and nothing uses it; send it, keep it, or call Validate() to judge it")]
    [InlineData(
        "new RunwareClient(\"abcdefgh\")",
        "An API key in source code can be read by everyone who sees the code or the program; take it from configuration, such as the environment variable RUNWARE_API_KEY")]
    public void SaysWhatIsWrongAndWhatIsAllowed(string code, string message) =>
        Assert.Equal(message, UsageHarness.Message(Assert.Single(Snippet.Studio.Analyze(Snippet.File(code)))));
}
