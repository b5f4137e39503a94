using ModelCards.Generator.Specs;
using ModelCards.Generator.Tests.Harness;

namespace ModelCards.Generator.Tests.Parser;

/// <summary>Constraints as attributes, for analyzers and readers.</summary>
public sealed class AttributeTests
{
    [Theory]
    [InlineData("""{"type":"integer","minimum":1,"maximum":50}""", "Range(1, 50)")]
    [InlineData("""{"type":"integer","minimum":128,"maximum":2048,"multipleOf":16}""", "Range(128, 2048, Step = 16)")]
    [InlineData("""{"type":"number","minimum":0,"multipleOf":0.01}""", "Range(Minimum = 0, Step = 0.01)")]
    [InlineData(
        """{"type":"number","exclusiveMinimum":0,"exclusiveMaximum":1.50}""",
        "Range(ExclusiveMinimum = 0, ExclusiveMaximum = 1.50)")]
    [InlineData("""{"type":"integer","minimum":-2147483648,"maximum":9223372036854776000}""", "Range(-2147483648, 9223372036854776000d)")]
    [InlineData("""{"type":"number","minimum":-1e30,"maximum":1E+5}""", "Range(-1e30, 1E+5)")]
    [InlineData("""{"type":"number","minimum":-1e400,"maximum":5}""", "Range(Maximum = 5)")]
    [InlineData("""{"type":"string","minLength":2,"maxLength":3000}""", "Length(2, 3000)")]
    [InlineData("""{"type":"string","maxLength":3e2}""", "Length(Maximum = 300)")]
    [InlineData("""{"type":"string","maxLength":99999999999}""", "")]
    [InlineData("""{"type":"array","minItems":1,"maxItems":4}""", "Items(1, 4)")]
    [InlineData("""{"type":"string","pattern":"^\"[a-z]\\d$"}""", """Pattern("^\"[a-z]\\d$")""")]
    [InlineData("""{"deprecated":true}""", "Obsolete(\"The card marks this parameter as deprecated.\")")]
    [InlineData("""{"deprecated":false}""", "")]
    [InlineData("""{"type":"string"}""", "")]
    public void AConstraintIsAnAttribute(string schema, string attributes) =>
        Assert.Equal(attributes, string.Join(", ", Parsing.Member(schema).Attributes));

    [Theory]
    [InlineData("steps", "")]
    [InlineData("class", "")]
    [InlineData("CFGScale", "Parameter(\"CFGScale\")")]
    [InlineData("a\\\"b", "Parameter(\"a\\\"b\")")]
    public void TheJsonNameIsGivenWhereCSharpWritesItOtherwise(string json, string attributes) =>
        Assert.Equal(attributes, string.Join(", ", Parsing.SpecOf($"\"{json}\": {{}}").Members[0].Attributes));

    [Theory]
    [InlineData("""{"type":"string","const":"runware:101@1","pattern":"^[a-z]+:"}""", "")]
    [InlineData(
        """{"type":"integer","const":4,"minimum":1,"maximum":50,"deprecated":true}""",
        "Obsolete(\"The card marks this parameter as deprecated.\")")]
    public void AConstantHasNoConstraints(string schema, string attributes)
    {
        GeneratorRun run = GeneratorHarness.Run(Parsing.Card($"\"CFGScale\": {schema}"));

        Assert.Equal(attributes, string.Join(", ", Parsing.Member(schema).Attributes));
        Assert.Empty(run.Compile());
    }

    [Fact]
    public void WhatIsRequiredIsNotMarkedObsolete()
    {
        MemberSpec member = Parsing.Spec("""{"properties":{"a":{"type":"string","deprecated":true}},"required":["a"]}""").Members[0];

        Assert.Empty(member.Attributes);
        Assert.Equal(["<summary>The parameter <c>a</c>.</summary>", "<value>The card marks it as deprecated.</value>"], member.Docs);
    }
}
