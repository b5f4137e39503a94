using ModelCards.Cards;
using ModelCards.Runtime.Tests.Harness;
using Xunit;

namespace ModelCards.Runtime.Tests.Cards;

public sealed class ModelCardTests
{
    [Fact]
    public void ACardTellsWhatItIsOf()
    {
        ModelCard card = StudioCard.Card;

        Assert.Equal("studio", card.Slug);
        Assert.Equal("Studio [dev]", card.Name);
        Assert.Equal("Makes pictures for tests.", card.Description);
        Assert.Equal("runware:1@1", card.Air);
        Assert.Equal("imageInference", card.TaskType);
        Assert.Equal("Studio [dev] (studio)", card.ToString());
    }

    [Fact]
    public void ACardThatLeavesThingsOpenSaysSo()
    {
        ModelCard card = Judged.CardOf("""{"properties":{"model":{"type":"string"},"taskType":{"enum":["a","b"]}}}""");

        Assert.Equal("judged", card.Name);
        Assert.Null(card.Description);
        Assert.Null(card.Air);
        Assert.Null(card.TaskType);
        Assert.Empty(Judged.CardOf("true").Parameters);
    }

    [Fact]
    public void AConstantThatIsNoTextIsNoAir() => Assert.Null(Judged.CardOf("""{"properties":{"model":{"const":5}}}""").Air);

    [Fact]
    public void ParametersStandInCardOrder() => Assert.Equal(
        [
            "taskType", "taskUUID", "model", "positivePrompt", "width", "height", "seed", "CFGScale", "strength", "includeCost", "outputFormat", "creativity",
            "webhookURL", "parentUUID", "seedImage", "steps", "startStep", "lora", "tags", "hiresFix", "duration", "settings",
        ],
        StudioCard.Card.Parameters.Select(parameter => parameter.Name));

    [Theory]
    [InlineData("width", "width")]
    [InlineData("lora", "lora")]
    [InlineData("lora.weight", "lora.weight")]
    [InlineData("hiresFix.steps", "hiresFix.steps")]
    public void AParameterIsFoundByItsDottedName(string name, string path)
    {
        CardParameter parameter = StudioCard.Card.Find(name)!;

        Assert.Equal(path, parameter.Path);
        Assert.Equal(path, parameter.ToString());
        Assert.Equal(name.Split('.')[^1], parameter.Name);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Width")]
    [InlineData("widht")]
    [InlineData("width.x")]
    [InlineData("lora.")]
    [InlineData(".lora")]
    [InlineData("lora..weight")]
    [InlineData("lora.weight.x")]
    public void WhatTheCardDoesNotKnowIsNotFound(string name) => Assert.Null(StudioCard.Card.Find(name));

    [Fact]
    public void FindingNeedsAName() => Assert.Throws<ArgumentNullException>(() => StudioCard.Card.Find(null!));

    [Fact]
    public void ParametersAreFoundThroughLevelsOfObjectsAndLists()
    {
        ModelCard card = Judged.CardOf("""{"properties":{"a":{"properties":{"b":{"items":{"properties":{"c":{"type":"integer"}}}}}}}}""");

        Assert.Equal("integer", card.Find("a.b.c")!.Type);
        Assert.Equal(["a.b"], card.Find("a")!.Parameters.Select(parameter => parameter.Path));
    }
}
