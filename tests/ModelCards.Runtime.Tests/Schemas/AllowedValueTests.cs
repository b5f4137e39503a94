using ModelCards.Runtime.Tests.Harness;
using Xunit;

namespace ModelCards.Runtime.Tests.Schemas;

public sealed class AllowedValueTests
{
    [Fact]
    public void AConstTakesTheOneValue()
    {
        Judged.Accepts("""{"const":"GLB"}""", "\"GLB\"");
        Judged.Refuses("const", """{"const":"GLB"}""", "\"glb\"", "\"GLB \"", "1", "null", "[\"GLB\"]");
        Judged.Accepts("""{"const":true}""", "true");
        Judged.Refuses("const", """{"const":true}""", "false", "\"true\"", "1");
        Judged.Accepts("""{"const":null}""", "null");
        Judged.Refuses("const", """{"const":null}""", "0", "\"\"", "false");
    }

    [Fact]
    public void ANumberIsTheSameHoweverItIsWritten()
    {
        Judged.Accepts("""{"const":1}""", "1", "1.0", "1e0", "10e-1", "0.1e1");
        Judged.Refuses("const", """{"const":1}""", "1.0000000000000000000000000000001", "-1", "true", "\"1\"");
        Judged.Accepts("""{"const":0.5}""", "0.5", "0.50", "5e-1");
        Judged.Accepts("""{"const":0}""", "-0", "0.0", "-0.0", "0e9");
        Judged.Accepts("""{"const":1e400}""", "1e400", "10e399");
        Judged.Refuses("const", """{"const":9007199254740993}""", "9007199254740992", "9007199254740993.5");
    }

    [Fact]
    public void AConstBesideAnEnumHasToBeInIt()
    {
        Judged.Accepts("""{"const":"a","enum":["a","b"]}""", "\"a\"");
        Judged.Refuses("const", """{"const":"a","enum":["a","b"]}""", "\"b\"");
        Judged.Refuses("enum", """{"const":"c","enum":["a","b"]}""", "\"c\"");
    }

    [Fact]
    public void AnEnumTakesEachOfItsValues()
    {
        Judged.Accepts("""{"enum":["PNG","WEBP"]}""", "\"PNG\"", "\"WEBP\"");
        Judged.Refuses("enum", """{"enum":["PNG","WEBP"]}""", "\"png\"", "\"JPG\"", "\"\"", "0", "null");
        Judged.Accepts("""{"type":"integer","enum":[6,8,20]}""", "6", "8.0", "2e1");
        Judged.Refuses("enum", """{"type":"integer","enum":[6,8,20]}""", "7", "0", "60");
        Judged.Accepts("""{"enum":["first","last",0,-1,true,null]}""", "\"first\"", "0", "-1", "-1.0", "true", "null");
        Judged.Refuses("enum", """{"enum":["first","last",0,-1,true,null]}""", "\"0\"", "\"-1\"", "1", "false", "\"null\"");
    }

    [Fact]
    public void AnEnumOfObjectsComparesMembersWithoutOrder()
    {
        const string Sizes = """{"enum":[{"width":512,"height":768},{"width":1024,"height":1024},[1,2]]}""";

        Judged.Accepts(Sizes, """{"height":768,"width":512}""", """{"width":1024.0,"height":1.024e3}""", "[1,2]", "[1.0,2.0]");
        Judged.Refuses(
            "enum",
            Sizes,
            """{"width":512}""",
            """{"width":512,"height":768,"depth":1}""",
            """{"width":768,"height":512}""",
            """{"width":512,"height":null}""",
            "[2,1]",
            "[1,2,3]",
            "{}",
            "[]");
    }

    [Fact]
    public void NestedValuesAreComparedToTheBottom()
    {
        Judged.Accepts("""{"const":{"a":[{"b":[1,{"c":null}]}]}}""", """{"a":[{"b":[1.0,{"c":null}]}]}""");
        Judged.Refuses("const", """{"const":{"a":[{"b":[1,{"c":null}]}]}}""", """{"a":[{"b":[1,{}]}]}""", """{"a":[{"b":[1,{"c":0}]}]}""");
    }

    [Fact]
    public void AnEnumWithStringRulesAsksForBoth()
    {
        const string Air = """{"type":"string","pattern":"^runware:","enum":["runware:1@1","civitai:1@1"]}""";

        Judged.Accepts(Air, "\"runware:1@1\"");
        Judged.Refuses("pattern", Air, "\"civitai:1@1\"");
        Judged.Refuses("enum", Air, "\"runware:2@1\"");
    }

    [Fact]
    public void ABooleanConstOfAUnionRefusesTheOtherPosition()
    {
        const string Fix = """{"oneOf":[{"type":"boolean","const":true},{"type":"object","additionalProperties":false,"properties":{"steps":{"type":"integer"}}}]}""";

        Judged.Accepts(Fix, "true", "{}", """{"steps":4}""");
        Judged.Refuses("const", Fix, "false");
        Judged.Refuses("type", Fix, """{"steps":"4"}""");
        Judged.Refuses("additionalProperties", Fix, """{"step":4}""");
    }
}
