namespace ModelCards.Generator.Tests.Analyzers;

/// <summary>Members that <see cref="StudioCard"/> never accepts together: the number of the report, and the code with its place.</summary>
internal static class WrongRules
{
    public static readonly (string Id, string Code)[] All =
    [
        // Members that exclude each other.
        ("CARD0110", """StudioRequest.Create("a cat").WithStartStep(1).[|WithStartPercent|](5).Build()"""),
        ("CARD0110", """StudioRequest.Create("a cat").WithStartPercent(5).WithSteps(10).[|WithStartStep|](number).Build()"""),
        ("CARD0110", """builder.WithStartStep(1).[|WithStartPercent|](5).Build()"""),
        ("CARD0110", """given.ToBuilder().WithStartStep(1).[|WithStartPercent|](5).Build()"""),
        ("CARD0110", """new StudioRequestBuilder().WithPrompt("a cat").WithStartStep(1).[|WithStartPercent|](5).Build()"""),
        ("CARD0110", """new StudioRequest { Prompt = "a cat", StartStep = 1, [|StartPercent|] = 5 }"""),
        ("CARD0110", """StudioRequest request = new() { Prompt = "a cat", StartPercent = 1, [|StartStep|] = number };"""),
        ("CARD0110", """client.RunAsync(new StudioRequest { Prompt = "a cat", StartStep = 1, [|StartPercent|] = 5 })"""),
        ("CARD0110", """StudioRequest.Create("a cat").AddLora("abc", lora => lora.WithStart(1).[|WithStartPercent|](5)).Build()"""),
        ("CARD0110", """builder.AddLora("abc", lora => lora.WithStart(1).[|WithStartPercent|](5)).Build()"""),
        ("CARD0110", """StudioLora.Create("abc").WithStart(1).[|WithStartPercent|](5).Build()"""),
        ("CARD0110", """new StudioLora { Model = "abc", Start = 1, [|StartPercent|] = 5 }"""),
        ("CARD0110", """builder.AddLora(new StudioLora { Model = "abc", Start = 1, [|StartPercent|] = 5 }).Build()"""),
        ("CARD0110", """SourceRequest.Create(1).WithText("a").[|WithImage|](new Uri("https://example.com")).Build()"""),
        ("CARD0110", """new SourceRequest { Size = 1, Text = "a", [|Image|] = new Uri("https://example.com") }"""),

        // A partner that is missing when the request is built.
        ("CARD0111", """StudioRequest.Create("a cat").[|WithWidth|](512).Build()"""),
        ("CARD0111", """StudioRequest.Create("a cat").[|WithHeight|](512).Build()"""),
        ("CARD0111", """StudioRequest.Create("a cat").WithSteps(5).[|WithWidth|](number).WithCfgScale(3).Build()"""),
        ("CARD0111", """StudioRequest.Create("a cat").[|WithWidth|](512).WithHeight(null).Build()"""),
        ("CARD0111", """StudioRequest.Create("a cat").[|WithWidth|](512).WithHeight(512).WithHeight(default).Build()"""),
        ("CARD0111", """new StudioRequestBuilder().WithPrompt("a cat").[|WithWidth|](512).Build()"""),
        ("CARD0111", """StudioRequest.Create("a cat").[|WithMaskImage|](Guid.NewGuid()).Build()"""),
        ("CARD0111", """StudioRequest.Create("a cat").[|WithMaskImage|](MediaInput.FromUrl("https://example.com/a.png")).Build()"""),
        ("CARD0111", """StudioRequest.Create("a cat").[|WithTransparent|](true).Build()"""),
        ("CARD0111", """StudioRequest.Create("a cat").WithEdit(edit => edit.[|WithKind|](StudioEditKind.Local)).Build()"""),
        ("CARD0111", """StudioRequest.Create("a cat").WithEdit(edit => edit.[|WithMasks|]("a")).Build()"""),
        ("CARD0111", """client.RunAsync(new StudioRequest { Prompt = "a cat", [|Width|] = 512 })"""),
        ("CARD0111", """new StudioRequest { Prompt = "a cat", [|Height|] = 512 }.Validate()"""),
        ("CARD0111", """client.RunAsync(new StudioRequest { Prompt = "a cat", Edit = new StudioEdit { [|Kind|] = StudioEditKind.Local } })"""),
        ("CARD0111", """builder.WithEdit(new StudioEdit { [|Kind|] = StudioEditKind.Local })"""),
        ("CARD0111", """StudioRequest.Create("a cat").WithEdit(StudioEdit.Create().[|WithKind|](StudioEditKind.Local).Build()).Build()"""),

        // Ends before their starts, and past what bounds them.
        ("CARD0112", """StudioRequest.Create("a cat").WithStartStep(5).WithEndStep([|3|]).Build()"""),
        ("CARD0112", """StudioRequest.Create("a cat").WithEndStep([|5|]).WithStartStep(5).Build()"""),
        ("CARD0112", """StudioRequest.Create("a cat").WithSteps(20).WithEndStep([|21|]).Build()"""),
        ("CARD0112", """builder.WithStartStep(Unit).WithEndStep([|Tiny|]).Build()"""),
        ("CARD0112", """new StudioRequest { Prompt = "a cat", StartStep = 5, EndStep = [|3|] }"""),
        ("CARD0112", """new StudioRequest { Prompt = "a cat", Steps = 20, EndStep = [|21|] }"""),
        ("CARD0112", """StudioRequest.Create("a cat").WithSteps(20).AddLora("abc", lora => lora.WithStart([|21|])).Build()"""),
        ("CARD0112", """StudioRequest.Create("a cat").AddLora("abc", lora => lora.WithStart([|21|])).WithSteps(20).Build()"""),
        ("CARD0112", """StudioRequest.Create("a cat").WithSteps(20).AddLora(new StudioLora { Model = "abc", Start = [|21|] }).Build()"""),
        ("CARD0112", """builder.WithSteps(20).AddLora("abc", lora => lora.WithStart([|21|])).Build()"""),

        // Sizes that no table lists.
        ("CARD0113", """StudioRequest.Create("a cat").WithTileWidth(512).WithTileHeight([|768|]).Build()"""),
        ("CARD0113", """StudioRequest.Create("a cat").WithTileHeight(1024).WithTileWidth([|1024|]).Build()"""),
        ("CARD0113", """builder.WithTileWidth(512).WithTileHeight([|1024|]).Build()"""),
        ("CARD0109", """StudioRequest.Create("a cat").WithTileHeight([|768|]).Build()"""),
        ("CARD0109", """builder.WithTileWidth([|1000|]).Build()"""),
        ("CARD0109", """StudioRequest.Create("a cat").WithTileWidth(number).WithTileHeight([|768|]).Build()"""),
        ("CARD0113", """new StudioRequest { Prompt = "a cat", TileWidth = 1000, TileHeight = [|1000|] }"""),

        // Lists that grow beyond what is allowed.
        ("CARD0108", """StudioRequest.Create("a cat").WithTags("a", "b", "c").AddTag([|"d"|]).Build()"""),
        ("CARD0108", """StudioRequest.Create("a cat").AddLora("abc").AddLora("abd").[|AddLora|]("abe").Build()"""),

        // Values that another value rules out.
        ("CARD0114", """StudioRequest.Create("a cat").WithQuality(90).WithFormat([|StudioFormat.Png|]).Build()"""),
        ("CARD0114", """StudioRequest.Create("a cat").WithFormat([|StudioFormat.Png|]).WithQuality(number).Build()"""),
        ("CARD0114", """new StudioRequest { Prompt = "a cat", Quality = 90, Format = [|StudioFormat.Png|] }"""),
        ("CARD0114", """StudioRequest.Create("a cat").WithTransparent(true).WithFormat([|StudioFormat.Jpg|]).Build()"""),
        ("CARD0114", """StudioRequest.Create("a cat").WithOptions(options => options.WithLayers(true)).WithSteps([|40|]).Build()"""),
        ("CARD0114", """StudioRequest.Create("a cat").WithSteps([|40|]).WithOptions(new StudioOptions { Layers = true }).Build()"""),
        ("CARD0114", """new StudioRequest { Prompt = "a cat", Steps = [|31|], Options = new StudioOptions { Layers = true } }"""),
        ("CARD0114", """StudioRequest.Create("a cat").WithOptions(options => options.WithLayers(true).WithCache([|true|])).Build()"""),
        ("CARD0114", """StudioRequest.Create("a cat").WithEdit(edit => edit.WithKind(StudioEditKind.Portrait)).WithTags([|"a", "b"|]).Build()"""),
        ("CARD0114", """StudioRequest.Create("a cat").WithEdit(edit => edit.WithMasks("a").WithKind([|StudioEditKind.Portrait|])).Build()"""),

        // What no request of the card is valid without.
        ("CARD0115", """new StudioRequestBuilder().[|Build|]()"""),
        ("CARD0115", """new StudioRequestBuilder().WithSteps(5).[|Build|]()"""),
        ("CARD0115", """new StudioRequestBuilder().WithPrompt(null!).[|Build|]()"""),
        ("CARD0115", """SourceRequest.Create(1).[|Build|]()"""),
        ("CARD0115", """new SourceRequestBuilder().WithText("a").[|Build|]()"""),
        ("CARD0115", """client.RunAsync(new [|SourceRequest|] { Size = 1 })"""),
        ("CARD0115", """builder.AddLora(new StudioLoraBuilder().[|Build|]())"""),

        // A request that nobody sends.
        ("CARD0116", """builder.[|Build|]();"""),
        ("CARD0116", """StudioRequest.Create("a cat").WithSteps(5).[|Build|]();"""),
        ("CARD0116", """builder.[|BuildUnchecked|]();"""),
        ("CARD0116", """StudioLora.Create("abc").[|Build|]();"""),
        ("CARD0116", """if (flag) builder.[|Build|]();"""),
        ("CARD0116", """try { builder.[|Build|](); } finally { Console.WriteLine(); }"""),

        // Keys in source.
        ("CARD0117", """new RunwareClient([|"abcdefghijklmnop1234567890"|])"""),
        ("CARD0117", """new RunwareClient(apiKey: [|"abcdefghijklmnop1234567890"|])"""),
        ("CARD0117", """RunwareClient other = new([|"abcdefghijklmnop1234567890"|]);"""),
        ("CARD0117", """const string key = "abcdefghijklmnop1234567890"; new RunwareClient([|key|]).ToString();"""),
        ("CARD0117", """new RunwareClient([|Initial|])"""),
        ("CARD0117", """new RunwareClient([|"abc" + "def"|])"""),
        ("CARD0117", """new RunwareClientOptions { ApiKey = [|"abcdefghijklmnop1234567890"|] }"""),
        ("CARD0117", """new RunwareClient(new RunwareClientOptions { ApiKey = [|"abcdefghijklmnop1234567890"|] })"""),
        ("CARD0117", """var options = new RunwareClientOptions(); options.ApiKey = [|"abcdefghijklmnop1234567890"|];"""),
    ];
}
