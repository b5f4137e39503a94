using System.Text;
using ModelCards.Errors;
using ModelCards.Results;
using ModelCards.Webhooks;
using Xunit;

namespace ModelCards.Runtime.Tests.Webhooks;

public sealed class WebhookDeliveryTests
{
    private const string Task = Posted.Task;

    [Theory]
    [InlineData(Posted.Image)]
    [InlineData($"[{Posted.Image}]")]
    [InlineData($$"""{"data":[{{Posted.Image}}]}""")]
    [InlineData($$"""{"errors":[],"data":{{Posted.Image}}}""")]
    [InlineData($$"""{"data":[null,{{Posted.Image}}],"errors":null,"error":false}""")]
    [InlineData($$"""{"error":null,"errors":[],"seed":7,"imageURL":"https://x/a.jpg","imageUUID":"a0000000-0000-4000-8000-000000000000","taskUUID":"{{Task}}","taskType":"imageInference"}""")]
    public void AResultIsReadFlatOrInAnyEnvelope(string body)
    {
        WebhookDelivery delivery = Posted.Read(body);

        var image = Assert.IsType<ImageInferenceResult>(Assert.Single(delivery.Results));
        Assert.Empty(delivery.Errors);
        Assert.Equal(
            (Guid.Parse(Task), Guid.Parse("a0000000-0000-4000-8000-000000000000"), new Uri("https://x/a.jpg"), 7L),
            (image.TaskUuid, image.ImageUuid, image.ImageUrl, image.Seed));
        Assert.Equal($"{Task}/a0000000-0000-4000-8000-000000000000", delivery.Key);
    }

    [Fact]
    public void AResultOfAnUnknownTaskTypeKeepsItsMembers()
    {
        TaskResult result = Assert.Single(Posted.Read($$"""{"dreams":[1],"taskUUID":"{{Task}}","taskType":"dreamInference"}""").Results);

        Assert.Equal(("dreamInference", "[1]"), (result.TaskType, result.Members["dreams"].GetRawText()));
    }

    [Theory]
    [InlineData($$"""{"errors":[{"code":"c","message":"m","taskType":"t","taskUUID":"{{Task}}"}]}""")]
    [InlineData($$"""{"errors":{"code":"c","message":"m"},"taskType":"t","taskUUID":"{{Task}}"}""")]
    [InlineData($$"""{"error":{"code":"c","message":"m"},"taskType":"t","taskUUID":"{{Task}}"}""")]
    [InlineData($$"""{"error":[{"code":"c","message":"m"}],"taskType":"t","taskUUID":"{{Task}}"}""")]
    [InlineData($$"""{"code":"c","message":"m","taskType":"t","taskUUID":"{{Task}}","status":"error"}""")]
    [InlineData($$"""{"code":"c","message":"m","taskType":"t","taskUUID":"{{Task}}"}""")]
    [InlineData($$"""[{"code":"c","message":"m","taskType":"t","taskUUID":"{{Task}}"}]""")]
    [InlineData($$"""{"data":[{"status":"error","error":{"code":"c","message":"m"},"taskType":"t","taskUUID":"{{Task}}"}]}""")]
    public void AnErrorIsReadInEveryForm(string body)
    {
        WebhookDelivery delivery = Posted.Read(body);

        ServiceError error = Assert.Single(delivery.Errors);
        Assert.Empty(delivery.Results);
        Assert.Equal(("c", "m", "t", Guid.Parse(Task)), (error.Code, error.Message, error.TaskType, error.TaskUuid));
        Assert.StartsWith($"{Task}/error/", delivery.Key, StringComparison.Ordinal);
    }

    [Fact]
    public void AnErrorKeepsAllItsFields()
    {
        ServiceError error = Assert.Single(Posted.Read($$$"""
            {"errors":[{"code":"invalidParameter","message":"m","parameter":["width","height"],"type":"integer","taskType":"imageInference",
             "taskUUID":"{{{Task}}}","documentation":"https://runware.ai/docs","allowedValues":[1,2],"status":"error","more":{"x":1}}]}
            """).Errors);

        Assert.Equal(["width", "height"], error.Parameters);
        Assert.Equal(["1", "2"], error.AllowedValues.Select(value => value.GetRawText()));
        Assert.Equal(("integer", "https://runware.ai/docs", ErrorCategory.Validation), (error.Type, error.Documentation!.OriginalString, error.Category));
        Assert.Equal("""{"x":1}""", error.Members["more"].GetRawText());
    }

    [Fact]
    public void AnErrorMayBeATextThatNamesNoTask()
    {
        ServiceError error = Assert.Single(Posted.Read("""{"error":"out of order"}""").Errors);

        Assert.Equal(("", "out of order", null), (error.Code, error.Message, error.TaskUuid));
    }

