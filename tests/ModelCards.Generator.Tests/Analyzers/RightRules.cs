namespace ModelCards.Generator.Tests.Analyzers;

/// <summary>Requests that <see cref="StudioCard"/> accepts, and requests of which nobody can tell: there is nothing to report.</summary>
internal static class RightRules
{
    public static readonly string[] All =
    [
        // Each rule kept.
        """StudioRequest.Create("a cat").Build()""",
        """StudioRequest.Create("a cat").WithWidth(512).WithHeight(512).Build()""",
        """StudioRequest.Create("a cat").WithStartStep(1).Build()""",
        """StudioRequest.Create("a cat").WithStartPercent(1).Build()""",
        """StudioRequest.Create("a cat").WithStartStep(3).WithEndStep(5).WithSteps(5).Build()""",
        """StudioRequest.Create("a cat").WithTileWidth(1024).WithTileHeight(512).Build()""",
        """StudioRequest.Create("a cat").WithTileWidth(512).WithTileHeight(512).Build()""",
        """StudioRequest.Create("a cat").WithQuality(90).Build()""",
        """StudioRequest.Create("a cat").WithQuality(90).WithFormat(StudioFormat.Jpg).Build()""",
        """StudioRequest.Create("a cat").WithTransparent(true).WithFormat(StudioFormat.Png).Build()""",
        """StudioRequest.Create("a cat").WithTransparent(false).Build()""",
        """StudioRequest.Create("a cat").WithTransparent(false).WithFormat(StudioFormat.Jpg).Build()""",
        """StudioRequest.Create("a cat").WithOptions(options => options.WithLayers(true)).WithSteps(30).Build()""",
        """StudioRequest.Create("a cat").WithOptions(options => options.WithLayers(false).WithCache(true)).WithSteps(40).Build()""",
        """StudioRequest.Create("a cat").WithOptions(options => options.WithCache(true)).Build()""",
        """StudioRequest.Create("a cat").WithMaskImage(Guid.NewGuid()).WithSeedImage(Guid.NewGuid()).Build()""",
        """StudioRequest.Create("a cat").WithEdit(edit => edit.WithKind(StudioEditKind.Local).WithMasks("a")).Build()""",
        """StudioRequest.Create("a cat").WithEdit(edit => edit.WithKind(StudioEditKind.Portrait)).WithTags("a").Build()""",
        """StudioRequest.Create("a cat").WithEdit(StudioEdit.Create().Build()).Build()""",
        """StudioRequest.Create("a cat").WithSteps(20).AddLora("abc", lora => lora.WithStart(20)).Build()""",
        """StudioRequest.Create("a cat").AddLora("abc", lora => lora.WithStart(99)).Build()""",
        """StudioRequest.Create("a cat").AddLora("abc").AddLora("abd", null).Build()""",
        """SourceRequest.Create(1).WithText("a").Build()""",
        """SourceRequest.Create(1).WithImage(new Uri("https://example.com")).Build()""",
        """new StudioRequest { Prompt = "a cat", Width = 512, Height = 512 }""",
        """client.RunAsync(new StudioRequest { Prompt = "a cat", Width = 512, Height = 512 })""",
        """client.RunAsync(new SourceRequest { Size = 1, Text = "a" })""",

        // Taken back, or replaced.
        """StudioRequest.Create("a cat").WithWidth(512).WithWidth(null).Build()""",
        """StudioRequest.Create("a cat").WithStartStep(1).WithStartPercent(5).WithStartStep(null).Build()""",
        """StudioRequest.Create("a cat").WithStartStep(5).WithEndStep(3).WithEndStep(6).Build()""",
        """StudioRequest.Create("a cat").WithQuality(90).WithFormat(StudioFormat.Png).WithFormat(StudioFormat.Webp).Build()""",
        """StudioRequest.Create("a cat").WithTransparent(true).WithTransparent(false).Build()""",
        """StudioRequest.Create("a cat").AddLora("abc", lora => lora.WithStart(1).WithStartPercent(5)).WithLoras(null).Build()""",
        """StudioRequest.Create("a cat").WithWidth(512).From(given).Build()""",

        // The builder goes on elsewhere.
        """StudioRequest.Create("a cat").WithWidth(512)""",
        """StudioRequest.Create("a cat").WithStartStep(1).WithStartPercent(5)""",
        """var half = StudioRequest.Create("a cat").WithWidth(512); half.WithHeight(512).Build().Validate();""",
        """var half = StudioRequest.Create("a cat").WithWidth(512); if (flag) half.WithHeight(512); given = half.Build();""",
        """StudioRequestBuilder Half() => StudioRequest.Create("a cat").WithWidth(512); given = Half().WithHeight(512).Build();""",
        """new List<StudioRequestBuilder> { StudioRequest.Create("a cat").WithWidth(512) }""",
        """StudioRequest.Create("a cat").WithWidth(512).Square().Build()""",
        """StudioRequest.Create("a cat").Square().Build()""",
        """Extensions.Square(StudioRequest.Create("a cat").WithWidth(512)).Build()""",

        // What was set before is not known.
        """builder.WithWidth(512).Build()""",
        """builder.Build()""",
        """builder.WithTransparent(true).Build()""",
        """builder.WithTileWidth(512).Build()""",
        """given.ToBuilder().WithHeight(512).Build()""",
        """new StudioRequestBuilder().From(given).WithHeight(512).Build()""",
        """new StudioRequestBuilder().From(given).Build()""",
        """builder.WithEndStep(3).Build()""",
        """builder.AddTag("a").AddTag("b").WithEdit(edit => edit.WithKind(StudioEditKind.Portrait)).WithTags(list).Build()""",

        // Values that nobody knows.
        """StudioRequest.Create("a cat").WithWidth(maybe).Build()""",
        """StudioRequest.Create("a cat").WithWidth(maybe).WithHeight(maybe).Build()""",
        """StudioRequest.Create("a cat").WithWidth(512).WithHeight(maybe).Build()""",
        """StudioRequest.Create("a cat").WithStartStep(maybe).WithStartPercent(5).Build()""",
        """StudioRequest.Create("a cat").WithStartStep(5).WithEndStep(number).Build()""",
        """StudioRequest.Create("a cat").WithSteps(number).WithEndStep(21).Build()""",
        """StudioRequest.Create("a cat").WithTileWidth(512).WithTileHeight(number).Build()""",
        """StudioRequest.Create("a cat").WithTileWidth(512).Build()""",
        """StudioRequest.Create("a cat").WithTransparent(flag).Build()""",
        """StudioRequest.Create("a cat").WithTransparent(flag).WithFormat(StudioFormat.Jpg).Build()""",
        """StudioRequest.Create("a cat").WithQuality(maybe).WithFormat(StudioFormat.Png).Build()""",
        """StudioRequest.Create("a cat").WithQuality(90).WithFormat((StudioFormat)number).Build()""",
        """StudioRequest.Create("a cat").WithMaskImage(url is null ? null : new Uri(text!)).Build()""",
        """SourceRequest.Create(1).WithText(text).Build()""",
        """SourceRequest.Create(1).WithText(text).WithImage(url).Build()""",
        """new StudioRequest { Prompt = "a cat", StartStep = maybe, StartPercent = 5 }""",

        // Objects that are nested in ways that only the running program sees.
        """StudioRequest.Create("a cat").AddLora("abc", lora => { lora.WithStart(1); if (flag) lora.WithStart(null); lora.WithStartPercent(5); }).Build()""",
        """StudioRequest.Create("a cat").WithEdit(edit => { edit.WithKind(StudioEditKind.Local); edit.WithMasks("a"); }).Build()""",
        """Action<StudioEditBuilder> configure = edit => edit.WithKind(StudioEditKind.Local); given = StudioRequest.Create("a cat").WithEdit(configure).Build();""",
        """void Configure(StudioEditBuilder edit) => edit.WithMasks("a"); given = StudioRequest.Create("a cat").WithEdit(Configure).Build();""",
        """StudioRequest.Create("a cat").WithEdit(edit => edit.WithKind(StudioEditKind.Local).WithExtra("masks2", 1)).Build()""",
        """var edit = StudioEdit.Create().WithKind(StudioEditKind.Local).Build(); given = StudioRequest.Create("a cat").WithEdit(edit).Build();""",

        // A request that others may complete: it is kept, not sent.
        """var template = new StudioRequest { Prompt = "a cat", Width = 512 }; given = template;""",
        """StudioRequest Template() => new StudioRequest { Prompt = "a cat", Width = 512 }; given = Template();""",
        """new StudioRequest { Prompt = "a cat", StartStep = 1, StartPercent = 5 }.ToBuilder().WithStartStep(null)""",
        """var first = new StudioRequest { Prompt = "a cat", StartStep = 1, StartPercent = 5 }; given = first.ToBuilder().WithStartStep(null).Build();""",

        // Members by name may be what is missing, and building without judging is meant.
        """StudioRequest.Create("a cat").WithWidth(512).WithExtra("height2", 512).Build()""",
        """StudioRequest.Create("a cat").WithStartStep(1).WithStartPercent(5).WithExtra("mode", 1).Build()""",
        """StudioRequest.Create("a cat").WithWidth(512).BuildUnchecked()""",
        """new StudioRequestBuilder().BuildUnchecked()""",
        """StudioRequest.Create("a cat").WithEdit(edit => edit.WithKind(StudioEditKind.Local)).BuildUnchecked()""",

        // Results that are used, or not wanted on purpose.
        """client.RunAsync(StudioRequest.Create("a cat").Build())""",
        """given = builder.Build();""",
        """_ = builder.Build();""",
        """builder.Build().Validate();""",
        """try { builder.Build(); } catch (ModelCards.Validation.RequestValidationException) { }""",
        """Action build = () => { builder.Build(); };""",
        """Action build = () => builder.Build();""",

        // Keys that come from elsewhere, or are none.
        """new RunwareClient(text!)""",
        """new RunwareClient(Environment.GetEnvironmentVariable("RUNWARE_API_KEY")!)""",
        """new RunwareClient("<your key>")""",
        """new RunwareClient("")""",
        """new RunwareClientOptions { ApiKey = text }""",
        """new RunwareClientOptions { ApiKey = null }""",
        """new RunwareClientOptions { UserAgentPrefix = "abcdefghijklmnop1234567890" }""",
        """RunwareClient.FromEnvironment()""",
    ];
}
