using FsCheck.Fluent;
using ModelCards.Errors;
using ModelCards.Results;
using ModelCards.Runtime.Tests.Harness;
using ModelCards.Webhooks;
using Xunit;

namespace ModelCards.Runtime.Tests.Webhooks;

public sealed class DeduplicationKeyTests
{
    private const string Task = Posted.Task;

    public static TheoryData<string> Bodies { get; } =
    [
        Posted.Image,
        $$"""{"taskType":"videoInference","taskUUID":"{{Task}}","videoUUID":"b0000000-0000-4000-8000-000000000000","inputImageUUID":"c0000000-0000-4000-8000-000000000000"}""",
        $$$"""{"taskType":"3dInference","taskUUID":"{{{Task}}}","outputs":{"files":[{"uuid":"d0000000-0000-4000-8000-000000000000","url":"https://x/"}],"more":1}}""",
        $$$"""{"taskType":"textInference","taskUUID":"{{{Task}}}","text":"Z\u00fcrich \ud83d\ude00","finishReason":"stop","usage":{"promptTokens":1,"completionTokens":2}}""",
        $$$"""{"errors":[{"code":"c","message":"m","parameter":["a","b"],"taskUUID":"{{{Task}}}","more":{"x":{"y":1,"z":2},"w":null}}],"status":"error"}""",
        $$"""{"error":{"code":"c","message":"m"},"taskUUID":"{{Task}}","taskType":"imageInference"}""",
        $$"""{"data":[{{Posted.Image}},{"taskType":"caption","taskUUID":"{{Task}}","text":"t"}],"errors":[{"code":"c","taskUUID":"{{Task}}"}]}""",
    ];

    [Theory]
    [MemberData(nameof(Bodies))]
    public void TheOrderOfMembersChangesNeitherWhatIsReadNorTheKey(string body)
    {
        WebhookDelivery expected = Posted.Read(body);

        ForAll.Values(Gen.Choose(0, int.MaxValue), seed =>
        {
            WebhookDelivery delivery = Posted.Read(Shuffled.Json(body, seed));

            Assert.Equal(expected.Key, delivery.Key);
            Assert.Equal(expected.Results.Select(Describe), delivery.Results.Select(Describe));
            Assert.Equal(expected.Errors.Select(Describe), delivery.Errors.Select(Describe));
        });
    }

    [Fact]
    public void TheOrderOfMembersIsNothingToAnyText() => ForAll.Values(
        Drawn.Members(4).Zip(Gen.Choose(0, int.MaxValue), (members, seed) => ($$"""{"taskType":"caption","taskUUID":"{{Task}}","x":{{members}}}""", seed)),
        drawn => Assert.Equal(Posted.Key(drawn.Item1), Posted.Key(Shuffled.Json(drawn.Item1, drawn.seed))));

    [Fact]
    public void TextsThatDifferHaveKeysThatDiffer() => ForAll.Values(Drawn.Json(3).Two(), pair =>
    {
        string first = $$"""{"taskType":"caption","taskUUID":"{{Task}}","text":{{pair.Item1}}}""";
        string second = $$"""{"taskType":"caption","taskUUID":"{{Task}}","text":{{pair.Item2}}}""";

        Assert.Equal(Shuffled.Sorted(first) == Shuffled.Sorted(second), Posted.Key(first) == Posted.Key(second));
    });

