using ModelCards.Runtime.Tests.Harness;
using Xunit;

namespace ModelCards.Runtime.Tests.Schemas;

public sealed class ObjectTests
{
    [Fact]
    public void RequiredMembersHaveToBeThere()
    {
        Judged.AcceptsRequest("""{"required":["a","b"]}""", """{"a":1,"b":null}""", """{"b":false,"a":"","c":1}""");
        Judged.RefusesRequest("required", """{"required":["a","b"]}""", "{}", """{"a":1}""", """{"b":1}""", """{"A":1,"B":2}""");
    }

    [Fact]
    public void NestedMembersAreJudged()
    {
        const string Schema = """{"properties":{"a":{"properties":{"b":{"type":"integer"}},"required":["b"]}}}""";

        Judged.AcceptsRequest(Schema, "{}", """{"a":{"b":1}}""", """{"a":{"b":1,"c":2}}""", """{"a":5}""");
        Judged.RefusesRequest("type", Schema, """{"a":{"b":"1"}}""");
        Judged.RefusesRequest("required", Schema, """{"a":{}}""");
    }

    [Fact]
    public void AClosedObjectRefusesMembersThatItDoesNotName()
    {
        const string Closed = """{"properties":{"a":{}},"additionalProperties":false}""";

        Judged.AcceptsRequest(Closed, "{}", """{"a":1}""");
        Judged.RefusesRequest("additionalProperties", Closed, """{"b":1}""", """{"a":1,"A":2}""", """{"":1}""");
        Judged.RefusesRequest("additionalProperties", """{"additionalProperties":false}""", """{"a":1}""");
        Judged.AcceptsRequest("""{"additionalProperties":true,"properties":{"a":{}}}""", """{"b":1}""");
    }

    [Fact]
    public void OtherMembersMayHaveASchema()
    {
        const string Numbers = """{"properties":{"a":{"type":"string"}},"additionalProperties":{"type":"integer","maximum":10}}""";

        Judged.AcceptsRequest(Numbers, """{"a":"x","b":1,"c":10}""");
        Judged.RefusesRequest("type", Numbers, """{"b":"x"}""", """{"a":"x","b":1,"c":1.5}""");
        Judged.RefusesRequest("maximum", Numbers, """{"b":11}""");
    }

    [Fact]
    public void AdditionalPropertiesLooksAtItsOwnSchemaOnly()
    {
        const string Inner = """{"allOf":[{"properties":{"a":{}},"additionalProperties":false}],"properties":{"b":{}}}""";

        Judged.AcceptsRequest(Inner, """{"a":1}""");
        Judged.RefusesRequest("additionalProperties", Inner, """{"b":1}""");
    }

    [Fact]
    public void NamesMayHaveToBeOfAKind()
    {
        Judged.AcceptsRequest("""{"propertyNames":{"maxLength":3}}""", "{}", """{"abc":1}""");
        Judged.RefusesRequest("propertyNames", """{"propertyNames":{"maxLength":3}}""", """{"abcd":1}""", """{"a":1,"long name":2}""");
        Judged.AcceptsRequest("""{"propertyNames":{"enum":["klingai","google"]}}""", """{"google":{}}""");
        Judged.RefusesRequest("propertyNames", """{"propertyNames":{"enum":["klingai","google"]}}""", """{"gogle":{}}""");
        Judged.RefusesRequest("propertyNames", """{"propertyNames":false}""", """{"a":1}""");
    }

    [Fact]
    public void TheNumberOfMembersIsBounded()
    {
        Judged.AcceptsRequest("""{"minProperties":1,"maxProperties":2}""", """{"a":1}""", """{"a":1,"b":null}""");
        Judged.RefusesRequest("minProperties", """{"minProperties":1,"maxProperties":2}""", "{}");
        Judged.RefusesRequest("maxProperties", """{"minProperties":1,"maxProperties":2}""", """{"a":1,"b":2,"c":3}""");
        Judged.Refuses("maxProperties", """{"maxProperties":0}""", """{"a":1}""");
    }

    [Fact]
    public void OneMemberMayAskForOthers()
    {
        const string Pair = """{"dependentRequired":{"width":["height"],"height":["width"]}}""";

        Judged.AcceptsRequest(Pair, "{}", """{"width":1,"height":2}""", """{"depth":1}""");
        Judged.RefusesRequest("dependentRequired", Pair, """{"width":1}""", """{"height":null}""");
        Judged.AcceptsRequest("""{"dependentRequired":{"a":[]}}""", """{"a":1}""");
        Judged.RefusesRequest("dependentRequired", """{"dependentRequired":{"a":["b","c"]}}""", """{"a":1,"b":2}""", """{"a":1}""");
    }

    [Fact]
    public void OneMemberMayBringASchemaAlong()
    {
        const string Schema = """{"dependentSchemas":{"card":{"required":["address"],"properties":{"address":{"minLength":2}}},"never":false}}""";

        Judged.AcceptsRequest(Schema, "{}", """{"address":""}""", """{"card":1,"address":"xy"}""");
        Judged.RefusesRequest("required", Schema, """{"card":1}""");
        Judged.RefusesRequest("minLength", Schema, """{"card":false,"address":"x"}""");
        Judged.RefusesRequest("false", Schema, """{"never":1}""");
    }

    [Fact]
    public void NullIsAValueAndNotAnAbsence()
    {
        Judged.AcceptsRequest("""{"properties":{"a":{"type":["string","null"]}},"required":["a"]}""", """{"a":null}""");
        Judged.RefusesRequest("type", """{"properties":{"a":{"type":"string"}}}""", """{"a":null}""");
        Judged.RefusesRequest("false", """{"properties":{"a":false}}""", """{"a":null}""");
    }

    [Theory]
    [InlineData("a/b")]
    [InlineData("a~b")]
    [InlineData("a.b")]
    [InlineData("ä 漢 😀")]
    [InlineData("")]
    [InlineData("\\n")]
    [InlineData("__proto__")]
    public void AnyNameIsAName(string name)
    {
        string schema = $$"""{"properties":{"{{name}}": {"type":"integer"} },"required":["{{name}}"],"additionalProperties":false}""";

        Judged.AcceptsRequest(schema, $$"""{"{{name}}":1}""");
        Judged.RefusesRequest("type", schema, $$"""{"{{name}}":"1"}""");
        Judged.RefusesRequest("required", schema, """{}""");
    }
}
