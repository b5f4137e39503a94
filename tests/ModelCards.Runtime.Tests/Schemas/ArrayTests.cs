using System.Text.Json;
using ModelCards.Runtime.Tests.Harness;
using Xunit;

namespace ModelCards.Runtime.Tests.Schemas;

public sealed class ArrayTests
{
    [Fact]
    public void EveryItemIsJudged()
    {
        Judged.Accepts("""{"items":{"type":"integer","minimum":1}}""", "[]", "[1]", "[1,2.0,3e0]");
        Judged.Refuses("type", """{"items":{"type":"integer","minimum":1}}""", "[\"1\"]", "[1,null]", "[1,2,2.5]");
        Judged.Refuses("minimum", """{"items":{"type":"integer","minimum":1}}""", "[0]", "[1,2,-3]");
        Judged.Accepts("""{"items":{"items":{"const":1}}}""", "[[1],[1,1],[]]");
        Judged.Refuses("const", """{"items":{"items":{"const":1}}}""", "[[1],[1,2]]");
        Judged.Accepts("""{"items":false}""", "[]");
        Judged.Refuses("false", """{"items":false}""", "[1]");
    }

    [Fact]
    public void FirstItemsHaveSchemasOfTheirOwn()
    {
        const string Pair = """{"prefixItems":[{"type":"string"},{"type":"integer"}]}""";
        Judged.Accepts(Pair, "[]", "[\"a\"]", "[\"a\",1]", "[\"a\",1,null]");
        Judged.Refuses("type", Pair, "[1]", "[\"a\",\"b\"]");

        const string Closed = """{"prefixItems":[{"type":"string"}],"items":{"type":"boolean"}}""";
        Judged.Accepts(Closed, "[\"a\"]", "[\"a\",true,false]");
        Judged.Refuses("type", Closed, "[true]", "[\"a\",true,\"b\"]");
        Judged.Refuses("false", """{"prefixItems":[true],"items":false}""", "[1,2]");
    }

    [Fact]
    public void TheNumberOfItemsIsBounded()
    {
        Judged.Accepts("""{"minItems":1,"maxItems":2}""", "[1]", "[1,2]");
        Judged.Refuses("minItems", """{"minItems":1,"maxItems":2}""", "[]");
        Judged.Refuses("maxItems", """{"minItems":1,"maxItems":2}""", "[1,2,3]");
        Judged.Accepts("""{"maxItems":0}""", "[]");
        Judged.Refuses("maxItems", """{"maxItems":0.0}""", "[null]");
    }

    [Fact]
    public void ItemsMayHaveToDiffer()
    {
        Judged.Accepts("""{"uniqueItems":true}""", "[]", "[1]", "[1,2]", "[1,\"1\",true,null,[1],{\"a\":1}]", "[[1,2],[2,1]]", "[{\"a\":1},{\"a\":2}]", "[false,0]");
        Judged.Refuses(
            "uniqueItems",
            """{"uniqueItems":true}""",
            "[1,1]",
            "[1,1.0]",
            "[100,1e2]",
            "[0,-0.0]",
            "[\"a\",\"b\",\"a\"]",
            "[null,null]",
            "[[1,2],[1,2.0]]",
            """[{"a":1,"b":[2]},{"b":[2.0],"a":1}]""");
        Judged.Accepts("""{"uniqueItems":false}""", "[1,1]");
    }

    [Fact]
    public void TwentyThousandItemsAreComparedInOneGo()
    {
        string[] items = [.. Enumerable.Range(0, 20_000).Select(number => $$"""{"model":"a{{number}}","tags":[{{number}}]}""")];

        Assert.True(Judged.CardOf("""{"properties":{"value":{"uniqueItems":true}}}""").Validate(Parse(items)).IsValid);
        Assert.False(Judged.CardOf("""{"properties":{"value":{"uniqueItems":true}}}""").Validate(Parse([.. items, items[500]])).IsValid);
    }

    [Fact]
    public void SomeItemsMayHaveToBeOfAKind()
    {
        const string HasTwo = """{"contains":{"const":2}}""";
        Judged.Accepts(HasTwo, "[2]", "[1,2.0,3]", "[2,2]");
        Judged.Refuses("contains", HasTwo, "[]", "[1]", "[\"2\"]", "[[2]]");

        const string TwoOrThree = """{"contains":{"type":"string"},"minContains":2,"maxContains":3}""";
        Judged.Accepts(TwoOrThree, "[\"a\",\"b\"]", "[1,\"a\",2,\"b\",\"c\"]");
        Judged.Refuses("contains", TwoOrThree, "[]", "[\"a\"]", "[\"a\",\"b\",\"c\",\"d\"]");

        Judged.Accepts("""{"contains":{"const":1},"minContains":0}""", "[]", "[2]");
        Judged.Refuses("contains", """{"contains":{"const":1},"minContains":0,"maxContains":1}""", "[1,1]");
        Judged.Refuses("contains", """{"contains":true}""", "[]");
        Judged.Accepts("""{"minContains":5}""", "[]");
    }

    [Fact]
    public void ObjectsInListsAreJudgedOneByOne()
    {
        const string Loras = """
            {
              "items": {
                "type": "object", "required": ["model"], "additionalProperties": false,
                "properties": { "model": { "type": "string" }, "weight": { "type": "number", "minimum": -4, "maximum": 4 } }
              }
            }
            """;

        Judged.Accepts(Loras, """[{"model":"a"},{"model":"b","weight":-4}]""");
        Judged.Refuses("required", Loras, """[{"model":"a"},{"weight":1}]""");
        Judged.Refuses("maximum", Loras, """[{"model":"a","weight":4.5}]""");
        Judged.Refuses("additionalProperties", Loras, """[{"model":"a","wieght":1}]""");
    }

    private static JsonElement Parse(string[] items)
    {
        using JsonDocument document = JsonDocument.Parse($$"""{"value":[{{string.Join(',', items)}}]}""");
        return document.RootElement.Clone();
    }
}
