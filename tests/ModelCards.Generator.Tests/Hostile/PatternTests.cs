using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using ModelCards.Cards;
using ModelCards.Generator.Specs;
using ModelCards.Generator.Tests.Harness;

namespace ModelCards.Generator.Tests.Hostile;

/// <summary>A pattern that the generator lets through is one that the runtime can run, whatever it looks like.</summary>
public sealed class PatternTests
{
    private static readonly Arbitrary<string> Patterns = Gen
        .Elements(
            "a", "z", "0", "9", "-", "^", "$", ".", "|", "*", "+", "?", "??", "(", ")", "(?:", "(?=", "(?!", "(?<n>", "(?<=", "(?#",
            "(?i)", "[", "[^", "]", "[a-z]", "[]", "[^]", "{", "}", "{2}", "{1,}", "{2,1}", ",", "\\", "\\d", "\\D", "\\w", "\\W",
            "\\s", "\\S", "\\b", "\\B", "\\1", "\\k<n>", "\\p{L}", "\\P{Nope}", "\\u0041", "\\u{41}", "\\x4", "\\x41", "\\c", "\\cA",
            "\\0", "\\/", "\\-", "\\]", "\\e", "\\z", "\\A", "\\G", "-[", "&&", "/", "#", " ", "\n", "é", "\u2028", "😀")
        .ArrayOf()
        .Select(string.Concat)
        .ToArbitrary();

    [Fact]
    public void WhatIsAcceptedCanBeRun() => Prop.ForAll(Patterns, pattern =>
    {
        Result<RequestSpec> result = Parsing.Parse(
            Parsing.Card($"\"a\": {{ \"type\": \"string\", \"pattern\": {JsonSerializer.Serialize(pattern)} }}"));
        if (result.Value is null)
            return result.Diagnostics.Count == 1 && result.Diagnostics[0].Descriptor.Id == "CARD0011";
        ModelCard card = ModelCard.FromSchema("demo", Encoding.UTF8.GetBytes(result.Value.Schema));
        card.Validate(JsonSerializer.SerializeToElement(new { a = "aaa-0Z é😀" }));
        return true;
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(3000).WithEndSize(12));

    [Theory]
    [InlineData("^[a-zA-Z0-9._-]+(:[a-zA-Z0-9._/@-]+)?$")]
    [InlineData("^data:image\\/[a-zA-Z]+;base64,[a-zA-Z0-9+/=]+$")]
    [InlineData("^#([A-Fa-f0-9]{6}|[A-Fa-f0-9]{3})$")]
    public void PatternsOfPublishedDocumentsAreAccepted(string pattern) =>
        Assert.Single(Parsing.SpecOf($"\"a\": {{ \"type\": \"string\", \"pattern\": {JsonSerializer.Serialize(pattern)} }}").Members);
}
