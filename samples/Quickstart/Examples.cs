using ModelCards;
using ModelCards.Requests;
using ModelCards.Results;
using ModelCards.Runware;

namespace Quickstart;

/// <summary>One request for each card. The C# that is shown is read from this file.</summary>
internal static class Examples
{
    public static ModelRequest<ImageInferenceResult> TextToImageWithLoras() =>
        IllustriousXlRequest.Create("civitai:795765@889818")
            .WithPositivePrompt("a lighthouse keeper reading by the lamp, line art, warm colours")
            .WithWidth(832).WithHeight(1216)
            .WithSteps(28).WithCfgScale(6.5m)
            .WithScheduler(Scheduler.DpmPlusPlus2MKarras)
            .AddLora("civitai:132942@146296", lora => lora.WithWeight(0.8m))
            .AddLora("civitai:383563@428093", lora => lora.WithWeight(0.35m))
            .WithOutputFormat(OutputFormat.Png)
            .Build();

    public static ModelRequest<ImageInferenceResult> IdentityFromAPortrait() =>
        Flux1DevSrpoRequest.Create("portrait in a garden after rain, soft light, 85mm")
            .WithWidth(1024).WithHeight(768)
            .WithSteps(28).WithCfgScale(3.5m)
            .WithPulid([MediaInput.FromFile(Input("portrait.jpg"))], pulid => pulid.WithIdWeight(1.2m).WithTrueCfgScale(1.5m).WithCfgStartStep(3))
            .WithIncludeCost(true)
            .Build();

    public static ModelRequest<ImageInferenceResult> StructureFromAControlNet() =>
        StableDiffusionXl10VaeFixRequest.Create("a harbour town at blue hour, long exposure", width: 1024, height: 1024)
            .AddControlNet("runware:20@1", MediaInput.FromFile(Input("edges.png")), guide => guide.WithWeight(0.7m).WithStartStep(0).WithEndStep(20))
            .WithSteps(30)
            .WithOutputFormat(OutputFormat.Webp)
            .Build();

    public static ModelRequest<ImageInferenceResult> Inpainting() =>
        ImageInferenceRequest.Create("a sailing boat on calm water", height: 512, width: 768, model: "civitai:4201@130090")
            .WithSeedImage(MediaInput.FromFile(Input("harbour.png")))
            .WithMaskImage(MediaInput.FromFile(Input("mask.png")))
            .WithMaskMargin(48).WithStrength(0.85)
            .WithOutputType(OutputType.Base64Data)
            .Build();

    public static ModelRequest<ImageInferenceResult> ImageToImageFromAFile() =>
        ImageInferenceLegacyRequest.Create("the same harbour as a woodcut", height: 512, width: 512, model: "civitai:4201@130090")
            .WithSeedImage(MediaInput.FromFile(Input("harbour.png")))
            .WithStrength(0.6).WithSeed(20240607)
            .WithNumberResults(2)
            .WithOutputType(OutputType.DataUri)
            .Build();

    public static ModelRequest<ImageInferenceResult> SomethingWrong() =>
        Flux1DevSrpoRequest.Create("x")
            .WithWidth(1001).WithHeight(4096)
            .WithCfgScale(3.505m)
            .WithTtl(3600).WithOutputType(OutputType.Base64Data)
            .WithPulid([MediaInput.FromFile(Input("portrait.jpg"))], pulid => pulid.WithCfgStartStep(3).WithCfgStartStepPercentage(10))
            .Build();

    private static string Input(string name) => Path.Combine(AppContext.BaseDirectory, "inputs", name);
}
