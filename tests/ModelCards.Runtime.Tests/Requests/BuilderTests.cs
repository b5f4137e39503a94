using System.Text.Json;
using System.Text.Json.Nodes;
using ModelCards.Runtime.Tests.Harness;
using ModelCards.Validation;
using Xunit;

namespace ModelCards.Runtime.Tests.Requests;

public sealed class BuilderTests
{
    [Fact]
    public void ABuilderThatGoesOnLeavesWhatItBuiltAlone()
    {
        StudioBuilder builder = StudioBuilder.Create("a lighthouse").WithWidth(512).WithHeight(768).AddTag("sea");
        StudioRequest first = builder.Build();

        StudioRequest second = builder.WithWidth(1024).WithHeight(null).WithHeight(1024).AddTag("dusk").WithExtra("later", 1).Build();

        Assert.Equal((512, 768), (first.Width, first.Height));
        Assert.Equal(["sea"], first.Tags);
        Assert.Empty(first.ExtraMembers);
        Assert.Equal((1024, 1024), (second.Width, second.Height));
        Assert.Equal(["sea", "dusk"], second.Tags);
        Assert.Equal(["later"], second.ExtraMembers.Keys);
    }

    [Fact]
    public void AListIsCopiedFromItsSource()
    {
        string[] array = ["sea", "dusk"];
        List<StudioLora> list = [new StudioLora { Model = "civitai:1@2" }];
        StudioRequest tagged = StudioBuilder.Create("a lighthouse").WithTags(array).Build();
        StudioRequest styled = StudioBuilder.Create("a lighthouse").WithLora(list).Build();

        array[0] = "changed";
        list.Clear();

        Assert.Equal(["sea", "dusk"], tagged.Tags);
        Assert.Equal("civitai:1@2", Assert.Single(styled.Lora!).Model);
        Assert.True(tagged.Validate().IsValid);
    }

    [Fact]
    public void AnObjectInitializerCopiesListsToo()
    {
        List<string> tags = ["sea"];
        var request = new StudioRequest { PositivePrompt = "a lighthouse", Tags = tags };

        tags.Add("sea");

        Assert.Equal(["sea"], request.Tags);
        Assert.False(request.Tags is IList<string>);
    }

    [Fact]
    public void ToBuilderCopies()
    {
        StudioRequest original = StudioBuilder.Create("a lighthouse").WithTaskUuid(Guid.NewGuid()).AddTag("sea").WithExtra("new", 1).Build();

        StudioRequest copy = original.ToBuilder().WithPositivePrompt("a harbour").AddTag("dusk").WithExtra("new", 2).WithExtra("more", true).Build();

        Assert.Equal(("a lighthouse", "a harbour"), (original.PositivePrompt, copy.PositivePrompt));
        Assert.Equal(original.TaskUuid, copy.TaskUuid);
        Assert.Equal(["sea"], original.Tags);
        Assert.Equal(["sea", "dusk"], copy.Tags);
        Assert.Equal(1, original.ExtraMembers["new"].GetInt32());
        Assert.Equal(2, copy.ExtraMembers["new"].GetInt32());
        Assert.Single(original.ExtraMembers);
    }

    [Fact]
    public void AnObjectIsAddedThroughItsBuilder()
    {
        StudioRequest request = StudioBuilder.Create("a lighthouse").AddLora("civitai:1@2", lora => lora.WithWeight(0.8m)).AddLora("civitai:3@4").Build();

        Assert.Equal(["civitai:1@2 0.8", "civitai:3@4 "], request.Lora!.Select(lora => FormattableString.Invariant($"{lora.Model} {lora.Weight}")));
    }

    [Fact]
    public void ABuilderOfANestedObjectThatGoesOnLeavesWhatItBuiltAlone()
    {
        StudioLoraBuilder? kept = null;
        StudioRequest request = StudioBuilder.Create("a lighthouse").AddLora("civitai:1@2", lora => kept = lora).Build();
        StudioLora other = kept!.WithWeight(2m).Build();

        Assert.Null(request.Lora![0].Weight);
        Assert.Equal(2m, other.Weight);
    }

    [Fact]
    public void AbsentIsNotSent()
    {
        JsonElement written = Judged.Written(new StudioRequest { PositivePrompt = "a lighthouse" });

        Assert.Equal(["taskType", "taskUUID", "model", "positivePrompt"], written.EnumerateObject().Select(member => member.Name));
    }

    [Fact]
    public void NullClears()
    {
        StudioRequest request = StudioBuilder.Create("a lighthouse")
            .WithWidth(512).WithHeight(512).WithCfgScale(3.5m).WithOutputFormat(StudioFormat.Png).AddTag("sea").WithHiresFix(true)
            .WithWidth(null).WithHeight(null).WithCfgScale(null).WithOutputFormat(null).WithTags(null).WithHiresFix(null)
            .Build();

        Assert.Equal(["taskType", "taskUUID", "model", "positivePrompt"], Judged.Written(request).EnumerateObject().Select(member => member.Name));
        Assert.Null(request.Tags);
        Assert.Null(request.HiresFix);
    }

    [Fact]
    public void AnItemOfAListIsNeverNull()
    {
        var error = Assert.Throws<ArgumentException>(() => StudioBuilder.Create("a lighthouse").WithTags(["sea", null!]));

        Assert.StartsWith("Item 1 of tags is null.", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentNullException>(() => StudioBuilder.Create("a lighthouse").AddTag(null!));
    }

    [Fact]
    public void AnInvalidRequestIsNotBuiltUnlessUnchecked()
    {
        StudioBuilder builder = StudioBuilder.Create("a lighthouse").WithWidth(99);

        Assert.Equal(["/width", "/width", "/height"], Assert.Throws<RequestValidationException>(builder.Build).Errors.Select(error => error.Pointer));
        StudioRequest request = builder.BuildUnchecked();
        Assert.False(request.Validate().IsValid);
        Assert.Equal(99, Judged.Written(request).GetProperty("width").GetInt32());
    }

    [Fact]
    public void AnEnumOutOfRangeIsAnErrorAndNeverACrash()
    {
        foreach (int ordinal in new[] { 3, 99, -1, int.MinValue, int.MaxValue })
        {
            var request = new StudioRequest { PositivePrompt = "a lighthouse", OutputFormat = (StudioFormat)ordinal, Creativity = (StudioCreativity)ordinal, Duration = (StudioLength)ordinal };

            Assert.Equal(["/outputFormat", "/creativity", "/duration"], request.Validate().Errors.Select(error => error.Pointer));
            Assert.Equal($"{ordinal}", Judged.Written(request).GetProperty("outputFormat").GetString());
            Assert.Equal((StudioFormat)ordinal, request.OutputFormat);
        }
    }

    [Fact]
    public void UntypedJsonOutlivesItsDocument()
    {
        StudioRequest request;
        using (JsonDocument document = JsonDocument.Parse("""{"deep":[1,2]}"""))
            request = new StudioRequest { PositivePrompt = "a lighthouse", Settings = document.RootElement };

        Assert.Equal("""{"deep":[1,2]}""", Judged.Written(request).GetProperty("settings").GetRawText());
        Assert.Equal("""{"deep":[1,2]}""", request.Settings!.Value.GetRawText());
    }

    [Fact]
    public void AnExtraThatChangesLaterIsSentAsItWas()
    {
        var node = new JsonObject { ["a"] = 1 };
        StudioRequest request = StudioBuilder.Create("a lighthouse").WithExtra("extra", node).Build();

        node["a"] = 2;

        Assert.Equal("""{"a":1}""", request.ExtraMembers["extra"].GetRawText());
    }
}
