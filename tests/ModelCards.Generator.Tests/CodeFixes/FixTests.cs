using ModelCards.Generator.Tests.Analyzers;
using ModelCards.Generator.Tests.Harness;

namespace ModelCards.Generator.Tests.CodeFixes;

/// <summary>What is offered for a line of code, and the line after each offer. What a fix leaves is right.</summary>
public sealed class FixTests
{
    private static readonly FixHarness Fixes = new(Snippet.Studio);

    [Theory]
    [InlineData("WithWidth(1001)", "Use 992 -> WithWidth(992)", "Use 1008 -> WithWidth(1008)")]
    [InlineData("WithWidth(2047)", "Use 2032 -> WithWidth(2032)", "Use 2048 -> WithWidth(2048)")]
    [InlineData("WithWidth(129)", "Use 128 -> WithWidth(128)", "Use 144 -> WithWidth(144)")]
    [InlineData("WithWidth(-5)", "Use 128 -> WithWidth(128)")]
    [InlineData("WithWidth(5000)", "Use 2048 -> WithWidth(2048)")]
    [InlineData("WithSteps(0)", "Use 1 -> WithSteps(1)")]
    [InlineData("WithSteps(value: 51)", "Use 50 -> WithSteps(value: 50)")]
    [InlineData("WithSeed(-1)", "Use 0 -> WithSeed(0)")]
    [InlineData("WithCfgScale(3.505m)", "Use 3.5m -> WithCfgScale(3.5m)", "Use 3.51m -> WithCfgScale(3.51m)")]
    [InlineData("WithCfgScale(19.999m)", "Use 19.99m -> WithCfgScale(19.99m)", "Use 20 -> WithCfgScale(20)")]
    [InlineData("WithCfgScale(21)", "Use 20 -> WithCfgScale(20)")]
    [InlineData("WithTint(0)", "Use 0.05m -> WithTint(0.05m)")]
    [InlineData("WithTint(1.5m)", "Use 0.95m -> WithTint(0.95m)")]
    [InlineData("WithTint(0.01m)", "Use 0.05m -> WithTint(0.05m)")]
    [InlineData("WithTint(0.99m)", "Use 0.95m -> WithTint(0.95m)")]
    [InlineData("WithDuration(21)", "Use 20 -> WithDuration(20)")]
    [InlineData("AddLora(\"abc\", lora => lora.WithWeight(-9))", "Use -4 -> AddLora(\"abc\", lora => lora.WithWeight(-4))")]
    // Nothing is certainly right: a bound that is not reached, a constant with a name, a text.
    [InlineData("WithGamma(-1)")]
    [InlineData("WithWidth(Uneven)")]
    [InlineData("WithWidth(10 * Unit + 1)")]
    [InlineData("WithPrompt(\"a\")")]
    [InlineData("WithTags()")]
    public void NearestValue(string call, params string[] offers) => Expect($"builder.{call}", offers.Select(offer => offer.Replace(" -> ", " -> builder.", StringComparison.Ordinal)));

    [Fact]
    public void OneOfTwoThatExcludeEachOther() => Expect(
        "StudioRequest.Create(\"a cat\").WithStartStep(1).WithSteps(5).WithStartPercent(5).Build()",
        [
            "Remove StartStep -> StudioRequest.Create(\"a cat\").WithSteps(5).WithStartPercent(5).Build()",
            "Remove StartPercent -> StudioRequest.Create(\"a cat\").WithStartStep(1).WithSteps(5).Build()",
        ]);

    [Fact]
    public void OneOfTwoAssignments() => Expect(
        "new StudioRequest { Prompt = \"a cat\", StartStep = 1, StartPercent = 5 }",
        [
            "Remove StartStep -> new StudioRequest { Prompt = \"a cat\", StartPercent = 5 }",
            "Remove StartPercent -> new StudioRequest { Prompt = \"a cat\", StartStep = 1 }",
        ]);

    [Fact]
    public void OneOfTwoCallsOnLinesOfTheirOwn() => Expect(
        """
        StudioRequest.Create("a cat")
            .WithStartStep(1)
            .WithStartPercent(5)
            .Build()
        """,
        [
            """
            Remove StartStep -> StudioRequest.Create("a cat")
                .WithStartPercent(5)
                .Build()
            """,
            """
            Remove StartPercent -> StudioRequest.Create("a cat")
                .WithStartStep(1)
                .Build()
            """,
        ]);

    [Theory]
    [InlineData("Create(\"a cat\").WithWidth(512).Build()", "Add Height -> Create(\"a cat\").WithWidth(512).WithHeight(512).Build()")]
    [InlineData("Create(\"a cat\").WithHeight(number).Build()", "Add Width -> Create(\"a cat\").WithHeight(number).WithWidth(128).Build()")]
    [InlineData("Create(\"a cat\").WithTransparent(true).Build()", "Add Format -> Create(\"a cat\").WithTransparent(true).WithFormat(StudioFormat.Png).Build()")]
    // No value of ours would be an image, or the names of masks.
    [InlineData("Create(\"a cat\").WithMaskImage(Guid.Empty).Build()")]
    [InlineData("Create(\"a cat\").WithEdit(edit => edit.WithKind(StudioEditKind.Local)).Build()")]
    public void MissingPartner(string call, params string[] offers) =>
        Expect($"StudioRequest.{call}", offers.Select(offer => offer.Replace(" -> ", " -> StudioRequest.", StringComparison.Ordinal)));

