using ModelCards.Generator.Specs;
using ModelCards.Generator.Tests.Harness;

namespace ModelCards.Generator.Tests.Specs;

/// <summary>Specs are equal exactly when the code they give is: that is what stops the generator from emitting anew.</summary>
public sealed class SpecEqualityTests
{
    private const string Card = """
        {
          "title": "Small",
          "properties": {
            "mode": { "type": "string", "description": "How.", "enum": ["a", "b"], "default": "a" },
            "size": { "oneOf": [{ "type": "integer" }, { "const": "auto" }] },
            "lora": {
              "type": "array",
              "items": { "type": "object", "properties": { "model": { "type": "string" } }, "required": ["model"] }
            },
            "steps": { "type": "integer", "minimum": 1, "maximum": 50, "multipleOf": 1 }
          },
          "required": ["steps"]
        }
        """;

    [Fact]
    public void EqualTextGivesEqualSpecs()
    {
        RequestSpec first = Parsing.Spec(Card);
        RequestSpec second = Parsing.Spec(new string(Card));

        Assert.NotSame(first, second);
        Assert.Equal(first, second);
        Assert.Equal(first.GetHashCode(), second.GetHashCode());
    }

    [Theory]
    [InlineData("  \"title\"", "\t\"title\"")]
    [InlineData("\n", "\r\n")]
    [InlineData("{ \"type\"", "{\"type\"")]
    [InlineData("\"maximum\": 50,", "\"maximum\":\n50,")]
    [InlineData("\"title\": \"Small\"", "\"$comment\": \"x\", \"title\": \"Small\"")]
    [InlineData("\"title\": \"Small\"", "\"title\": \"Sm\\u0061ll\"")]
    [InlineData("\"type\": \"integer\", \"minimum\"", "\"x-order\": 3, \"type\": \"integer\", \"minimum\"")]
    public void WhatDoesNotShowInTheCodeDoesNotChangeTheSpec(string old, string @new)
    {
        string edited = Card.Replace(old, @new, StringComparison.Ordinal);

        Assert.NotEqual(Card, edited);
        Assert.Equal(Parsing.Spec(Card), Parsing.Spec(edited));
    }

    [Theory]
    [InlineData("\"title\": \"Small\"", "\"title\": \"Smaller\"")]
    [InlineData("How.", "How so.")]
    [InlineData("[\"a\", \"b\"]", "[\"a\", \"b\", \"c\"]")]
    [InlineData("[\"a\", \"b\"]", "[\"b\", \"a\"]")]
    [InlineData("\"default\": \"a\"", "\"default\": \"b\"")]
    [InlineData("\"const\": \"auto\"", "\"type\": \"boolean\"")]
    [InlineData("\"required\": [\"model\"]", "\"minProperties\": 1")]
    [InlineData("\"maximum\": 50", "\"maximum\": 51")]
    [InlineData("\"maximum\": 50", "\"maximum\": 50.0")]
    [InlineData("\"maximum\": 50, \"multipleOf\": 1", "\"multipleOf\": 1, \"maximum\": 50")]
    [InlineData("\"required\": [\"steps\"]", "\"required\": []")]
    [InlineData("\"steps\"", "\"stages\"")]
    public void WhatShowsInTheCodeChangesTheSpec(string old, string @new)
    {
        string edited = Card.Replace(old, @new, StringComparison.Ordinal);

        Assert.NotEqual(Card, edited);
        Assert.NotEqual(Parsing.Spec(Card), Parsing.Spec(edited));
    }

    [Fact]
    public void AMovedErrorIsAnotherDiagnosticAndTheSameSpec()
    {
        Result<RequestSpec> first = Parsing.Parse("""{"properties":{"a":{"unevaluatedItems":true}}}""");
        Result<RequestSpec> second = Parsing.Parse("""{ "properties":{"a":{"unevaluatedItems":true}}}""");

        Assert.Equal(first.Value, second.Value);
        Assert.NotEqual(first.Diagnostics, second.Diagnostics);
        Assert.NotEqual(first, second);
    }

    [Fact]
    public void ListsAreEqualByTheirItems()
    {
        EquatableArray<string> items = new(["a", "b"]);

        Assert.Equal(items, new EquatableArray<string>(["a", "b"]));
        Assert.Equal(items.GetHashCode(), new EquatableArray<string>(["a", "b"]).GetHashCode());
        Assert.NotEqual(items, new EquatableArray<string>(["b", "a"]));
        Assert.NotEqual(items, default);
        Assert.Equal(default, new EquatableArray<string>([]));
        Assert.Equal(default(EquatableArray<string>).GetHashCode(), new EquatableArray<string>([]).GetHashCode());
        Assert.Empty(default(EquatableArray<string>));
        Assert.False(items.Equals((object)"a"));
    }
}
