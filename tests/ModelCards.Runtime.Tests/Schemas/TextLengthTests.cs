using System.Text.Json;
using ModelCards.Cards;
using ModelCards.Runtime.Tests.Client;
using ModelCards.Runtime.Tests.Harness;
using ModelCards.Validation;
using Xunit;

namespace ModelCards.Runtime.Tests.Schemas;

public sealed class TextLengthTests
{
    [Theory]
    [InlineData("", 0)]
    [InlineData("a", 1)]
    [InlineData("héllo", 5)]
    [InlineData("漢字", 2)]
    [InlineData("😀", 1)]
    [InlineData("😀😀😀", 3)]
    [InlineData("a😀b", 3)]
    [InlineData("👩‍👩‍👧", 5)]
    [InlineData("e\u0301", 2)]
    [InlineData("a\u0000b", 3)]
    public void LengthsCountCodePoints(string text, int length)
    {
        string value = JsonSerializer.Serialize(text);

        Judged.Accepts($$"""{"minLength":{{length}},"maxLength":{{length}}}""", value);
        Judged.Refuses("minLength", $$"""{"minLength":{{length + 1}}}""", value);
        if (length > 0)
            Judged.Refuses("maxLength", $$"""{"maxLength":{{length - 1}}}""", value);
    }

    [Fact]
    public void LongTextsAreCountedToTheEnd()
    {
        string emoji = JsonSerializer.Serialize(string.Concat(Enumerable.Repeat("😀", 3000)));

        Judged.Accepts("""{"minLength":3000,"maxLength":3000}""", emoji);
        Judged.Refuses("maxLength", """{"maxLength":2999}""", emoji);
        Judged.Refuses("minLength", """{"minLength":3001}""", emoji);
    }

    [Fact]
    public void LengthsThatAreWrittenAsFloatsCount()
    {
        Judged.Accepts("""{"minLength":2.0,"maxLength":4e0}""", "\"ab\"", "\"abcd\"");
        Judged.Refuses("minLength", """{"minLength":2.0}""", "\"a\"");
    }

    [Fact]
    public void HalfASurrogatePairIsNoText()
    {
        string[] texts = ["\uD800", "\uDC00", "abc\uD83D", "\uDE00\uD83D", "a\uD83Db", "😀\uD83D😀"];
        foreach (string text in texts)
        {
            ValidationError error = Assert.Single(new PictureRequest { PositivePrompt = "ok" + text }.Validate().Errors);

            Assert.Equal("/positivePrompt", error.Pointer);
            Assert.Equal("positivePrompt holds half of a surrogate pair, which JSON text cannot carry.", error.Message);
        }
    }

    [Fact]
    public void HalfASurrogatePairIsNoMediumEither()
    {
        var request = new PictureRequest { PositivePrompt = "ok", SeedImage = MediaInput.FromText("\uD83D") };

        Assert.Equal(["/seedImage"], request.Validate().Errors.Select(error => error.Pointer));
    }

    [Theory]
    [InlineData("""{"positivePrompt":"\ud800"}""")]
    [InlineData("""{"positivePrompt":"ok","\udc00":1}""")]
    [InlineData("""{"positivePromp\ud800":1}""")]
    [InlineData("""{"deep":[{"er":["\ud83d"]}]}""")]
    public void HalfASurrogatePairInJsonIsAnErrorAndNoCrash(string json)
    {
        ModelCard card = Judged.CardOf("""{"properties":{"positivePrompt":{"type":"string"},"deep":{"items":{"properties":{"er":{"items":{"type":"string"}}}}}}}""");

        ValidationError error = Assert.Single(card.Validate(JsonDocument.Parse(json).RootElement).Errors);

        Assert.Equal("The request holds half of a surrogate pair, which JSON text cannot carry.", error.Message);
    }

    [Fact]
    public void HalfASurrogatePairCannotBeRead() => Assert.Throws<JsonException>(
        () => JsonSerializer.Deserialize<StudioRequest>("""{"positivePrompt":"\ud800"}"""));
}
