using System.Text.Json;
using ModelCards.Runtime.Tests.Harness;
using Xunit;

namespace ModelCards.Runtime.Tests.Requests;

/// <summary>JSON that is no request of the card's types: the error says where and what was expected.</summary>
public sealed class ReadingTests
{
    [Theory]
    [InlineData("""{"width":"512"}""", "width", "width must be an integer, but is \"512\".")]
    [InlineData("""{"width":512.5}""", "width", "width must be an integer, but is 512.5.")]
    [InlineData("""{"width":2147483648}""", "width", "width must be an integer, but is 2147483648.")]
    [InlineData("""{"width":1e400}""", "width", "width must be an integer, but is 1e400.")]
    [InlineData("""{"width":null}""", "width", "width must be an integer, but is null.")]
    [InlineData("""{"width":[512]}""", "width", "width must be an integer, but is an array.")]
    [InlineData("""{"seed":9223372036854775808}""", "seed", "seed must be an integer of at most 64 bits, but is 9223372036854775808.")]
    [InlineData("""{"width":1e-30}""", "width", "width must be an integer, but is 1e-30.")]
    [InlineData("""{"width":512.00000000000000000000000000001}""", "width", "width must be an integer, but is 512.00000000000000000000000000001.")]
    [InlineData("""{"CFGScale":1e-30}""", "CFGScale", "CFGScale must be a number, but is 1e-30.")]
    [InlineData("""{"CFGScale":3.50000000000000000000000000001}""", "CFGScale", "CFGScale must be a number, but is 3.50000000000000000000000000001.")]
    [InlineData("""{"CFGScale":"3.5"}""", "CFGScale", "CFGScale must be a number, but is \"3.5\".")]
    [InlineData("""{"CFGScale":1e30}""", "CFGScale", "CFGScale must be a number, but is 1e30.")]
    [InlineData("""{"strength":1e400}""", "strength", "strength must be a number, but is 1e400.")]
    [InlineData("""{"strength":true}""", "strength", "strength must be a number, but is true.")]
    [InlineData("""{"includeCost":"true"}""", "includeCost", "includeCost must be true or false, but is \"true\".")]
    [InlineData("""{"positivePrompt":{}}""", "positivePrompt", "positivePrompt must be a string, but is an object.")]
    [InlineData("""{"outputFormat":"png"}""", "outputFormat", "outputFormat must be one of JPG, PNG, WEBP, but is \"png\".")]
    [InlineData("""{"outputFormat":1}""", "outputFormat", "outputFormat must be one of JPG, PNG, WEBP, but is 1.")]
    [InlineData("""{"creativity":"0"}""", "creativity", "creativity must be one of -1, 0, 10, but is \"0\".")]
    [InlineData("""{"creativity":0.5}""", "creativity", "creativity must be one of -1, 0, 10, but is 0.5.")]
    [InlineData("""{"parentUUID":"a770f077f41347de9dacbe0b26a35da6"}""", "parentUUID", "parentUUID must be a UUID, but is \"a770f077f41347de9dacbe0b26a35da6\".")]
    [InlineData("""{"parentUUID":"0x70f077-f413-47de-9dac-be0b26a35da6"}""", "parentUUID", "parentUUID must be a UUID, but is \"0x70f077-f413-47de-9dac-be0b26a35da6\".")]
    [InlineData("""{"parentUUID":" a770f077-f413-47de-9dac-be0b26a35da6"}""", "parentUUID", "parentUUID must be a UUID, but is \" a770f077-f413-47de-9dac-be0b26a35da6\".")]
    [InlineData("""{"webhookURL":"https://example.com/ü"}""", "webhookURL", "webhookURL must be a URI, but is \"https://example.com/ü\".")]
    [InlineData("""{"seedImage":5}""", "seedImage", "seedImage must be a string, but is 5.")]
    [InlineData("""{"tags":"sea"}""", "tags", "tags must be an array whose items are each a string, but is \"sea\".")]
    [InlineData("""{"tags":["sea",null]}""", "tags[1]", "tags[1] must be a string, but is null.")]
    [InlineData("""{"lora":[{"model":"a"},{"model":"b","weight":"heavy"}]}""", "lora[1].weight", "lora[1].weight must be a number, but is \"heavy\".")]
    [InlineData("""{"lora":[5]}""", "lora[0]", "lora[0] must be an object, but is 5.")]
    [InlineData("""{"lora":{}}""", "lora", "lora must be an array whose items are each an object, but is an object.")]
    [InlineData("""{"hiresFix":"yes"}""", "hiresFix", "hiresFix must be true or false or an object, but is \"yes\".")]
    [InlineData("""{"hiresFix":{"steps":"4"}}""", "hiresFix.steps", "hiresFix.steps must be an integer, but is \"4\".")]
    [InlineData("""{"hiresFix":{"hiresFix":1}}""", "hiresFix.hiresFix", "hiresFix.hiresFix must be true or false, but is 1.")]
    [InlineData("""{"duration":7}""", "duration", "duration must be one of 6, 8, 10 or one of auto, shortest, but is 7.")]
    [InlineData("""{"width":512,"width":512}""", "width", "width is given twice.")]
    [InlineData("""{"new":1,"new":1}""", "new", "new is given twice.")]
    [InlineData("""{"lora":[{"model":"a","model":"b"}]}""", "lora[0].model", "lora[0].model is given twice.")]
    public void WhatCannotBeReadIsAnErrorWithItsPath(string json, string path, string sentence)
    {
        JsonException error = Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<StudioRequest>(json));

