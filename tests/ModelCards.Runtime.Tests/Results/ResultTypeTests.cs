using System.Text.Json;
using ModelCards.Results;
using Xunit;

namespace ModelCards.Runtime.Tests.Results;

public sealed class ResultTypeTests
{
    private const string Task = "\"taskUUID\":\"11111111-1111-4111-8111-111111111111\"";

    public static TheoryData<string> TaskTypes => [.. ResultTypeNames.TaskTypes];

    private static TResult Read<TResult>(string taskType, string members)
        where TResult : TaskResult =>
        Assert.IsType<TResult>(ResultTypes.Of(taskType)(JsonMembers.Of(JsonDocument.Parse($"{{\"taskType\":\"{taskType}\",{Task},{members}}}").RootElement)));

    [Theory]
    [MemberData(nameof(TaskTypes))]
    public void EveryTaskTypeOfTheTableHasItsResultType(string taskType)
    {
        TaskResult result = ResultTypes.Of(taskType)(JsonMembers.None);

        Assert.Equal(ResultTypeNames.Of(taskType), result.GetType().Name);
        Assert.NotEqual(ResultTypeNames.Any, result.GetType().Name);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("hologramInference")]
    public void ATaskTypeThatIsNotKnownGivesWhatEveryResultIs(string? taskType) =>
        Assert.Equal(ResultTypeNames.Any, ResultTypes.Of(taskType)(JsonMembers.None).GetType().Name);

    /// <summary>Whatever a server sends in the place of a member, reading it throws nothing, and it is kept.</summary>
    [Theory]
    [MemberData(nameof(TaskTypes))]
    public void NoMemberOfAnyFormMakesAPropertyThrow(string taskType)
    {
        string[] values = ["null", "true", "-1e400", "\"x\"", "\"\\ud800\"", "[]", "[1,\"x\",null,[{}]]", "{}", "[{\"a\":1}]", """{"files":[{},1,{"url":1}],"data":[{"\ud800":1},{}],"errors":{}}"""];
        string[] names = ["imageUUID", "imageURL", "imageBase64Data", "videoURL", "mediaURL", "audioDataURI", "seed", "NSFWContent", "text", "outputs", "detections",
            "results", "totalResults", "status", "air", "balance", "team", "apiKeys", "usage", "request", "response", "operation", "organizationUUID"];
        foreach (string value in values)
        {
            TaskResult result = ResultTypes.Of(taskType)(JsonMembers.Of(JsonDocument.Parse($"{{{string.Join(',', names.Select(name => $"\"{name}\":{value}"))}}}").RootElement));

