namespace ModelCards.Generator.Tests.Analyzers;

/// <summary>Values that <see cref="StudioCard"/> never accepts: the number of the report, and the code with its place.</summary>
internal static class WrongValues
{
    public static readonly (string Id, string Code)[] Numbers =
    [
        // Below, above and off step, in builder calls.
        ("CARD0101", """StudioRequest.Create("a cat").WithWidth([|127|])"""),
        ("CARD0101", """StudioRequest.Create("a cat").WithWidth([|0|])"""),
        ("CARD0101", """StudioRequest.Create("a cat").WithWidth([|-16|])"""),
        ("CARD0101", """StudioRequest.Create("a cat").WithWidth([|2049|])"""),
        ("CARD0101", """StudioRequest.Create("a cat").WithWidth([|2064|])"""),
        ("CARD0101", """StudioRequest.Create("a cat").WithWidth([|int.MaxValue|])"""),
        ("CARD0101", """StudioRequest.Create("a cat").WithSteps([|0|])"""),
        ("CARD0101", """StudioRequest.Create("a cat").WithSteps([|51|])"""),
        ("CARD0101", """StudioRequest.Create("a cat").WithSeed([|-1|])"""),
        ("CARD0101", """StudioRequest.Create("a cat").WithSeed([|long.MinValue|])"""),
        ("CARD0102", """StudioRequest.Create("a cat").WithWidth([|1001|])"""),
        ("CARD0102", """StudioRequest.Create("a cat").WithWidth([|129|])"""),
        ("CARD0102", """StudioRequest.Create("a cat").WithWidth([|2047|])"""),
        ("CARD0102", """StudioRequest.Create("a cat").WithHeight([|0x3E9|])"""),
        ("CARD0102", """StudioRequest.Create("a cat").WithHeight([|1_001|])"""),
        ("CARD0102", """builder.WithWidth([|1001|])"""),
        ("CARD0102", """builder.WithWidth(([|1001|])).WithHeight(512)"""),
        ("CARD0102", """builder.WithWidth(value: [|1001|])"""),
        ("CARD0102", """builder?.WithWidth([|1001|])"""),
        ("CARD0102", """builder!.WithWidth([|1001|])"""),
        ("CARD0102", """flag ? builder.WithWidth([|1001|]) : builder"""),
        ("CARD0102", """builder.Square().WithWidth([|1001|])"""),
        ("CARD0102", """builder.WithWidth([|1001|]).Square()"""),
        ("CARD0102", """(StudioRequestBuilder)builder.WithWidth([|1001|])"""),
        ("CARD0102", """new List<StudioRequestBuilder> { builder.WithWidth([|1001|]) }"""),
        ("CARD0102", """list.Select(item => builder.WithWidth([|1001|]).WithPrompt(item))"""),
        ("CARD0102", """foreach (string item in list) { builder.WithWidth([|1001|]); }"""),
        ("CARD0102", """if (flag) builder.WithWidth([|1001|]);"""),
        ("CARD0102", """StudioRequestBuilder Local() => builder.WithWidth([|1001|]); Local();"""),

        // Decimals are exact.
        ("CARD0101", """builder.WithCfgScale([|20.01m|])"""),
        ("CARD0101", """builder.WithCfgScale([|-0.01m|])"""),
        ("CARD0101", """builder.WithCfgScale([|21|])"""),
        ("CARD0102", """builder.WithCfgScale([|3.505m|])"""),
        ("CARD0102", """builder.WithCfgScale([|0.001m|])"""),
        ("CARD0102", """builder.WithCfgScale([|19.999m|])"""),
        ("CARD0102", """builder.WithCfgScale([|1.10000000000000000000001m|])"""),
        ("CARD0101", """builder.WithTint([|0|])"""),
        ("CARD0101", """builder.WithTint([|1.0m|])"""),
        ("CARD0102", """builder.WithTint([|0.32m|])"""),
        ("CARD0101", """builder.WithGamma([|0|])"""),
        ("CARD0101", """builder.WithGamma([|-0.5|])"""),
        ("CARD0101", """builder.WithGamma([|-1f|])"""),
        ("CARD0101", """builder.WithPrecise([|0.12345678901234568m|])"""),
        ("CARD0101", """builder.WithPrecise([|0.123456789012345679m|])"""),

        // With-style copies.
        ("CARD0102", """given.ToBuilder().WithWidth([|1001|])"""),
        ("CARD0102", """given.ToBuilder().WithWidth([|1001|]).Build()"""),
        ("CARD0102", """new StudioRequestBuilder().From(given).WithWidth([|1001|])"""),
        ("CARD0102", """StudioRequest.Create("a cat").Build().ToBuilder().WithWidth([|1001|]).Build()"""),
        ("CARD0102", """StudioRequest.Create("a cat").WithWidth([|1001|]).WithHeight(512).Build().ToBuilder().WithSteps(5).Build()"""),

        // Object initializers, also nested ones.
        ("CARD0102", """new StudioRequest { Prompt = "a cat", Width = [|1001|], Height = 512 }"""),
        ("CARD0101", """new StudioRequest { Prompt = "a cat", Steps = [|51|] }"""),
        ("CARD0101", """new StudioRequest() { Prompt = "a cat", CfgScale = [|20.5m|] }"""),
        ("CARD0101", """StudioRequest request = new() { Prompt = "a cat", Steps = [|51|] };"""),
        ("CARD0101", """client.RunAsync(new StudioRequest { Prompt = "a cat", Steps = [|51|] })"""),
        ("CARD0101", """new StudioRequest { Prompt = "a cat", Loras = [new StudioLora { Model = "abc", Weight = [|5|] }] }"""),
        ("CARD0102", """new StudioLora { Model = "abc", Weight = [|0.005m|] }"""),
        ("CARD0102", """builder.AddLora(new StudioLora { Model = "abc", Weight = [|0.005m|] })"""),
        ("CARD0101", """new { Request = new StudioRequest { Prompt = "a cat", Seed = [|-1|] } }"""),

        // Nested builders.
        ("CARD0101", """builder.AddLora("abc", lora => lora.WithWeight([|5|]))"""),
        ("CARD0102", """builder.AddLora("abc", lora => lora.WithWeight([|1.005m|]).WithStart(3))"""),
        ("CARD0101", """builder.AddLora("abc", lora => { lora.WithWeight([|-4.5m|]); })"""),
        ("CARD0101", """builder.AddLora("abc", lora => { if (flag) lora.WithStartPercent([|100|]); })"""),
        ("CARD0101", """StudioLora.Create("abc").WithWeight([|4.01m|]).Build()"""),
        ("CARD0101", """builder.WithLoras([StudioLora.Create("abc").WithWeight([|4.01m|]).Build()])"""),

        // Unions: the branch that takes the value judges it.
        ("CARD0101", """builder.WithDuration([|21|])"""),
        ("CARD0101", """builder.WithDuration([|0|])"""),
        ("CARD0109", """builder.WithDuration([|"always"|])"""),
        ("CARD0109", """new StudioRequest { Prompt = "a cat", Duration = [|"Auto"|] }"""),
        ("CARD0109", """builder.WithFix([|false|])"""),

        // Closed sets.
        ("CARD0109", """builder.WithFormat([|(StudioFormat)3|])"""),
        ("CARD0109", """builder.WithFormat([|(StudioFormat)(-1)|])"""),
        ("CARD0109", """builder.WithFactor([|(StudioFactor)4|])"""),
        ("CARD0109", """new StudioRequest { Prompt = "a cat", Format = [|(StudioFormat)99|] }"""),
        ("CARD0109", """builder.WithStyles(StudioStyle.Soft, [|(StudioStyle)7|])"""),
        ("CARD0109", """builder.AddStyle([|(StudioStyle)7|])"""),
    ];

