using System.Text.Json;
using ModelCards.Emulator.Errors;
using ModelCards.Emulator.Pictures;

namespace ModelCards.Emulator.Tasks;

/// <summary>Reads what the emulator acts on from an imageInference task, with the service's defaults for what is absent.</summary>
internal static class ImageTaskReader
{
    private const int DefaultSide = 1024;
    private const int DefaultQuality = 95;

    public static ImageTask Read(JsonElement task, string taskUuid, EmulatorLimits limits, out IReadOnlyList<ServiceError> errors)
    {
        var fields = new TaskFields(task, ImageTask.TaskType, taskUuid);
        var result = new ImageTask
        {
            TaskUuid = taskUuid,
            Prompt = fields.Text("positivePrompt", ""),
            Width = (int)(fields.Whole("width", 1, limits.MaxPictureSide) ?? DefaultSide),
            Height = (int)(fields.Whole("height", 1, limits.MaxPictureSide) ?? DefaultSide),
            Seed = fields.Whole("seed", long.MinValue, ulong.MaxValue),
            Results = (int)(fields.Whole("numberResults", 1, limits.MaxResults) ?? 1),
            IsTransparent = fields.Flag("layerDiffuse") || fields.Flag("advancedFeatures", "layerDiffuse"),
            Format = fields.Choice(
                "outputFormat", PictureFormat.Jpg, ("JPG", PictureFormat.Jpg), ("PNG", PictureFormat.Png), ("WEBP", PictureFormat.Webp)),
            Quality = (int)(fields.Whole("outputQuality", 1, 100) ?? DefaultQuality),
            OutputType = fields.Choice(
                "outputType",
                OutputType.Url,
                ("URL", OutputType.Url),
                ("base64Data", OutputType.Base64Data),
                ("dataURI", OutputType.DataUri)),
            ChecksContent = fields.Flag("checkNSFW") || fields.Flag("safety", "checkContent")
                || fields.NestedText("safety", "mode") is not (null or "none"),
            IncludesCost = fields.Flag("includeCost"),
            TimeToLive = fields.Whole("ttl", 1, int.MaxValue) is { } seconds ? TimeSpan.FromSeconds((int)seconds) : null,
            IsAsync = fields.Choice("deliveryMethod", false, ("sync", false), ("async", true)),
            UploadEndpoint = fields.Address("uploadEndpoint"),
            WebhookUrl = fields.Address("webhookURL"),
        };
        errors = fields.Errors;
        return result;
    }
}