            foreach (System.Reflection.PropertyInfo property in result.GetType().GetProperties())
                _ = property.GetValue(result)?.ToString();
            Assert.Equal(names.Length, result.Members.Count);
        }
    }

    [Fact]
    public void AVideoIsReadWithItsFile()
    {
        VideoInferenceResult video = Read<VideoInferenceResult>(
            "videoInference", """ "videoUUID":"a0000000-0000-4000-8000-000000000000","videoURL":"https://vm.runware.ai/v.mp4","seed":7,"NSFWContent":true,"mediaURL":"https://vm.runware.ai/v.mp4" """);

        Assert.Equal((new Uri("https://vm.runware.ai/v.mp4"), 7L, true), (video.VideoUrl, video.Seed, video.NsfwContent));
        MediaFile file = Assert.Single(video.Files);
        Assert.Equal(("video", video.VideoUuid, video.VideoUrl, video.TaskUuid), (file.Kind, file.Uuid, file.Url, file.TaskUuid));
        Assert.Equal("video a0000000-0000-4000-8000-000000000000", file.ToString());
    }

    [Theory]
    [InlineData("upscale", "imageURL")]
    [InlineData("removeBackground", "videoURL")]
    [InlineData("vectorize", "imageURL")]
    public void AnImageOrAVideoMadeOfAnotherIsRead(string taskType, string member)
    {
        MediaResult result = Read<MediaResult>(taskType, $"\"{member}\":\"https://im.runware.ai/a\"");

        Assert.Equal(new Uri("https://im.runware.ai/a"), member == "imageURL" ? result.ImageUrl : result.VideoUrl);
        Assert.Null(member == "imageURL" ? result.VideoUrl : result.ImageUrl);
        Assert.Equal(new Uri("https://im.runware.ai/a"), (member == "imageURL" ? result.Image : result.Video)?.Url);
    }

    [Fact]
    public void AudioAndTextAndGuideImagesAndMasksAreRead()
    {
        AudioInferenceResult audio = Read<AudioInferenceResult>("audioInference", "\"audioBase64Data\":\"AQID\"");
        TextResult caption = Read<TextResult>("caption", "\"text\":\"a boat\"");
        ControlNetPreprocessResult guide = Read<ControlNetPreprocessResult>("controlNetPreprocess", "\"guideImageDataURI\":\"data:image/png;base64,AQID\"");
        ImageMaskingResult mask = Read<ImageMaskingResult>(
            "imageMasking", """ "maskImageURL":"https://im.runware.ai/m.png","detections":[{"x_min":1,"y_min":2,"x_max":3.5,"y_max":4},{"x_min":"?"},7] """);

        Assert.Equal([1, 2, 3], audio.Audio?.GetBytes());
        Assert.Equal("a boat", caption.Text);
        Assert.Equal([1, 2, 3], guide.GuideImage?.GetBytes());
        Assert.Equal(new Uri("https://im.runware.ai/m.png"), mask.MaskImageUrl);
        Assert.Equal([new DetectionBox(1, 2, 3.5m, 4)], mask.Detections);
    }

    [Theory]
    [InlineData("3dInference")]
    [InlineData("training")]
    public void SeveralFilesAreListed(string taskType)
    {
        TaskResult result = ResultTypes.Of(taskType)(JsonMembers.Of(JsonDocument.Parse(
            $$$"""{{{{Task}}},"outputs":{"files":[{"uuid":"a0000000-0000-4000-8000-000000000000","url":"https://im.runware.ai/a.glb"},{"url":"https://im.runware.ai/b.png"}]}}""").RootElement));

        Assert.Equal(["https://im.runware.ai/a.glb", "https://im.runware.ai/b.png"], result.Files.Select(file => file.Url!.AbsoluteUri));
        Assert.Equal("file of task 11111111-1111-4111-8111-111111111111", result.Files[1].ToString());
    }

    [Fact]
    public void TheAccountIsReadInBothFormsAndNeverPrintsAKey()
    {
        AccountManagementResult account = Read<AccountManagementResult>("accountManagement", """
            "operation":"getDetails","organizationName":"Acme","balance":{"amount":12.5,"freeBalance":2,"currency":"USD"},
            "team":[{"name":"Ann","email":"ann@example.com","roles":["Owner","Wizard"],"joinedAt":"2026-01-02T03:04:05Z"}],
            "apiKeys":[{"apiKey":"team-secret","name":"CI","enabled":true,"createdAt":"2026-01-02","lastUsedAt":null}],
            "usage":{"today":{"credits":0.5,"requests":3},"apiKey":{"data":[{"apiKey":"team-secret","count":3,"avgInferenceTime":null}],"meta":{}}}
            """);

        Assert.Equal(new AccountBalance(12.5m, 2, "USD"), account.Balance);
        Assert.Equal(["Owner", "Wizard"], Assert.Single(account.Team).Roles);
        Assert.Equal(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero), account.Team[0].JoinedAt);
        AccountApiKey key = Assert.Single(account.ApiKeys);
        Assert.Equal(("team-secret", "CI", true, null), (key.ApiKey, key.Name, key.IsEnabled, key.LastUsedAt));
        Assert.Equal(new UsageSum(0.5m, 3), account.Usage?.Today);
        UsageLine line = Assert.Single(account.Usage!.ByApiKey);
        Assert.Equal((3L, null), (line.Count, line.AverageInferenceTime));
        foreach (object part in (object[])[account, key, line, account.Usage, account.Team[0]])
            Assert.DoesNotContain("team-secret", part.ToString(), StringComparison.Ordinal);
        Assert.Equal(new AccountBalance(7.25m, null, null), Read<AccountManagementResult>("accountManagement", "\"balance\":7.25").Balance);
    }

    [Fact]
    public void FoundModelsKeepWhatIsNotKnownOfThem()
    {
        ModelSearchResult page = Read<ModelSearchResult>("modelSearch", """
            "totalResults":2,"results":[
              {"air":"civitai:1@2","name":"Boats","category":"hologram","architecture":null,"capabilities":["text-to-image"],"source":"community","heroImage":null,"private":false,"stars":5},
              17]
            """);

        FoundModel model = Assert.Single(page.Models);
        Assert.Equal(("civitai:1@2", "Boats", "hologram", null, null, false, null), (model.Air, model.Name, model.Category, model.Architecture, model.HeroImage, model.IsPrivate, model.IsFavorite));
        Assert.Equal(5, model.Members["stars"].GetInt32());
        Assert.Equal(2, page.TotalResults);
    }

    [Fact]
    public void TaskDetailsHoldTypedResultsAndErrors()
    {
        TaskDetailsResult details = Read<TaskDetailsResult>("getTaskDetails", """
            "request":[{"taskType":"imageInference"}],
            "response":{"data":[{"taskType":"imageInference","imageURL":"https://im.runware.ai/a.jpg"}],"errors":[{"code":"inferenceError","message":"m"}]}
            """);

        Assert.Single(details.Request);
        Assert.Equal(new Uri("https://im.runware.ai/a.jpg"), Assert.IsType<ImageInferenceResult>(Assert.Single(details.Results)).ImageUrl);
        Assert.Equal("inferenceError", Assert.Single(details.Errors).Code);
    }
}