        Assert.Equal(path, error.Path);
        Assert.Equal(sentence, error.Message);
    }

    [Theory]
    [InlineData("[]", "A StudioRequest is a JSON object, but this is Array.")]
    [InlineData("5", "A StudioRequest is a JSON object, but this is Number.")]
    [InlineData("\"text\"", "A StudioRequest is a JSON object, but this is String.")]
    public void ARequestIsAnObject(string json, string sentence) =>
        Assert.StartsWith(sentence, Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<StudioRequest>(json)).Message, StringComparison.Ordinal);

    [Fact]
    public void ALongTextIsShortenedInTheError()
    {
        JsonException error = Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<StudioRequest>($$"""{"width":"{{new string('x', 10_000)}}"}"""));

        Assert.Equal($"width must be an integer, but is \"{new string('x', 59)}....", error.Message);
    }

    [Theory]
    [InlineData("28.0", 28)]
    [InlineData("2e1", 20)]
    [InlineData("2.8E+1", 28)]
    [InlineData("280e-1", 28)]
    [InlineData("-0", 0)]
    [InlineData("-0.0", 0)]
    [InlineData("2147483647.000", int.MaxValue)]
    public void AnIntegerMayBeWrittenWithAPointOrAnExponent(string text, int value)
    {
        StudioRequest request = JsonSerializer.Deserialize<StudioRequest>($$"""{"width":{{text}},"seed":{{text}} }""")!;

        Assert.Equal(value, request.Width);
        Assert.Equal(value, request.Seed);
    }

    [Theory]
    [InlineData("10.0", StudioCreativity.Value10)]
    [InlineData("1e1", StudioCreativity.Value10)]
    [InlineData("-1", StudioCreativity.Minus1)]
    public void AClosedSetOfIntegersReadsThemToo(string text, StudioCreativity value) =>
        Assert.Equal(value, JsonSerializer.Deserialize<StudioRequest>($$"""{"creativity":{{text}} }""")!.Creativity);

    [Theory]
    [InlineData("3.50")]
    [InlineData("0.07")]
    [InlineData("314201340.72")]
    [InlineData("7.9228162514264337593543950335")]
    [InlineData("-0.0000000000000000000000000001")]
    public void ADecimalIsReadExactly(string text)
    {
        StudioRequest request = JsonSerializer.Deserialize<StudioRequest>($$"""{"CFGScale":{{text}} }""")!;

        Assert.Equal($$"""{"CFGScale":{{text}}}""", JsonSerializer.Serialize(request));
    }

    [Fact]
    public void NullIsNoRequest() => Assert.Null(JsonSerializer.Deserialize<StudioRequest>("null"));
}
