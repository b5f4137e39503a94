using ModelCards.Generator.Specs;
using ModelCards.Generator.Tests.Harness;

namespace ModelCards.Generator.Tests.Parser;

/// <summary>The C# type of a parameter.</summary>
public sealed class TypeMappingTests
{
    [Theory]
    [InlineData("""{"type":"boolean"}""", "bool", "Member.Boolean")]
    [InlineData("""{"type":"integer","minimum":1,"maximum":50}""", "int", "Member.Int32")]
    [InlineData("""{"type":"integer","exclusiveMinimum":-1,"exclusiveMaximum":2147483647}""", "int", "Member.Int32")]
    [InlineData("""{"type":"integer","minimum":-2147483648,"maximum":2147483647}""", "int", "Member.Int32")]
    [InlineData("""{"type":"integer","minimum":0,"maximum":2147483648}""", "long", "Member.Int64")]
    [InlineData("""{"type":"integer","minimum":0,"maximum":9223372036854776000}""", "long", "Member.Int64")]
    [InlineData("""{"type":"integer","minimum":0,"maximum":1e400}""", "long", "Member.Int64")]
    [InlineData("""{"type":"integer","minimum":60}""", "long", "Member.Int64")]
    [InlineData("""{"type":"integer"}""", "long", "Member.Int64")]
    [InlineData("""{"type":"number","multipleOf":0.01}""", "decimal", "Member.Decimal")]
    [InlineData("""{"type":"number","minimum":0,"maximum":1}""", "double", "Member.Double")]
    [InlineData("""{"type":"string"}""", "string", "Member.Text")]
    [InlineData("""{"type":"string","pattern":"^a$"}""", "string", "Member.Text")]
    [InlineData("""{"type":"string","format":"uuid"}""", "Guid", "Member.Uuid")]
    [InlineData("""{"type":"string","format":"uri"}""", "Uri", "Member.Uri")]
    [InlineData("""{"type":"string","format":"date-time"}""", "string", "Member.Text")]
    [InlineData(
        """{"type":"string","anyOf":[{"format":"uuid"},{"format":"uri"},{"pattern":"^[a-zA-Z0-9+/=]+$"}]}""",
        "MediaInput",
        "Member.Media")]
    [InlineData("""{"type":"array","items":{"type":"string","format":"uuid"}}""", "Guid", "Member.List<Guid>(Member.Uuid)")]
    [InlineData("""{"type":"array","items":{"type":"integer"}}""", "long", "Member.List<long>(Member.Int64)")]
    public void AScalarHasTheClosestType(string schema, string type, string layout)
    {
        MemberSpec member = Parsing.Member(schema);

        Assert.Equal((type, layout), (member.Type, member.Layout));
    }

    [Theory]
    [InlineData("true")]
    [InlineData("{}")]
    [InlineData("""{"type":"null"}""")]
    [InlineData("""{"type":"object"}""")]
    [InlineData("""{"type":"object","additionalProperties":{"type":"string"}}""")]
    [InlineData("""{"type":"array"}""")]
    [InlineData("""{"type":"array","prefixItems":[{"type":"integer"}],"items":{"type":"string"}}""")]
    [InlineData("""{"const":0.5}""")]
    [InlineData("""{"const":null}""")]
    [InlineData("""{"const":{"a":1}}""")]
    [InlineData("""{"const":99999999999999999999}""")]
    [InlineData("""{"allOf":[{"type":"integer"}]}""")]
    public void AShapeWithoutACloseTypeIsJson(string schema)
    {
        MemberSpec member = Parsing.Member(schema);

        Assert.Equal(("JsonElement", "Member.Json", MemberKind.Value), (member.Type, member.Layout, member.Kind));
    }

    [Theory]
    [InlineData("""{"type":"array","items":{"type":"array","items":{"type":"string"}}}""")]
    [InlineData("""{"type":"array","items":{"const":"a"}}""")]
    public void AListOfListsOrOfConstantsIsJson(string schema) => Assert.Equal("JsonElement", Parsing.Member(schema).Type);

