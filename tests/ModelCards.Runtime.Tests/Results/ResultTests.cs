using System.Text.Json;
using ModelCards.Errors;
using ModelCards.Results;
using Xunit;

namespace ModelCards.Runtime.Tests.Results;

public sealed class ResultTests
{
    private static ImageInferenceResult Image(string json) =>
        new(JsonDocument.Parse(json).RootElement.EnumerateObject().ToDictionary(member => member.Name, member => member.Value));

    [Fact]
    public void EveryMemberOfAnImageIsRead()
    {
        ImageInferenceResult image = Image("""
            {
              "taskType": "imageInference",
              "taskUUID": "11111111-1111-4111-8111-111111111111",
              "imageUUID": "A0000000-0000-4000-8000-000000000000",
              "imageURL": "https://im.runware.ai/image/ws/0.5/ii/a.jpg",
              "seed": 4294967295,
              "NSFWContent": false,
              "cost": 0.0013,
              "positivePrompt": "a lighthouse"
            }
            """);

        Assert.Equal("imageInference", image.TaskType);
        Assert.Equal(Guid.Parse("11111111-1111-4111-8111-111111111111"), image.TaskUuid);
        Assert.Equal(Guid.Parse("a0000000-0000-4000-8000-000000000000"), image.ImageUuid);
        Assert.Equal(new Uri("https://im.runware.ai/image/ws/0.5/ii/a.jpg"), image.ImageUrl);
        Assert.Equal(4294967295, image.Seed);
        Assert.False(image.NsfwContent);
        Assert.Equal(0.0013m, image.Cost);
        Assert.Equal("a lighthouse", image.Members["positivePrompt"].GetString());
        Assert.Null(image.GetImageBytes());
        Assert.Equal("imageInference 11111111-1111-4111-8111-111111111111", image.ToString());
    }

    [Fact]
    public void WhatIsMissingOrOfAnotherTypeIsNullAndKept()
    {
        ImageInferenceResult empty = Image("{}");
        ImageInferenceResult odd = Image(
            """{"taskType":1,"taskUUID":[],"imageUUID":"none","imageURL":7,"imageBase64Data":{},"imageDataURI":null,"seed":"x","NSFWContent":"no","cost":"free"}""");

        foreach (ImageInferenceResult image in (ImageInferenceResult[])[empty, odd])
        {
            Assert.Equal(("", Guid.Empty), (image.TaskType, image.TaskUuid));
            Assert.Equal(
                (null, null, null, null, null, null, null),
                (image.ImageUuid, image.ImageUrl, image.ImageBase64Data, image.ImageDataUri, image.Seed, image.NsfwContent, image.Cost));
            Assert.Null(image.GetImageBytes());
        }

        Assert.Equal("free", odd.Members["cost"].GetString());
    }

    [Theory]
    [InlineData("9223372036854775807", 9223372036854775807)]
    [InlineData("42.0", 42L)]
    [InlineData("4.2e1", 42L)]
    [InlineData("9223372036854775808", null)]
    [InlineData("1e300", null)]
    [InlineData("4.5", null)]
    public void ASeedBeyond63BitsStaysReadableAmongTheMembers(string text, long? seed)
    {
        ImageInferenceResult image = Image($$"""{"seed":{{text}}}""");

        Assert.Equal(seed, image.Seed);
        Assert.Equal(text, image.Members["seed"].GetRawText());
    }

    [Theory]
    [InlineData("""{"imageBase64Data":"AQIDBA=="}""")]
    [InlineData("""{"imageBase64Data":"\u0041QIDBA=="}""")]
    [InlineData("""{"imageBase64Data":"data:image/png;base64,AQIDBA=="}""")]
    [InlineData("""{"imageDataURI":"data:image/png;base64,AQIDBA=="}""")]
    [InlineData("""{"imageDataURI":"AQIDBA=="}""")]
    public void BytesAreDecodedFromBase64AndFromADataUri(string json) =>
        Assert.Equal([1, 2, 3, 4], Image(json).GetImageBytes());

    [Theory]
    [InlineData("""{"imageBase64Data":"?"}""")]
    [InlineData("""{"imageDataURI":"data:image/png;base64,AQIDB"}""")]
    [InlineData("""{"imageDataURI":"data:image/png"}""")]
    public void TextThatIsNotBase64IsATypedError(string json)
    {
        RunwareException error = Assert.Throws<RunwareException>(() => Image(json).GetImageBytes());

        Assert.Equal(ErrorCategory.InvalidResponse, error.Category);
        Assert.Contains("unrecognizedResponse: The image is not base64 text.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void HalfASurrogatePairIsNoText()
    {
        ImageInferenceResult image = Image("""{"taskType":"\ud800","imageURL":"\udc00","imageBase64Data":"\ud800"}""");

        Assert.Equal("", image.TaskType);
        Assert.Null(image.ImageUrl);
        Assert.Null(image.GetImageBytes());
    }
}
