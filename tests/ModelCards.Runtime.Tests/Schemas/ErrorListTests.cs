using System.Text.Json;
using ModelCards.Runtime.Tests.Harness;
using ModelCards.Validation;
using Xunit;

namespace ModelCards.Runtime.Tests.Schemas;

/// <summary>Where errors are, and that there are all of them, each once.</summary>
public sealed class ErrorListTests
{
    [Theory]
    [InlineData("a", "/a", "a")]
    [InlineData("a/b", "/a~1b", "a/b")]
    [InlineData("a~b", "/a~0b", "a~b")]
    [InlineData("~1", "/~01", "~1")]
    [InlineData("a.b", "/a.b", "a.b")]
    [InlineData("0", "/0", "0")]
    [InlineData("", "/", "")]
    [InlineData("漢😀", "/漢😀", "漢😀")]
    public void PointersEscapeNames(string name, string pointer, string parameter)
    {
        ValidationError error = Assert.Single(Judged.Request($$"""{"properties":{"{{name}}":false} }""", $$"""{"{{name}}":1}""").Errors);

        Assert.Equal(pointer, error.Pointer);
        Assert.Equal(parameter, error.Parameter);
    }

    [Fact]
    public void ListsAreCountedFromZero()
    {
        ValidationError error = Assert.Single(Judged.Request(
            """{"properties":{"controlNet":{"items":{"properties":{"guides":{"items":{"items":{"type":"string"}}}}}}}}""",
            """{"controlNet":[{},{"guides":[["a"],[],["b",5]]}]}""").Errors);

        Assert.Equal("/controlNet/1/guides/2/1", error.Pointer);
        Assert.Equal("controlNet[1].guides[2][1]", error.Parameter);
        Assert.Equal("type", error.Keyword);
        Assert.Equal("5", error.Value);
        Assert.Equal("controlNet[1].guides[2][1] must be a string, but is 5.", error.Message);
    }

    [Fact]
    public void AMissingMemberIsPointedAtAndHasNoValue()
    {
        ValidationError error = Assert.Single(Judged.Request("""{"properties":{"a":{"items":{"required":["b/c"]}}}}""", """{"a":[{}]}""").Errors);

        Assert.Equal(new ValidationError("/a/0/b~1c", "a[0].b/c", "required", null, "a[0].b/c is required."), error);
    }

    [Fact]
    public void TheRequestItselfHasAnEmptyPointer()
    {
        ValidationError error = Assert.Single(Judged.Request("""{"type":"object"}""", "[1]").Errors);

        Assert.Equal(new ValidationError("", "", "type", "an array of 1", "The request must be an object, but is an array of 1."), error);
    }

    [Fact]
    public void EveryReasonIsGivenAtOnce()
    {
        var request = new StudioRequest
        {
            PositivePrompt = "x",
            Width = 1001,
            CfgScale = 3.505m,
            Strength = double.NaN,
            OutputFormat = (StudioFormat)7,
            Steps = 20,
            StartStep = 20,
            Lora = [new StudioLora { Weight = 5m, EndStep = 21 }],
            Tags = ["a", "a", "far too long"],
        };

        Assert.Equal(
            """
            positivePrompt must have 2 to 40 characters, but has 1.
            width must be a multiple of 16, but is 1001; nearest are 992 and 1008.
            CFGScale must be a multiple of 0.01, but is 3.505; nearest are 3.5 and 3.51.
            strength must be a finite number.
            outputFormat must be one of JPG, PNG, WEBP, but is "7".
            startStep must be less than steps (20), but is 20.
            lora[0].model is required.
            lora[0].weight must be at most 4, but is 5 (allowed: -4 to 4 in steps of 0.01).
            lora[0].endStep must be at most steps (20), but is 21.
            tags[2] must have at most 8 characters, but has 12.
            tags must not hold the same item twice.
            height is required when width is given.
            lora and tags exclude each other.
            """,
            request.Validate().ToString());
    }

    [Fact]
    public void AReasonFoundTwiceIsGivenOnce()
    {
        const string Schema = """{"properties":{"a":{"type":"integer"}},"allOf":[{"properties":{"a":{"type":"integer"}}},{"required":["b"]},{"required":["b"]}]}""";

        Assert.Equal(["/a: a must be an integer, but is \"x\".", "/b: b is required."], Judged.Sentences(Schema, """{"a":"x"}"""));
    }

    [Fact]
    public void AValueOfTheWrongTypeHasNoOtherReasons() => Assert.Equal(
        ["/a: a must be a string, but is 5."],
        Judged.Sentences("""{"properties":{"a":{"type":"string","const":"x","minLength":9,"anyOf":[{"pattern":"a"}]}}}""", """{"a":5}"""));

    [Fact]
    public void AValidRequestHasNoErrors()
    {
        ValidationResult verdict = new StudioRequest { PositivePrompt = "a lighthouse" }.Validate();

        Assert.True(verdict.IsValid);
        Assert.Empty(verdict.Errors);
        Assert.Equal("valid", verdict.ToString());
        verdict.ThrowIfInvalid();
    }

    [Fact]
    public void TheExceptionListsAllReasons()
    {
        var one = Assert.Throws<RequestValidationException>(() => StudioBuilder.Create("x").Build());
        Assert.Equal("The request is not valid:\n  - positivePrompt must have 2 to 40 characters, but has 1.", one.Message);
        Assert.Equal("/positivePrompt", Assert.Single(one.Errors).Pointer);

        var two = Assert.Throws<RequestValidationException>(() => StudioBuilder.Create("x").WithWidth(512).Build());
        Assert.Equal(
            "The request is not valid, for 2 reasons:\n  - positivePrompt must have 2 to 40 characters, but has 1.\n  - height is required when width is given.",
            two.Message);
    }

    [Fact]
    public void JudgingOneRequestLeavesNoTraceOnTheNext()
    {
        JsonElement broken = JsonDocument.Parse("""{"positivePrompt":"x"}""").RootElement;
        string[] first = [.. StudioCard.Card.Validate(broken).Errors.Select(error => error.Message)];

        Assert.True(new StudioRequest { PositivePrompt = "a lighthouse" }.Validate().IsValid);
        Assert.Equal(first, StudioCard.Card.Validate(broken).Errors.Select(error => error.Message));
    }
}
