using ModelCards.Generator.Specs;
using ModelCards.Generator.Tests.Harness;

namespace ModelCards.Generator.Tests.Parser;

/// <summary>Parameters that take values of several types.</summary>
public sealed class UnionTests
{
    [Theory]
    [InlineData(
        """{"oneOf":[{"type":"boolean","const":true},{"type":"object","properties":{"a":{}}}]}""",
        "AsBoolean:bool AsSettings:DemoUSettings")]
    [InlineData("""{"oneOf":[{"type":"integer","enum":[6,8]},{"const":"auto"}]}""", "AsOption:DemoUOption AsText:string")]
    [InlineData(
        """{"type":["integer","string"],"oneOf":[{"type":"integer","minimum":1,"maximum":5},{"const":"auto"}]}""",
        "AsInteger:int AsText:string")]
    [InlineData("""{"anyOf":[{"type":"string"},{"type":"object","properties":{"a":{}}}]}""", "AsText:string AsSettings:DemoUSettings")]
    [InlineData(
        """{"anyOf":[{"type":"integer"},{"type":"number"},{"type":"number","multipleOf":0.1}]}""",
        "AsInteger:long AsNumber:double AsNumber_2:decimal")]
    [InlineData("""{"anyOf":[{"type":"string","format":"uuid"},{"type":"string","format":"uri"}]}""", "AsGuid:Guid AsUri:Uri")]
    [InlineData("""{"anyOf":[{"enum":["a"]},{"enum":["b"]}]}""", "AsOption:DemoUOption AsOption_2:DemoUOption_2")]
    [InlineData("""{"anyOf":[{"x-csharp-name":"DemoUValue","enum":["a"]},{"type":"boolean"}]}""", "AsValueValue:DemoUValue AsBoolean:bool")]
    [InlineData(
        """{"anyOf":[{"anyOf":[{"type":"boolean"},{"type":"integer"}]},{"type":"string"}]}""",
        "AsOption:DemoUOption AsText:string")]
    [InlineData("""{"oneOf":[{"const":4},{"type":"string"}]}""", "AsInteger:int AsText:string")]
    [InlineData("""{"oneOf":[{"const":4},{"type":"integer"}, {"const":0.5}]}""", "AsInteger:long AsNumber:double")]
    [InlineData("""{"oneOf":[{"type":"string"},{"type":"array","items":{"type":"object","properties":{"a":{}}}}]}""", "AsText:string AsList:DemoUOption")]
    [InlineData("""{"type":["integer","string"],"minimum":1,"maximum":9}""", "AsInteger:int AsText:string")]
    [InlineData("""{"type":["number","integer","boolean"]}""", "AsNumber:double AsBoolean:bool")]
    [InlineData("""{"enum":["last",-1]}""", "AsText:string AsInteger:int")]
    public void EachTypeIsABranch(string schema, string branches)
    {
        RequestSpec spec = Parsing.SpecOf($"\"u\": {schema}");
        UnionSpec union = Assert.IsType<UnionSpec>(spec.Types[0]);

        Assert.Equal(
            (MemberKind.Reference, "DemoU", "DemoUMember.Type"),
            (spec.Members[0].Kind, spec.Members[0].Type, spec.Members[0].Layout));
        Assert.Equal(branches, string.Join(' ', union.Branches.Select(branch => $"{branch.Name}:{branch.Type}")));
    }

    [Theory]
    [InlineData("""{"type":["integer","null"],"maximum":9,"minimum":0}""", "int")]
    [InlineData("""{"type":["string","null"],"anyOf":[{"format":"uuid"},{"format":"uri"}]}""", "MediaInput")]
    [InlineData("""{"type":["string","null"],"enum":["a","b",null]}""", "DemoUOption")]
    [InlineData("""{"type":["array","null"],"items":{"type":"integer"}}""", "long")]
    [InlineData("""{"type":["object","null"],"properties":{"a":{}}}""", "DemoUSettings")]
    [InlineData("""{"type":"boolean","nullable":true}""", "bool")]
    [InlineData("""{"oneOf":[{"type":"null"},{"type":"boolean"}]}""", "bool")]
    [InlineData("""{"anyOf":[{"const":null},{"type":"string"}]}""", "string")]
    public void NullIsAValueWhereTheCardAllowsIt(string schema, string type)
    {
        UnionSpec union = Assert.IsType<UnionSpec>(Parsing.SpecOf($"\"u\": {schema}").Types[0]);

        Assert.True(union.HasNull);
        Assert.Equal(type, Assert.Single(union.Branches).Type);
    }

