using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;

namespace ModelCards.Runtime.Tests.Harness;

/// <summary>Requests that FsCheck draws: about every second one is valid.</summary>
internal static class DrawnRequests
{
    private static readonly Guid Uuid = new("a770f077-f413-47de-9dac-be0b26a35da6");

    private static readonly Gen<StudioLora> Lora =
        from model in Gen.Elements("civitai:1@2", "runware:101@1", "broken", null)
        from weight in Maybe(Gen.Elements(0.8m, -4m, 4.0m, 4.01m, 0.005m))
        from endStep in Maybe(Gen.Choose(0, 40))
        select new StudioLora { Model = model, Weight = weight, EndStep = endStep };

    private static readonly Gen<StudioHiresFix?> HiresFix = Gen.OneOf(
        Gen.Constant<StudioHiresFix?>(null),
        Gen.Elements(true, true, false).Select(value => (StudioHiresFix?)value),
        Gen.Choose(-1, 9).Select(steps => (StudioHiresFix?)new StudioHiresSettings { Steps = steps, HiresFix = steps > 4 }));

    private static readonly Gen<StudioDuration?> Duration = Gen.OneOf(
        Gen.Constant<StudioDuration?>(null),
        Gen.Elements(StudioSeconds.Value6, StudioSeconds.Value10, (StudioSeconds)9).Select(value => (StudioDuration?)value),
        Gen.Elements(StudioLength.Auto, StudioLength.Shortest, (StudioLength)(-1)).Select(value => (StudioDuration?)value));

    private static readonly Gen<MediaInput?> Medium = Gen.Elements<Func<MediaInput?>>(
        () => null,
        () => null,
        () => Uuid,
        () => new Uri("https://example.com/a b.png?x=ü"),
        () => MediaInput.FromBytes(new byte[] { 0xFF, 0xD8, 0xFF, 1 }),
        () => MediaInput.FromBytes(new byte[] { 1, 2, 3 }),
        () => MediaInput.FromText("not base64!"),
        () => MediaInput.FromText("")).Select(make => make());

    public static Gen<StudioRequest> Any { get; } =
        from prompt in Gen.Frequency((6, Gen.Constant<string?>("a lighthouse")), (3, Drawn.Text.Select(text => (string?)text)), (1, Gen.Constant<string?>(null)))
        from size in Gen.Elements<(int?, int?)>((null, null), (null, null), (512, 768), (1024, 2048), (2048, 2048), (512, null), (1001, 512), (0, -16))
        from numbers in Maybe(Numbers.Longs).Zip(Maybe(Gen.Elements(3.5m, 30m, 0.07m, 3.505m, 31m, -0.0m, 12.340m)))
        from strength in Maybe(Gen.Elements(0.8, 0, 1, 0.5, 0.1 + 0.2, -0.0, double.NaN, double.NegativeInfinity, 1e300))
        from format in Maybe(Gen.Choose(0, 5).Select(ordinal => (StudioFormat)ordinal))
        from creativity in Maybe(Gen.Choose(-1, 3).Select(ordinal => (StudioCreativity)ordinal))
        from steps in Maybe(Gen.Choose(0, 30)).Zip(Maybe(Gen.Choose(-1, 30).Select(step => (long)step)))
        from lists in Lora.ListOf().Resize(4).OrNull().Zip(Gen.Elements("a", "b", "ccc", "far too long").ListOf().Resize(4).OrNull())
        from unions in HiresFix.Zip(Duration)
        from others in Medium.Zip(Maybe(Gen.Elements("1", "[1,{\"a\":null}]", "\"x\"", "null", "1.50e3").Select(json => JsonDocument.Parse(json).RootElement)))
        from uri in Gen.Elements(null, "https://hooks.example.com/?id=1", "/relative", "https://example.com/ü", "urn:x:y")
        select new StudioRequest
        {
            TaskUuid = numbers.Item1 % 2 == 0 ? Uuid : null,
            PositivePrompt = prompt,
            Width = size.Item1,
            Height = size.Item2,
            Seed = numbers.Item1,
            CfgScale = numbers.Item2,
            Strength = strength,
            IncludeCost = numbers.Item1 % 3 == 0 ? true : null,
            OutputFormat = format,
            Creativity = creativity,
            WebhookUrl = uri is null ? null : new Uri(uri, UriKind.RelativeOrAbsolute),
            ParentUuid = numbers.Item1 % 5 == 0 ? Uuid : null,
            SeedImage = others.Item1,
            Steps = steps.Item1,
            StartStep = steps.Item2,
            Lora = lists.Item1,
            Tags = lists.Item2,
            HiresFix = unions.Item1,
            Duration = unions.Item2,
            Settings = others.Item2,
        };

    private static Gen<T?> Maybe<T>(Gen<T> values)
        where T : struct => Gen.Frequency((2, Gen.Constant<T?>(null)), (3, values.Select(value => (T?)value)));
}
