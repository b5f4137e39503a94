using ModelCards.Cards;
using ModelCards.Runtime.Tests.Harness;
using Xunit;

namespace ModelCards.Runtime.Tests.Cards;

/// <summary>Sizes that a card lists one by one reach user interfaces as a table.</summary>
public sealed class SizeTableTests
{
    private const string Sides = """
        "properties":{"width":{"type":"integer"},"height":{"type":"integer"}}
        """;

    [Fact]
    public void AListOfSizesUnderAConditionIsATable() => Assert.Equal(
        [new CardSize("Square", 1024, 1024), new CardSize("1080p (16:9)", 1920, 1080)],
        Sizes("""
            "allOf":[{"if":{"anyOf":[{"required":["width"]},{"required":["height"]}]},"then":{"oneOf":[
              {"title":"Square","properties":{"width":{"const":1024},"height":{"const":1024}}},
              {"title":"1080p (16:9)","properties":{"width":{"const":1920},"height":{"const":1080}}}]}}]
            """));

    [Fact]
    public void ASizeThatTwoConditionsListStandsOnce() => Assert.Equal(
        [new CardSize(null, 64, 32), new CardSize(null, 32, 64)],
        Sizes("""
            "if":{"required":["steps"]},
              "then":{"oneOf":[{"properties":{"width":{"const":64},"height":{"const":32}}}]},
              "else":{"anyOf":[{"properties":{"width":{"const":64},"height":{"const":32}}},{"properties":{"width":{"const":32},"height":{"const":64}}}]}
            """));

    [Theory]
    [InlineData(""" "oneOf":[{"properties":{"width":{"const":64}}}] """)]
    [InlineData(""" "oneOf":[{"properties":{"width":{"const":64},"height":{"minimum":32}}}] """)]
    [InlineData(""" "oneOf":[{"properties":{"width":{"const":64},"height":{"const":32}}},{"required":["width"]}] """)]
    [InlineData(""" "not":{"oneOf":[{"properties":{"width":{"const":64},"height":{"const":32}}}]} """)]
    public void WhatListsNoSizesIsNone(string rule) => Assert.Empty(Sizes(rule));

    private static IReadOnlyList<CardSize> Sizes(string rule) => Judged.CardOf($"{{{Sides},{rule}}}").Sizes;
}