    public static readonly (string Id, string Code)[] Constants =
    [
        // Constants are followed wherever the compiler knows them.
        ("CARD0101", """builder.WithWidth([|Tiny|])"""),
        ("CARD0101", """builder.WithWidth([|Sizes.Huge|])"""),
        ("CARD0102", """builder.WithWidth([|10 * Unit + 1|])"""),
        ("CARD0102", """builder.WithWidth([|(Unit + 1) * 10|])"""),
        ("CARD0101", """builder.WithWidth([|Huge / 2 + 16|])"""),
        ("CARD0101", """builder.WithWidth([|true ? Tiny : Huge|])"""),
        ("CARD0101", """builder.WithWidth([|sizeof(int)|])"""),
        ("CARD0101", """builder.WithWidth([|'a'|])"""),
        ("CARD0101", """builder.WithWidth(checked([|Huge + 1|]))"""),
        ("CARD0101", """builder.WithWidth(unchecked([|(int)Huge|]))"""),
        ("CARD0102", """const int width = 1001; builder.WithWidth([|width|]);"""),
        ("CARD0102", """const int half = 500; const int width = 2 * half + 1; builder.WithWidth([|width|]);"""),
        ("CARD0102", """builder.WithCfgScale([|Odd|])"""),
        ("CARD0102", """builder.WithCfgScale([|Odd + 0.01m|])"""),
        ("CARD0101", """builder.WithSeed([|-(long)Unit|])"""),
        ("CARD0102", """builder.WithWidth([|Uneven|])"""),
        ("CARD0102", """builder.WithWidth([|Sizes.Uneven|])"""),
        ("CARD0101", """builder.WithWidth([|Sum|])"""),
        ("CARD0101", """builder.WithCfgScale([|Steep|])"""),
        ("CARD0103", """builder.WithPrompt([|Letter|])"""),
        ("CARD0103", """builder.WithPrompt([|Initial|])"""),
        ("CARD0103", """builder.WithPrompt([|nameof(StudioRequestBuilder)|])"""),
        ("CARD0103", """builder.WithPrompt([|$"{Letter}"|])"""),
        ("CARD0103", """builder.WithPrompt([|$"{Letter} and {nameof(StudioRequest)}"|])"""),
        ("CARD0103", """builder.WithPrompt([|Letter + ""|])"""),
        ("CARD0103", "builder.WithPrompt([|\"\"\"a\"\"\"|])"),
        ("CARD0103", """builder.WithPrompt([|@"a"|])"""),
        ("CARD0102", """StudioRequestBuilder Make(int width = [|1001|]) => builder.WithWidth(width); Make();"""),
        ("CARD0102", """new StudioRequest { Prompt = "a cat", Width = [|Uneven|], Height = Even }"""),
    ];

