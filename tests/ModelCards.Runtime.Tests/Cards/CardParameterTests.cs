using ModelCards.Cards;
using ModelCards.Runtime.Tests.Harness;
using Xunit;

namespace ModelCards.Runtime.Tests.Cards;

public sealed class CardParameterTests
{
    [Fact]
    public void ChoicesTellWhatEachValueMeans()
    {
        CardParameter parameter = Of("""{"enum":["sync","async"],"x-choices":[["At once","The answer waits."],[null,null]]}""");

        Assert.Equal(["sync", "async"], parameter.AllowedValues.Select(value => value.GetString()!));
        Assert.Equal(("At once", "The answer waits."), (parameter.Choices[0].Title, parameter.Choices[0].Description));
        Assert.Equal((null, null), (parameter.Choices[1].Title, parameter.Choices[1].Description));
    }

    [Fact]
    public void ChoicesOfAUnionAreToldByItsBranches()
    {
        CardParameter parameter = Of("""{"oneOf":[{"const":"last","title":"Last frame"},{"const":0,"description":"The first."},{"enum":[1,2]}]}""");

        Assert.Equal(
            [("\"last\"", "Last frame", null), ("0", null, "The first."), ("1", null, null), ("2", null, null)],
            parameter.Choices.Select(choice => (choice.Value.GetRawText(), choice.Title, choice.Description)));
    }

    [Fact]
    public void ExamplesAreThoseOfTheCard()
    {
        Assert.Equal(["a", "b"], Of("""{"type":"string","examples":["a","b"]}""").Examples.Select(example => example.GetString()!));
        Assert.Empty(Of("""{"type":"string"}""").Examples);
    }

    [Fact]
    public void ANumberTellsItsBoundsAsTheCardWritesThem()
    {
        CardParameter width = Find("width");
        Assert.Equal(("integer", "128", "2048", "16"), (width.Type, width.Minimum, width.Maximum, width.Step));
        Assert.Null(width.ExclusiveMinimum);
        Assert.Null(width.ExclusiveMaximum);

        CardParameter strength = Find("strength");
        Assert.Equal(("number", "0", "1"), (strength.Type, strength.Minimum, strength.ExclusiveMaximum));
        Assert.Null(strength.Maximum);
        Assert.Null(strength.Step);

        Assert.Equal("9223372036854776000", Find("seed").Maximum);
        Assert.Equal("0.01", Find("CFGScale").Step);
    }

    [Fact]
    public void BoundsKeepTheirDigits()
    {
        CardParameter parameter = Of("""{"minimum":1.50,"exclusiveMaximum":1e300,"exclusiveMinimum":-0.0,"multipleOf":1E-2}""");

        Assert.Equal(("1.50", "1e300", "-0.0", "1E-2"), (parameter.Minimum, parameter.ExclusiveMaximum, parameter.ExclusiveMinimum, parameter.Step));
    }

    [Fact]
    public void ATextTellsItsLengthPatternAndFormat()
    {
        CardParameter prompt = Find("positivePrompt");
        Assert.Equal((2, 40, "string"), (prompt.MinLength, prompt.MaxLength, prompt.Type));
        Assert.Null(prompt.Pattern);

        Assert.Equal("^[a-z]+:\\d+@\\d+$", Find("lora.model").Pattern);
        Assert.Equal("uri", Find("webhookURL").Format);
        Assert.Equal("uuid", Find("taskUUID").Format);
        Assert.Null(Find("lora.model").MinLength);
        Assert.Null(Find("lora.model").MaxLength);
    }

    [Fact]
    public void AListTellsItsItems()
    {
        CardParameter lora = Find("lora");
        Assert.Equal("array", lora.Type);
        Assert.Null(lora.MinItems);
        Assert.Equal(3, lora.MaxItems);
        Assert.Equal(["model", "weight", "endStep"], lora.Parameters.Select(parameter => parameter.Name));
        Assert.Equal([true, false, false], lora.Parameters.Select(parameter => parameter.IsRequired));

        Assert.Equal(1, Find("tags").MinItems);
        Assert.Null(Find("tags").MaxItems);
        Assert.Empty(Find("tags").Parameters);
        Assert.Equal(["a", "b"], Of("""{"type":"array","items":{"enum":["a","b"]}}""").AllowedValues.Select(value => value.GetString()!));
    }

