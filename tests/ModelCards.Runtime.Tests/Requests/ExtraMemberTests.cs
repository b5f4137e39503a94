using System.Text.Json;
using System.Text.Json.Nodes;
using ModelCards.Runtime.Tests.Harness;
using ModelCards.Validation;
using Xunit;

namespace ModelCards.Runtime.Tests.Requests;

/// <summary>Members that the card does not know.</summary>
public sealed class ExtraMemberTests
{
    [Theory]
    [InlineData("5")]
    [InlineData("\"text \\u0022 😀\"")]
    [InlineData("null")]
    [InlineData("[1,{\"a\":[true]}]")]
    [InlineData("1.50e+3")]
    public void OneThatIsSetByNameIsAcceptedAndWritten(string json)
    {
        StudioRequest request = StudioBuilder.Create("a lighthouse").WithExtra("brandNew", JsonNode.Parse(json)).Build();

        Assert.True(JsonElement.DeepEquals(JsonDocument.Parse(json).RootElement, Judged.Written(request).GetProperty("brandNew")));
    }

    [Fact]
    public void ItIsWrittenBehindTheMembersOfTheCard()
    {
        StudioRequest request = StudioBuilder.Create("a lighthouse").WithExtra("zeta", 1).WithExtra("alpha", 2).AddTag("sea").Build();

        Assert.Equal(
            ["taskType", "taskUUID", "model", "positivePrompt", "tags", "zeta", "alpha"],
            Judged.Written(request).EnumerateObject().Select(member => member.Name));
    }

    [Fact]
    public void ANameIsWrittenAsItIs()
    {
        const string Name = "quote \" slash \\ 漢 😀 \n";
        StudioRequest request = StudioBuilder.Create("a lighthouse").WithExtra(Name, 1).Build();

        Assert.Equal(1, Judged.Written(request).GetProperty(Name).GetInt32());
    }

    [Fact]
    public void SettingItAgainReplacesIt()
    {
        StudioRequest request = StudioBuilder.Create("a lighthouse").WithExtra("new", 1).WithExtra("new", "two").Build();

        Assert.Equal("two", request.ExtraMembers["new"].GetString());
        Assert.Single(Judged.Written(request).EnumerateObject(), member => member.Name == "new");
    }

    [Theory]
    [InlineData("width")]
    [InlineData("taskType")]
    [InlineData("taskUUID")]
    public void AParameterOfTheCardHasItsOwnMethod(string name)
    {
        var error = Assert.Throws<ArgumentException>(() => StudioBuilder.Create("a lighthouse").WithExtra(name, 1));

        Assert.Equal($"'{name}' is a parameter of this card: set it through its own With method. (Parameter 'name')", error.Message);
        Assert.Throws<ArgumentException>(() => StudioBuilder.Create("a lighthouse").WithExtra("", 1));
        Assert.Throws<ArgumentNullException>(() => StudioBuilder.Create("a lighthouse").WithExtra(null!, 1));
    }

    [Fact]
    public void OneThatCameWithJsonIsJudgedButKept()
    {
        const string Json = """{"taskType":"imageInference","taskUUID":"a770f077-f413-47de-9dac-be0b26a35da6","model":"runware:1@1","positivePrompt":"ab","widht":512,"new":{"a":[1.50]}}""";
        StudioRequest request = JsonSerializer.Deserialize<StudioRequest>(Json)!;

        Assert.Equal(
            ["widht is not a parameter of this card; did you mean width?", "new is not a parameter of this card; set one that it does not know yet by name, through WithExtra."],
            request.Validate().Errors.Select(error => error.Message));
        Assert.Equal(["widht", "new"], request.ExtraMembers.Keys);
        Assert.Equal(Json, JsonSerializer.Serialize(request));
    }

    [Fact]
    public void NamingOneThatCameWithJsonAcceptsIt()
    {
        StudioRequest read = JsonSerializer.Deserialize<StudioRequest>("""{"taskType":"imageInference","taskUUID":"a770f077-f413-47de-9dac-be0b26a35da6","model":"runware:1@1","positivePrompt":"ab","new":1}""")!;

        Assert.Throws<RequestValidationException>(() => read.ToBuilder().Build());
        Assert.Equal(2, read.ToBuilder().WithExtra("new", 2).Build().ExtraMembers["new"].GetInt32());
    }

    [Fact]
    public void NestedObjectsKeepTheirsToo()
    {
        const string Json = """{"lora":[{"model":"civitai:1@2","scale":1}]}""";
        StudioRequest request = JsonSerializer.Deserialize<StudioRequest>(Json)!;

        Assert.Contains("lora[0].scale is not a parameter of this card; set one that it does not know yet by name, through WithExtra.", request.Validate().ToString(), StringComparison.Ordinal);
        Assert.Equal(Json, JsonSerializer.Serialize(request));
    }
}