    [Theory]
    [InlineData("""{"taskUUID":"T1","imageUUID":"U1"}""", """{"taskUUID":"T1","imageUUID":"U2"}""")]
    [InlineData("""{"taskUUID":"T1","videoUUID":"U1"}""", """{"taskUUID":"T1","videoUUID":"U2"}""")]
    [InlineData("""{"taskUUID":"T1","audioUUID":"U1"}""", """{"taskUUID":"T1","audioUUID":"U2"}""")]
    [InlineData("""{"taskUUID":"T1","mediaUUID":"U1"}""", """{"taskUUID":"T1","mediaUUID":"U2"}""")]
    [InlineData("""{"taskUUID":"T1","guideImageUUID":"U1","inputImageUUID":"U1"}""", """{"taskUUID":"T1","guideImageUUID":"U2","inputImageUUID":"U1"}""")]
    [InlineData("""{"taskUUID":"T1","maskImageUUID":"U1"}""", """{"taskUUID":"T1","maskImageUUID":"U2"}""")]
    [InlineData("""{"taskUUID":"T1","outputs":{"files":[{"uuid":"U1"}]}}""", """{"taskUUID":"T1","outputs":{"files":[{"uuid":"U2"}]}}""")]
    [InlineData("""{"taskUUID":"T1","imageUUID":"U1"}""", """{"taskUUID":"T2","imageUUID":"U1"}""")]
    [InlineData("""{"taskUUID":"T1","status":"validated"}""", """{"taskUUID":"T1","status":"ready"}""")]
    [InlineData("""{"taskUUID":"T1","text":"a"}""", """{"taskUUID":"T1","text":"b"}""")]
    [InlineData("""{"taskUUID":"T1","text":"a"}""", """{"taskUUID":"T2","text":"a"}""")]
    [InlineData("""{"errors":[{"taskUUID":"T1","code":"c"}]}""", """{"errors":[{"taskUUID":"T2","code":"c"}]}""")]
    [InlineData("""{"errors":[{"taskUUID":"T1","code":"c"}]}""", """{"errors":[{"taskUUID":"T1","code":"d"}]}""")]
    [InlineData("""{"errors":[{"taskUUID":"T1","code":"c","parameter":"a"}]}""", """{"errors":[{"taskUUID":"T1","code":"c","parameter":"b"}]}""")]
    [InlineData("""{"errors":[{"taskUUID":"T1","code":"c"}]}""", """{"taskUUID":"T1","code":"c"}""")]
    [InlineData("""{"errors":[{"taskUUID":"T1","code":"c"}]}""", """{"errors":[{"taskUUID":"T1","code":"c"},{"taskUUID":"T1","code":"d"}]}""")]
    public void DifferentResultsAndErrorsHaveDifferentKeys(string first, string second) =>
        Assert.NotEqual(Posted.Key(WithUuids(first)), Posted.Key(WithUuids(second)));

    [Fact]
    public void AResultHasOneKeyWhicheverWayItCame()
    {
        TaskResult pushed = Posted.Read(Posted.Image).Results[0];
        TaskResult polled = Posted.Read($$"""{"data":[{"status":"success","cost":0.1,{{Posted.Image[1..]}}]}""").Results[0];

        Assert.Equal(DeduplicationKey.Of(pushed), DeduplicationKey.Of(polled));
    }

    [Fact]
    public void EscapesAndBlanksAreNothingToTheKey() => Assert.Equal(
        Posted.Key($$"""{"taskType":"caption","taskUUID":"{{Task}}","text":"a/é","more":[{"x":1}]}"""),
        Posted.Key($$""" { "taskType" : "c\u0061ption", "taskUUID":"{{Task}}", "text":"\u0061\/\u00e9", "mor\u0065":[ {"x" : 1} ] } """));

    [Fact]
    public void WhatIsNoUnicodeTextStillHasAKey()
    {
        string[] keys = [.. ((string[])["\"\\ud800\"", "\"\\ud801\"", "{\"\\ud800\":1}", "{\"\\ud800\":2}"]).Select(text =>
            Posted.Key($$"""{"taskType":"caption","taskUUID":"{{Task}}","text":{{text}}}"""))];

        Assert.Equal(4, keys.Distinct().Count());
    }

    private static string WithUuids(string body) => body
        .Replace("T1", Task, StringComparison.Ordinal).Replace("T2", "22222222-2222-4222-8222-222222222222", StringComparison.Ordinal)
        .Replace("U1", "a0000000-0000-4000-8000-000000000000", StringComparison.Ordinal)
        .Replace("U2", "b0000000-0000-4000-8000-000000000000", StringComparison.Ordinal);

    private static string Describe(TaskResult result) =>
        $"{result.GetType().Name} {result} {DeduplicationKey.Of(result)} {string.Join(' ', result.Members.Keys.Order(StringComparer.Ordinal))}";

    private static string Describe(ServiceError error) =>
        $"{error} {error.TaskType} {error.TaskUuid} {DeduplicationKey.Of(error)} {string.Join(' ', error.Members.Keys.Order(StringComparer.Ordinal))}";
}