    [Fact]
    public void AClosedSetTellsItsValues()
    {
        Assert.Equal(["JPG", "PNG", "WEBP"], Find("outputFormat").AllowedValues.Select(value => value.GetString()!));
        Assert.Equal([-1, 0, 10], Find("creativity").AllowedValues.Select(value => value.GetInt32()));
        Assert.Empty(Find("width").AllowedValues);
        Assert.False(Find("outputFormat").IsConstant);
    }

    [Fact]
    public void AConstantTellsItsValue()
    {
        CardParameter model = Find("model");

        Assert.True(model.IsConstant);
        Assert.Equal("runware:1@1", Assert.Single(model.AllowedValues).GetString());
    }

    [Theory]
    [InlineData("width", "512")]
    [InlineData("CFGScale", "3.5")]
    [InlineData("outputFormat", "\"JPG\"")]
    public void ADefaultIsTold(string name, string value) => Assert.Equal(value, Find(name).Default!.Value.GetRawText());

    [Fact]
    public void NoDefaultIsNull()
    {
        Assert.Null(Find("height").Default);
        Assert.Equal("null", Of("""{"default":null}""").Default!.Value.GetRawText());
    }

    [Fact]
    public void RequiredDeprecatedTitleAndDescriptionAreTold()
    {
        Assert.True(Find("positivePrompt").IsRequired);
        Assert.False(Find("width").IsRequired);
        Assert.True(Find("creativity").IsDeprecated);
        Assert.False(Find("width").IsDeprecated);
        Assert.Equal("Width", Find("width").Title);
        Assert.Null(Find("height").Title);
        Assert.Equal("What to draw.", Find("positivePrompt").Description);
        Assert.Null(Find("width").Description);
    }

    [Theory]
    [InlineData("""{"type":["integer","string"]}""", "integer|string")]
    [InlineData("""{"type":["string","null"]}""", "null|string")]
    [InlineData("""{"type":"boolean"}""", "boolean")]
    [InlineData("""{"type":"object"}""", "object")]
    [InlineData("""{"oneOf":[{"type":"boolean","const":true},{"type":"object"}]}""", "boolean|object")]
    [InlineData("""{"anyOf":[{"type":"string"},{"type":"string","format":"uri"}]}""", "string")]
    [InlineData("""{"const":"imageInference"}""", "string")]
    [InlineData("""{"enum":["first",0,-1,0.5,true]}""", "string|integer|number|boolean")]
    [InlineData("""{"oneOf":[{"const":"first"},{"const":0}]}""", "string|integer")]
    [InlineData("{}", "")]
    [InlineData("true", "")]
    public void TheTypeIsToldInTheWordsOfJsonSchema(string schema, string type) => Assert.Equal(type, Of(schema).Type);

    [Fact]
    public void TheObjectFormOfAUnionTellsItsParameters()
    {
        Assert.Equal(["hiresFix.steps", "hiresFix.hiresFix"], Find("hiresFix").Parameters.Select(parameter => parameter.Path));
        Assert.Equal("boolean|object", Find("hiresFix").Type);
        Assert.Equal(
            ["value.image"],
            Of("""{"items":{"anyOf":[{"type":"string"},{"properties":{"image":{}}}]}}""").Parameters.Select(parameter => parameter.Path));
    }

    [Fact]
    public void AUnionOfClosedSetsTellsTheValuesOfAll()
    {
        Assert.Equal(["6", "8", "10", "auto", "shortest"], Find("duration").AllowedValues.Select(value => value.ToString()));
        Assert.Empty(Of("""{"anyOf":[{"const":"auto"},{"type":"integer"}]}""").AllowedValues);
    }

    private static CardParameter Find(string name) => StudioCard.Card.Find(name)!;

    private static CardParameter Of(string schema) => Judged.CardOf($$"""{"properties":{"value": {{schema}} } }""").Find("value")!;
}
