namespace ModelCards.Generator.Tests.Analyzers;

/// <summary>Values that <see cref="StudioCard"/> accepts, and values that nobody can tell: there is nothing to report.</summary>
internal static class RightValues
{
    public static readonly string[] Allowed =
    [
        // On the bounds and on step.
        """StudioRequest.Create("a cat").WithWidth(128).WithHeight(2048)""",
        """StudioRequest.Create("a cat").WithWidth(1008).WithHeight(1024)""",
        """StudioRequest.Create("a cat").WithSteps(1)""",
        """StudioRequest.Create("a cat").WithSteps(50)""",
        """StudioRequest.Create("a cat").WithSeed(0)""",
        """StudioRequest.Create("a cat").WithSeed(long.MaxValue)""",
        """builder.WithCfgScale(3.5m)""",
        """builder.WithCfgScale(19.99m)""",
        """builder.WithCfgScale(0.29m)""",
        """builder.WithCfgScale(1.10m)""",
        """builder.WithCfgScale(20)""",
        """builder.WithCfgScale(20.000m)""",
        """builder.WithTint(0.95m)""",
        """builder.WithTint(0.05m)""",
        """builder.WithGamma(double.Epsilon)""",
        """builder.WithGamma(0.1f)""",
        """builder.WithGamma(1)""",
        """builder.WithPrecise(0.1234567890123456789m)""",
        """builder.WithPrecise(0.1234567890123456788m)""",
        """builder.WithWidth(Unit * 10 + 8)""",
        """builder.WithWidth(Even)""",
        """builder.WithWidth('a' + 31)""",

        // Left out again.
        """builder.WithWidth(null)""",
        """builder.WithWidth(default)""",
        """builder.WithWidth(default(int?))""",
        """builder.WithPrompt(null!)""",
        """builder.WithTags((IEnumerable<string>?)null)""",
        """builder.WithColour(null)""",
        """new StudioRequest { Prompt = "a cat", Width = null, Height = null }""",

        // Lengths in code points, patterns as ECMAScript reads them.
        """StudioRequest.Create("ab")""",
        """StudioRequest.Create("twelve chars")""",
        """StudioRequest.Create("😀😀")""",
        """StudioRequest.Create("😀😀😀😀😀😀😀😀😀😀😀😀")""",
        """builder.WithColour("#a1b2c3")""",
        """builder.WithColour("#FFF")""",
        """builder.WithCode("aaab")""",
        """builder.WithCode("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaac")""",
        """builder.WithModel("runware:101@1")""",
        """builder.WithModel("civitai:132942@146296")""",
        """builder.WithModel("runware:realesrgan@anime-6b")""",
        """builder.WithModel("my-own-model")""",

        // UUIDs and URIs in all that becomes one.
        """builder.WithSession(Guid.NewGuid())""",
        """builder.WithSession(Guid.Parse("6ba7b810-9dad-11d1-80b4-00c04fd430c8"))""",
        """builder.WithSession(new Guid("{6BA7B810-9DAD-11D1-80B4-00C04FD430C8}"))""",
        """builder.WithSession(new Guid("6ba7b8109dad11d180b400c04fd430c8"))""",
        """builder.WithSession(Guid.Empty)""",
        """builder.WithWebhookUrl(new Uri("https://example.com/hook?a=b#c"))""",
        """builder.WithWebhookUrl(new Uri("https://example.com/münchen"))""",
        """builder.WithWebhookUrl(new Uri("urn:isbn:0451450523"))""",
        """builder.WithWebhookUrl(new Uri("https://example.com/%20"))""",
        """builder.WithWebhookUrl(new Uri(new Uri("https://example.com"), "hook"))""",
        """builder.WithWebhookUrl(new Uri(text!))""",
        """builder.WithWebhookUrl(url)""",
        """builder.WithSeedImage(new Uri("https://example.com/cat.png"))""",
        """builder.WithSeedImage(MediaInput.FromUrl("https://example.com/cat.png"))""",
        """builder.WithSeedImage(MediaInput.FromText("cat"))""",
        """builder.WithSeedImage(MediaInput.FromFile("cat.png"))""",
        """builder.WithSeedImage(url!)""",
        """new Uri("not a uri", UriKind.Relative)""",
        """Guid.TryParse("not a uuid", out _)""",

        // Lists of an allowed length.
        """builder.WithTags("a")""",
        """builder.WithTags("a", "b", "c")""",
        """builder.WithTags(["a", "b", "c"])""",
        """builder.WithTags(new[] { "a" })""",
        """builder.WithTags(new List<string> { "a", "b" })""",
        """builder.AddTag("a").AddTag("b")""",
        """builder.WithStyles()""",
        """builder.WithStyles(StudioStyle.Soft, StudioStyle.Sharp)""",
        """builder.WithLoras([])""",
        """new StudioRequest { Prompt = "a cat", Tags = ["a"] }""",

        // Closed sets and unions.
        """builder.WithFormat(StudioFormat.Webp)""",
        """builder.WithFormat((StudioFormat)2)""",
        """builder.WithFormat((StudioFormat)number)""",
        """builder.WithFactor(StudioFactor.Value4)""",
        """builder.WithDuration("auto")""",
        """builder.WithDuration(20)""",
        """builder.WithDuration(number)""",
        """builder.WithDuration(text!)""",
        """builder.WithFix(true)""",
        """builder.WithFix(new StudioFixSettings { Strength = 5 })""",
        """builder.WithFix(flag)""",
        """builder.WithOld(int.MaxValue)""",
    ];

