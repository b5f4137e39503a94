using ModelCards.Generator.Parser.Rules;
using ModelCards.Generator.Specs;
using ModelCards.Generator.Tests.Harness;

namespace ModelCards.Generator.Tests.Parser;

/// <summary>Rules between parameters, as conditions that no valid object meets together.</summary>
public sealed class RuleTests
{
    private const string Properties = """
        "a": { "type": "integer" }, "b": { "type": "integer" }, "c": { "type": "integer" }, "on": { "type": "boolean" },
        "kind": { "enum": ["x", "y", "z"] }, "text": { "type": "string" }, "list": { "type": "array", "items": { "type": "string" } },
        "media": { "type": "string", "anyOf": [{ "format": "uuid" }, { "format": "uri" }] }, "model": { "const": "m@1" },
        "inner": { "type": "object", "properties": { "flag": { "type": "boolean" }, "n": { "type": "integer" } } }
        """;

    [Theory]
    [InlineData("""dependentRequired":{"a":["b","c"]}""", "!b&a", "!c&a")]
    [InlineData("""not":{"required":["a","b"]}""", "a&b")]
    [InlineData("""not":{"required":["a","b","c"]}""", "a&b&c")]
    [InlineData("""anyOf":[{"required":["a"]},{"required":["b"]}]""", "!a&!b")]
    [InlineData("""oneOf":[{"required":["a"]},{"required":["b"]}]""", "a&b", "!a&!b")]
    [InlineData("""allOf":[{"required":["a"]}]""", "!a")]
    [InlineData("""if":{"required":["a"]},"then":{"required":["b"]},"else":{"required":["c"]}""", "!b&a", "!a&!c")]
    [InlineData("""if":{"properties":{"on":{"const":true}},"required":["on"]},"then":{"required":["a"]}""", "!a&on=true")]
    [InlineData("""if":{"properties":{"on":{"const":true}}},"then":{"required":["a"]}""", "!a&!on", "!a&on=true")]
    [InlineData("""if":{"required":["a"]},"then":{"properties":{"kind":{"enum":["x","z"]}}}""", "a&kind!=0|2")]
    [InlineData("""if":{"required":["a"]},"then":{"properties":{"kind":{"const":"other"}}}""", "a&kind")]
    [InlineData("""if":{"required":["a"]},"then":{"properties":{"text":{"const":"it's a|b"}}}""", @"a&text!='it\'s a\|b")]
    [InlineData("""if":{"required":["a"]},"then":{"properties":{"b":{"minimum":1.5,"exclusiveMaximum":9}}}""", @"a&b<1\.5", "a&b>=9")]
    [InlineData("""if":{"properties":{"a":{"minimum":5}},"required":["a"]},"then":{"required":["b"]}""", "!b&a>=5")]
    [InlineData("""if":{"required":["a"]},"then":{"properties":{"list":{"minItems":2,"maxItems":3}}}""", "a&list#<2", "a&list#>3")]
    [InlineData("""if":{"required":["a"]},"then":{"properties":{"b":false}}""", "a&b")]
    [InlineData("""dependentSchemas":{"a":{"required":["b"],"properties":{"c":{"maximum":3}}}}""", "!b&a", "a&c>3")]
    [InlineData("""if":{"properties":{"inner":{"properties":{"flag":{"const":true}},"required":["flag"]}},"required":["inner"]},"then":{"required":["a"]}""", "!a&inner.flag=true")]
    [InlineData("""not":{"anyOf":[{"required":["a","b"]},{"required":["a","c"]}]}""", "a&b", "a&c")]
    [InlineData("""not":{"allOf":[{"required":["a"]},{"required":["b"]}]}""", "a&b")]
    [InlineData("""oneOf":[{"properties":{"a":{"const":1},"b":{"const":2}}},{"properties":{"a":{"const":3},"b":{"const":4}}}]""", "a,b!=1,2|3,4")]
    // Names that the card does not declare cannot be given; constants always are.
    [InlineData("""not":{"required":["a","unknown"]}""")]
    [InlineData("""dependentRequired":{"a":["unknown"]}""", "a")]
    [InlineData("""if":{"properties":{"model":{"const":"m@1"}},"required":["model"]},"then":{"required":["a"]}""", "!a")]
    [InlineData("""if":{"properties":{"model":{"const":"other"}},"required":["model"]},"then":{"required":["a"]}""")]
    // What conditions cannot say is left out.
    [InlineData("""if":{"properties":{"text":{"pattern":"^x"}},"required":["text"]},"then":{"required":["a"]}""")]
    [InlineData("""if":{"properties":{"media":{"const":"x"}},"required":["media"]},"then":{"required":["a"]}""")]
    [InlineData("""minProperties":2""")]
    public void ARuleIsWhatNoValidObjectMeets(string keyword, params string[] rules) =>
        Assert.Equal(rules, Rules(Parsing.Card(Properties, ",\"" + keyword)));

    [Theory]
    [InlineData("""{ "type": "integer", "x-minimum": "1/b" }""", "a<@b")]
    [InlineData("""{ "type": "integer", "x-exclusiveMinimum": "1/b" }""", "a<=@b")]
    [InlineData("""{ "type": "number", "x-maximum": "/b" }""", "a>@b")]
    [InlineData("""{ "type": "number", "x-exclusiveMaximum": "/b" }""", "a>=@b")]
    public void ANumberIsBoundedByAnother(string schema, string rule) =>
        Assert.Equal([rule], Rules(Parsing.Card($$"""{{"\"a\": " + schema}}, "b": { "type": "integer" }""")));

    [Fact]
    public void ANestedNumberIsBoundedByOneOfTheRequest() => Assert.Equal(
        ["end>@/steps"],
        Assert.IsType<ObjectSpec>(Assert.Single(Parsing.SpecOf(
            """ "steps": { "type": "integer" }, "part": { "type": "object", "properties": { "end": { "type": "integer", "x-maximum": "/steps" } } } """).Types)).Rules);

    [Theory]
    [InlineData("a")]
    [InlineData("!a&b=1|2")]
    [InlineData(@"a\.b!='x\|y&c>=\-5")]
    [InlineData("a,b!=1,2|3,4")]
    [InlineData("list#>1&end<=@/start")]
    public void ARuleIsReadAsItWasWritten(string text) =>
        Assert.Equal(text, string.Join("&", Generator.Analyzers.Cards.Rule.Parse(text)!.Atoms.Select(atom => atom.ToString())));

    [Fact]
    public void AFloodOfAlternativesSaysNothing()
    {
        string many = string.Join(",", Enumerable.Range(0, 40).Select(i => $$"""{ "required": ["a"], "properties": { "b": { "maximum": {{i}} }, "c": { "minimum": {{i}} } } }"""));
        Assert.Empty(Rules(Parsing.Card(Properties, $",\"anyOf\":[{many}]")));
        Assert.Equal(["a"], RuleAtom.SplitAt("a", '|'));
    }

    private static EquatableArray<string> Rules(string card) => Parsing.Spec(card).Rules;
}