    public static readonly (string Id, string Code)[] Texts =
    [
        // Lengths in code points.
        ("CARD0103", """StudioRequest.Create([|""|])"""),
        ("CARD0103", """StudioRequest.Create([|"a"|]).Build()"""),
        ("CARD0103", """StudioRequest.Create([|"a lighthouse at dusk"|]).WithSteps(5)"""),
        ("CARD0103", """StudioRequest.Create(prompt: [|"a"|])"""),
        ("CARD0103", """builder.WithPrompt([|"😀"|])"""),
        ("CARD0103", """builder.WithPrompt([|"😀😀😀😀😀😀😀😀😀😀😀😀😀"|])"""),
        ("CARD0103", """new StudioRequest { Prompt = [|"a"|] }"""),
        ("CARD0103", """builder.AddLora([|"ab"|])"""),
        ("CARD0103", """builder.AddLora([|"ab"|], lora => lora.WithWeight(1))"""),
        ("CARD0103", """StudioLora.Create([|"ab"|])"""),

        // Patterns, as ECMAScript reads them.
        ("CARD0104", """builder.WithColour([|"red"|])"""),
        ("CARD0104", """builder.WithColour([|"#12345"|])"""),
        ("CARD0104", """builder.WithColour([|"#123456\n"|])"""),
        ("CARD0104", """builder.WithColour([|""|])"""),
        ("CARD0104", """builder.WithCode([|"b"|])"""),
        ("CARD0104", """new StudioRequest { Prompt = "a cat", Colour = [|"#GGG"|] }"""),

        // Names of models.
        ("CARD0107", """builder.WithModel([|"my model"|])"""),
        ("CARD0107", """builder.WithModel([|""|])"""),
        ("CARD0107", """builder.WithModel([|"runware:"|])"""),
        ("CARD0107", """builder.WithModel([|"runware:101@1 "|])"""),
        ("CARD0107", """builder.WithModel([|"runware:101:1"|])"""),
        ("CARD0107", """builder.WithModel([|":101@1"|])"""),

        // UUIDs and URIs.
        ("CARD0105", """builder.WithSession(new Guid([|"not a uuid"|]))"""),
        ("CARD0105", """builder.WithSession(Guid.Parse([|"123"|]))"""),
        ("CARD0105", """builder.WithTaskUuid(Guid.Parse([|"6ba7b810-9dad-11d1-80b4-00c04fd430cg"|]))"""),
        ("CARD0105", """builder.WithSeedImage(Guid.Parse([|""|]))"""),
        ("CARD0105", """builder.WithSeedImage(MediaInput.FromUuid(new Guid([|"x"|])))"""),
        ("CARD0105", """new StudioRequest { Prompt = "a cat", Session = Guid.Parse([|"x"|]) }"""),
        ("CARD0106", """builder.WithWebhookUrl(new Uri([|"example.com/hook"|]))"""),
        ("CARD0106", """builder.WithWebhookUrl(new Uri([|"/hook"|], UriKind.Relative))"""),
        ("CARD0106", """builder.WithWebhookUrl(new Uri([|"https://example.com/a b"|]))"""),
        ("CARD0106", """builder.WithWebhookUrl(new Uri([|"https://example.com/%zz"|]))"""),
        ("CARD0106", """builder.WithWebhookUrl(new([|"hook"|]))"""),
        ("CARD0106", """builder.WithSeedImage(new Uri([|"cat.png"|], UriKind.RelativeOrAbsolute))"""),
        ("CARD0106", """builder.WithSeedImage(MediaInput.FromUrl([|"cat.png"|]))"""),
        ("CARD0106", """builder.WithSeedImage(MediaInput.FromUrl(new Uri([|"cat.png"|], UriKind.Relative)))"""),
        ("CARD0106", """new StudioRequest { Prompt = "a cat", WebhookUrl = new Uri([|"hook"|]) }"""),
    ];