    [Theory]
    [InlineData("""{"oneOf":[{"const":"first"},{"const":"last"},{"const":0},{"const":-1}]}""", "First:\"first\" Last:\"last\" Value0:0 Minus1:-1")]
    [InlineData("""{"type":["integer","string"],"oneOf":[{"type":"integer"},{"const":"auto"}]}""", "Auto:\"auto\"")]
    [InlineData("""{"enum":["null","as text",2.5,5000000000]}""", "NullValue:\"null\" AsText_2:\"as text\" Value2Dot5:2.5d Value5000000000:5000000000L")]
    public void ValuesThatTheCardNamesAreThere(string schema, string constants)
    {
        UnionSpec union = Assert.IsType<UnionSpec>(Parsing.SpecOf($"\"u\": {schema}").Types[0]);

        Assert.Equal(constants, string.Join(' ', union.Constants.Select(constant => $"{constant.Name}:{constant.Literal}")));
    }

    [Theory]
    [InlineData("""{"oneOf":[{"type":"string"},{"type":"string","maxLength":3}]}""", "string")]
    [InlineData("""{"anyOf":[{"type":"boolean"},{"type":"boolean","const":true}]}""", "bool")]
    [InlineData("""{"type":["string"]}""", "string")]
    [InlineData("""{"type":["integer","number"]}""", "double")]
    public void AlternativesOfOneTypeAreThatType(string schema, string type)
    {
        RequestSpec spec = Parsing.SpecOf($"\"u\": {schema}");

        Assert.Equal(type, spec.Members[0].Type);
        Assert.Empty(spec.Types);
    }

    [Fact]
    public void AClosedSetInAUnionIsKeptForAllConversions()
    {
        UnionSpec union = Assert.IsType<UnionSpec>(Parsing.SpecOf("""
            "u": { "oneOf": [{ "enum": ["a", "b"] }, { "type": "boolean" }] }
            """).Types[0]);

        Assert.Equal("DemoUOptionMember.Type", union.Branches[0].Layout);
    }

    [Theory]
    [InlineData("""{"oneOf":[{"type":"object","properties":{"a":{"enum":["x"]}}},{}]}""")]
    [InlineData("""{"oneOf":[{"const":[]},{"type":"string"}]}""")]
    [InlineData("""{"type":["object","null"]}""")]
    [InlineData("""{"oneOf":[{"type":"boolean"},true]}""")]
    [InlineData("""{"oneOf":[{"required":["a"]},{"required":["b"]}]}""")]
    public void WhatCSharpCannotTellApartIsJsonAndLeavesNoTypesBehind(string schema)
    {
        RequestSpec spec = Parsing.SpecOf($"\"u\": {schema}");

        Assert.Equal("JsonElement", spec.Members[0].Type);
        Assert.Empty(spec.Types);
    }

    [Fact]
    public void ATypeThatAFailedUnionMadeFirstIsMadeAgainWhereItIsNeeded()
    {
        RequestSpec spec = Parsing.Spec("""
            {
              "properties": {
                "failed": { "anyOf": [{ "$ref": "#/$defs/mode" }, { "type": "array" }] },
                "mode": { "$ref": "#/$defs/mode" }
              },
              "$defs": { "mode": { "enum": ["a", "b"] } }
            }
            """);

        Assert.Equal("DemoMode", Assert.Single(spec.Types).Name);
        Assert.Equal("DemoMode", spec.Members[1].Type);
    }

    [Fact]
    public void AListMayHoldUnions()
    {
        RequestSpec spec = Parsing.SpecOf("""
            "frames": {
              "type": "array",
              "items": { "anyOf": [{ "type": "string" }, { "type": "object", "properties": { "image": { "type": "string" } } }] }
            }
            """);

        Assert.Equal(
            (MemberKind.List, "DemoFrame", "Member.List<DemoFrame>(DemoFrameMember.Type)"),
            (spec.Members[0].Kind, spec.Members[0].Type, spec.Members[0].Layout));
        Assert.Equal(["DemoFrame", "DemoFrameSettings"], spec.Types.Select(type => type.Name));
    }
}