    [Fact]
    public void MissingPartnerOfAnAssignment() => Expect(
        "client.RunAsync(new StudioRequest { Prompt = \"a cat\", Width = 512 })",
        ["Add Height -> client.RunAsync(new StudioRequest { Prompt = \"a cat\", Width = 512, Height = 512 })"]);

    [Fact]
    public void MissingPartnerOnALineOfItsOwn() => Expect(
        """
        StudioRequest.Create("a cat")
            .WithWidth(512)
            .Build()
        """,
        [
            """
            Add Height -> StudioRequest.Create("a cat")
                .WithWidth(512)
                .WithHeight(512)
                .Build()
            """,
        ]);

    [Theory]
    [InlineData("new RunwareClient(\"abcdefgh12345678\")", "new RunwareClient(Environment.GetEnvironmentVariable(\"RUNWARE_API_KEY\")!)")]
    [InlineData("new RunwareClientOptions { ApiKey = \"abcdefgh12345678\" }", "new RunwareClientOptions { ApiKey = Environment.GetEnvironmentVariable(\"RUNWARE_API_KEY\") }")]
    public void KeyFromTheEnvironment(string code, string after) =>
        Expect(code, ["Take the key from the environment variable RUNWARE_API_KEY -> " + after]);

    [Fact]
    public void KeyFromTheEnvironmentWithoutTheUsing() => Assert.Equal(
        "_ = new ModelCards.RunwareClient(System.Environment.GetEnvironmentVariable(\"RUNWARE_API_KEY\")!);",
        Assert.Single(Fixes.Offers("_ = new ModelCards.RunwareClient(\"abcdefgh12345678\");")).Code);

    [Fact]
    public void FixAllTakesTheLowerNeighbourEverywhere() => Assert.Equal(
        Snippet.File("builder.WithWidth(992).WithHeight(992).WithSteps(51).AddLora(\"abc\", lora => lora.WithWeight(0.5m))"),
        Fixes.FixAll(Snippet.File("builder.WithWidth(1001).WithHeight(1005).WithSteps(51).AddLora(\"abc\", lora => lora.WithWeight(0.505m))"), "Use 992"));

    [Fact]
    public void FixAllClampsEverywhere() => Assert.Equal(
        Snippet.File("builder.WithWidth(128).WithHeight(2048).WithSteps(50).WithCfgScale(3.505m)"),
        Fixes.FixAll(Snippet.File("builder.WithWidth(-1).WithHeight(9999).WithSteps(51).WithCfgScale(3.505m)"), "Use 128"));

    [Fact]
    public void FixAllRemovesTheFirstEverywhere() => Assert.Equal(
        Snippet.File("new[] { builder.WithStartPercent(5).Build(), builder.WithStartStep(3).Build(), new() { Prompt = \"a cat\", StartPercent = 1 } }"),
        Fixes.FixAll(
            Snippet.File(
                "new[] { builder.WithStartStep(1).WithStartPercent(5).Build(), builder.WithStartPercent(3).WithStartStep(3).Build(), "
                + "new() { Prompt = \"a cat\", StartStep = 1, StartPercent = 1 } }"),
            "Remove StartStep"));

    [Fact]
    public void FixAllAddsEveryPartner() => Assert.Equal(
        Snippet.File("new[] { StudioRequest.Create(\"a cat\").WithWidth(512).WithHeight(512).Build(), StudioRequest.Create(\"a cat\").WithHeight(256).WithWidth(256).Build() }"),
        Fixes.FixAll(
            Snippet.File("new[] { StudioRequest.Create(\"a cat\").WithWidth(512).Build(), StudioRequest.Create(\"a cat\").WithHeight(256).Build() }"), "Add Height"));

    [Fact]
    public void FixAllTakesEveryKeyFromTheEnvironment() => Assert.Equal(
        Snippet.File(
            "new object[] { new RunwareClient(Environment.GetEnvironmentVariable(\"RUNWARE_API_KEY\")!), "
            + "new RunwareClientOptions { ApiKey = Environment.GetEnvironmentVariable(\"RUNWARE_API_KEY\") } }"),
        Fixes.FixAll(
            Snippet.File("new object[] { new RunwareClient(\"abcdefgh12345678\"), new RunwareClientOptions { ApiKey = \"abcdefgh12345679\" } }"),
            "Take the key from the environment variable RUNWARE_API_KEY"));

    private static void Expect(string line, IEnumerable<string> offers)
    {
        IReadOnlyList<(string Title, string Code)> found = Fixes.Offers(Snippet.File(line));
        string[] expected = [.. offers];
        Assert.Equal(expected.Select(offer => offer.Split(" -> ", 2)[0]), found.Select(offer => offer.Title));
        Assert.Equal(expected.Select(offer => Snippet.File(offer.Split(" -> ", 2)[1])), found.Select(offer => offer.Code));
        // What is left is right, or at least not reported for the same reason.
        Assert.All(found, offer => Assert.Empty(Snippet.Studio.Analyze(offer.Code)));
    }
}