    [Fact]
    public void PartialSuccessGivesBoth()
    {
        WebhookDelivery delivery = Posted.Read($$"""{"errors":[{"code":"c","message":"m","taskUUID":"{{Task}}"}],"data":[{{Posted.Image}}]}""");

        Assert.Single(delivery.Results);
        Assert.Single(delivery.Errors);
        Assert.StartsWith("several/", delivery.Key, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "The webhook body is empty.")]
    [InlineData(" ", "The webhook body is not JSON of at most 64 levels (")]
    [InlineData("OK", "The webhook body is not JSON of at most 64 levels (")]
    [InlineData($"{Posted.Image} more", "The webhook body is not JSON of at most 64 levels (")]
    [InlineData("""{"taskUUID":""", "The webhook body is not JSON of at most 64 levels (")]
    [InlineData("null", "The webhook body is neither a result nor errors.")]
    [InlineData("42", "The webhook body is neither a result nor errors.")]
    [InlineData("\"text\"", "The webhook body is neither a result nor errors.")]
    [InlineData("[]", "The webhook body holds neither a result nor an error.")]
    [InlineData("[null,1,[]]", "The webhook body holds neither a result nor an error.")]
    [InlineData("""{"data":[],"errors":[]}""", "The webhook body holds neither a result nor an error.")]
    [InlineData("{}", "The webhook body has a result without taskType and taskUUID, and no error.")]
    [InlineData("""{"errors":[]}""", "The webhook body has a result without taskType and taskUUID, and no error.")]
    [InlineData("""{"message":"hello"}""", "The webhook body has a result without taskType and taskUUID, and no error.")]
    [InlineData("""{"\ud800":1}""", "The webhook body has member names that are not Unicode text.")]
    public void WhatIsNoDeliveryIsATypedError(string body, string message)
    {
        var error = Assert.Throws<WebhookFormatException>(() => Posted.Read(body));

        Assert.StartsWith(message, error.Message, StringComparison.Ordinal);
        Assert.False(error.IsTooLarge);
    }

    [Fact]
    public void WhatIsNotUtf8IsATypedError()
    {
        byte[] body = [.. "{\"taskUUID\":\""u8, 0xC3, 0x28, .. "\"}"u8];

        Assert.Equal("The webhook body is not UTF-8 text.", Assert.Throws<WebhookFormatException>(() => WebhookDelivery.Parse(body)).Message);
    }

    [Fact]
    public void WhatIsTooDeepIsATypedError()
    {
        string body = $$"""{"taskUUID":"{{Task}}","x":{{new string('[', 100_000)}}{{new string(']', 100_000)}}}""";

        Assert.StartsWith("The webhook body is not JSON of at most 64 levels (", Assert.Throws<WebhookFormatException>(() => Posted.Read(body)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void TheDeepestBodyThatLimitsAllowIsReadAndNamed()
    {
        byte[] body = Encoding.UTF8.GetBytes($$"""{"taskUUID":"{{Task}}","x":{{new string('[', 999)}}{{new string(']', 999)}}}""");

        Assert.Single(WebhookDelivery.Parse(body, new WebhookLimits { MaxDepth = 1000 }).Results);
        Assert.Throws<ArgumentException>(() => WebhookDelivery.Parse(body, new WebhookLimits { MaxDepth = 1001 }));
    }

    [Fact]
    public async Task AStreamIsReadNoFurtherThanItsLimit()
    {
        byte[] body = Encoding.UTF8.GetBytes(Posted.Image);
        var exact = new WebhookLimits { MaxBytes = body.Length };
        var less = new WebhookLimits { MaxBytes = body.Length - 1 };

        Assert.Single((await WebhookDelivery.ReadAsync(new MemoryStream(body), exact)).Results);
        var read = await Assert.ThrowsAsync<WebhookFormatException>(() => WebhookDelivery.ReadAsync(new MemoryStream(body), less));
        var parsed = Assert.Throws<WebhookFormatException>(() => WebhookDelivery.Parse(body, less));

        Assert.Equal($"The webhook body is larger than the {body.Length - 1} bytes that WebhookLimits.MaxBytes allows.", read.Message);
        Assert.Equal(read.Message, parsed.Message);
        Assert.True(read.IsTooLarge && parsed.IsTooLarge);
    }

    [Fact]
    public async Task ABodyMayBeginWithAByteOrderMark() =>
        Assert.Single((await WebhookDelivery.ReadAsync(new MemoryStream([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Posted.Image)]))).Results);

    [Fact]
    public void DamagedBodiesGiveADeliveryOrATypedErrorAndNothingElse()
    {
        byte[] sound = Encoding.UTF8.GetBytes($$$"""{"data":[{{{Posted.Image}}},{"taskUUID":"{{{Task}}}","x":{"\u0061":[1.5e3,"\ud83d\ude00"]}}],"errors":[{"code":"c","parameter":["a"]}]}""");
        byte[] pieces = "{}[]\",:\\u0d8e-.\0\u00C3 "u8.ToArray();
        var random = new Random(20261125);
        int read = 0;

        for (int round = 0; round < 20_000; round++)
        {
            byte[] body = [.. sound.AsSpan(0, round % 3 == 0 ? random.Next(sound.Length) : sound.Length)];
            for (int damage = random.Next(1, 4); damage > 0 && body.Length > 0; damage--)
                body[random.Next(body.Length)] = pieces[random.Next(pieces.Length)];
            try
            {
                WebhookDelivery delivery = WebhookDelivery.Parse(body);
                Assert.InRange(delivery.Key.Length, 1, 80);
                read++;
            }
            catch (WebhookFormatException error)
            {
                Assert.StartsWith("The webhook body ", error.Message, StringComparison.Ordinal);
            }
        }

        Assert.InRange(read, 100, 19_900);
    }
}