    public static readonly string[] Undecidable =
    [
        // Variables, conditions and calls: only the running program knows.
        """builder.WithWidth(number)""",
        """builder.WithWidth(maybe)""",
        """builder.WithWidth(number * 10 + 1)""",
        """builder.WithWidth(flag ? 1001 : number)""",
        """builder.WithWidth(maybe ?? 1001)""",
        """builder.WithWidth(number switch { 0 => 1001, _ => 1024 })""",
        """builder.WithWidth(int.Parse("1001"))""",
        """builder.WithWidth(Math.Max(1001, 1002))""",
        """builder.WithWidth((int)1001.5m / number)""",
        """builder.WithWidth("1001".Length)""",
        """builder.WithWidth(list.Length)""",
        """var width = 1001; builder.WithWidth(width);""",
        """int width = 1001; width = 1024; builder.WithWidth(width);""",
        """foreach (int width in new[] { 1001, 1024 }) { builder.WithWidth(width); }""",
        """for (int i = 0; i < 5; i++) builder.WithSteps(i);""",
        """builder.WithPrompt(text!)""",
        """builder.WithPrompt($"{text}")""",
        """builder.WithPrompt("a" + text)""",
        """builder.WithPrompt(string.Concat("a"))""",
        """builder.WithColour(text)""",
        """builder.WithTags(list)""",
        """builder.WithTags([.. list])""",
        """builder.WithTags(["a", .. list, "b", "c", "d"])""",
        """builder.WithTags(list.Take(5))""",
        """builder.WithTags(new string[number])""",
        """builder.WithTags(new List<string>(list))""",
        """builder.WithTags(new List<string>(list) { "a", "b", "c", "d" })""",
        """builder.WithTags(new HashSet<string> { "a", "a", "a", "a" })""",
        """builder.WithTags(Enumerable.Repeat("a", 9))""",

        // Fields that are not what they seem.
        """builder.WithWidth(Later)""",
        """builder.WithWidth(Changing)""",
        """builder.WithWidth(Set.Twice)""",

        // A default that the method may look at, replace or never use.
        """StudioRequestBuilder Make(int width = -1) { if (width < 0) width = 1024; return builder.WithWidth(width); } Make();""",
        """StudioRequestBuilder Make(int width = -1) => width < 0 ? builder : builder.WithWidth(width); Make();""",
        """StudioRequestBuilder Make(int width = -1) { if (flag) return builder; return builder.WithWidth(width); } Make();""",
        """StudioRequestBuilder Make(int? width = null) => builder.WithWidth(width); Make();""",
        """StudioRequestBuilder Make(int width = 1024) => builder.WithWidth(width); Make();""",
        """StudioRequestBuilder Make(int width) => builder.WithWidth(width); Make(1001);""",
        """var make = (int width = 1001) => builder.WithWidth(width);""",

        // Replaced before anyone sees it.
        """builder.WithWidth(1001).WithWidth(1024)""",
        """builder.WithWidth(1001).WithHeight(512).WithWidth(null)""",
        """builder.WithTags([]).WithTags("a")""",
        """builder.WithTags([]).AddTag("a")""",
        """builder.AddLora("a", lora => lora.WithModel("abc"))""",
        """builder.AddLora("a", lora => { if (flag) lora.WithModel("abc"); })""",
        """builder.WithOptions(options => options.WithLayers(true)).WithEdit(edit => edit.WithMasks([])).WithEdit((StudioEdit?)null)""",
        """builder.WithLoras([new StudioLora { Model = "a" }]).WithLoras(null)""",
        """builder.WithLoras([new StudioLora { Model = "a" }]).From(given)""",
        """builder.WithWidth(1001).From(given)""",

        // Meant: the service may take what the card does not know yet.
        """StudioRequest.Create("a cat").WithWidth(1001).BuildUnchecked()""",
        """StudioRequest.Create("a").BuildUnchecked()""",
        """given.ToBuilder().WithSteps(99).BuildUnchecked()""",
        """var wide = StudioRequest.Create("a cat").WithWidth(4096); given = wide.BuildUnchecked();""",
        """builder.AddLora("abc", lora => lora.WithWeight(9)).BuildUnchecked()""",
        """builder.AddLora(new StudioLora { Model = "abc", Weight = 9 }).BuildUnchecked()""",
        """builder.WithExtra("width2", 1001)""",

        // Other people's types with the same names.
        """new { Width = 1001, Prompt = "" }""",
        """new Builder().WithWidth(1001).Build()""",
        """list.Append("").Count()""",
    ];
}