    public static readonly (string Id, string Code)[] Lists =
    [
        ("CARD0108", """builder.[|WithTags|]()"""),
        ("CARD0108", """builder.WithTags([|"a", "b", "c", "d"|])"""),
        ("CARD0108", """builder.WithTags([|[]|])"""),
        ("CARD0108", """builder.WithTags([|["a", "b", "c", "d"]|])"""),
        ("CARD0108", """builder.WithTags([|new[] { "a", "b", "c", "d" }|])"""),
        ("CARD0108", """builder.WithTags([|new string[] { }|])"""),
        ("CARD0108", """builder.WithTags([|new string[0]|])"""),
        ("CARD0108", """builder.WithTags([|new List<string>()|])"""),
        ("CARD0108", """builder.WithTags([|new List<string> { "a", "b", "c", "d" }|])"""),
        ("CARD0108", """builder.WithTags([|Array.Empty<string>()|])"""),
        ("CARD0108", """builder.WithTags([|Enumerable.Empty<string>()|])"""),
        ("CARD0108", """builder.WithTags([|[text!, text!, text!, text!]|])"""),
        ("CARD0108", """new StudioRequest { Prompt = "a cat", Tags = [|[]|] }"""),
        ("CARD0108", """new StudioRequest { Prompt = "a cat", Tags = [|new[] { "a", "b", "c", "d" }|] }"""),
        ("CARD0108", """new StudioRequest { Prompt = "a cat", Tags = [|new List<string>()|] }"""),
        ("CARD0108", """builder.WithStyles([|StudioStyle.Soft, StudioStyle.Sharp, StudioStyle.Soft|])"""),
        ("CARD0108", """builder.WithLoras([|[StudioLora.Create("abc").Build(), StudioLora.Create("abd").Build(), StudioLora.Create("abe").Build()]|])"""),
        ("CARD0108", """builder.WithEdit(edit => edit.WithMasks([|[]|]))"""),
    ];
}