    [Theory]
    [InlineData("""{"const":"imageInference"}""", "string", "\"imageInference\"")]
    [InlineData("""{"const":"a\"b\\c\n"}""", "string", "\"a\\\"b\\\\c\\n\"")]
    [InlineData("""{"const":true}""", "bool", "true")]
    [InlineData("""{"const":4}""", "long", "4L")]
    [InlineData("""{"const":-9223372036854775808}""", "long", "-9223372036854775808L")]
    public void WhatTheCardFixesIsAConstant(string schema, string type, string literal)
    {
        MemberSpec member = Parsing.Member(schema);

        Assert.Equal((MemberKind.Constant, type, literal), (member.Kind, member.Type, member.Constant));
        Assert.False(member.IsRequired);
    }

    [Theory]
    [InlineData("""{"type":"string","enum":["JPG","PNG"]}""", "Jpg=\"JPG\" Png=\"PNG\"")]
    [InlineData("""{"enum":[6,8,-1,0]}""", "Value6=6L Value8=8L Minus1=-1L Value0=0L")]
    [InlineData(
        """{"oneOf":[{"const":"sync","description":"Waits."},{"const":"async","title":"Does not"}]}""",
        "Sync=\"sync\" Async=\"async\"")]
    [InlineData("""{"type":"integer","oneOf":[{"const":0},{"const":1}]}""", "Value0=0L Value1=1L")]
    [InlineData("""{"enum":["4k","4K","","-","a*/"]}""", "_4K=\"4k\" _4K_2=\"4K\" Empty=\"\" Minus=\"-\" AStar=\"a*/\"")]
    public void AClosedSetIsAnEnum(string schema, string members)
    {
        RequestSpec spec = Parsing.SpecOf($"\"mode\": {schema}");
        EnumSpec type = Assert.IsType<EnumSpec>(Assert.Single(spec.Types));

        Assert.Equal("DemoMode", type.Name);
        Assert.Equal("DemoMode", spec.Members[0].Type);
        Assert.Equal($"Member.Enum<DemoMode>({string.Join(", ", type.Members.Select(member => member.Literal))})", spec.Members[0].Layout);
        Assert.Equal(members, string.Join(' ', type.Members.Select(member => $"{member.Name}={member.Literal}")));
    }

    [Theory]
    [InlineData("""{"enum":["a","a"]}""")]
    [InlineData("""{"enum":[0,-0]}""")]
    [InlineData("""{"enum":[0,0.0]}""")]
    [InlineData("""{"enum":[1e2,2]}""")]
    [InlineData("""{"oneOf":[{"const":"a"},{"const":"b","minLength":1}]}""")]
    public void ASetThatAnEnumCannotHoldIsNone(string schema) => Assert.Empty(Parsing.SpecOf($"\"mode\": {schema}").Types);

    [Fact]
    public void TheTaskUuidIsDrawnByTheRequestAndNeverAskedFor()
    {
        RequestSpec spec = Parsing.Spec("""
            {
              "properties": {
                "taskUUID": { "type": "string", "format": "uuid" },
                "other": {
                  "type": "object",
                  "properties": { "taskUUID": { "type": "string", "format": "uuid" } },
                  "required": ["taskUUID"]
                }
              },
              "required": ["taskUUID", "other"]
            }
            """);

        Assert.Equal(("Guid", "Member.TaskUuid", false), (spec.Members[0].Type, spec.Members[0].Layout, spec.Members[0].IsRequired));
        MemberSpec nested = Assert.Single(Assert.IsType<ObjectSpec>(spec.Types[0]).Members);
        Assert.Equal(("Member.Uuid", true), (nested.Layout, nested.IsRequired));
        Assert.Equal([new ArgumentSpec("Guid", "taskUuid")], spec.Members[1].Arguments);
    }
}
