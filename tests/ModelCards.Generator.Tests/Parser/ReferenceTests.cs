using ModelCards.Generator.Specs;
using ModelCards.Generator.Tests.Harness;

namespace ModelCards.Generator.Tests.Parser;

/// <summary>References inside one card, and what stands beside them.</summary>
public sealed class ReferenceTests
{
    [Fact]
    public void AReferenceIsReplacedByWhatItLeadsTo()
    {
        RequestSpec spec = Spec(
            """ "steps": { "$ref": "#/$defs/steps" } """,
            """ "steps": { "type": "integer", "minimum": 1, "maximum": 9 } """);

        Assert.Equal("int", spec.Members[0].Type);
        Assert.Equal("""{"properties":{"steps":{"type":"integer","minimum":1,"maximum":9}}}""", Flat(spec));
    }

    [Theory]
    [InlineData("#/$defs/a~1b", "a/b")]
    [InlineData("#/$defs/a~0b", "a~b")]
    [InlineData("#/$defs/a%20b", "a b")]
    [InlineData("#/$defs/a%7E1b", "a/b")]
    public void APointerIsUnescaped(string reference, string name)
    {
        RequestSpec spec = Spec($$""" "mode": { "$ref": "{{reference}}" } """, $$""" "{{name}}": { "enum": ["x", "y"] } """);

        Assert.Equal("DemoAB", spec.Members[0].Type);
    }

    [Fact]
    public void APointerMayGoIntoAListAndIntoAnotherProperty()
    {
        RequestSpec spec = Spec("""
            "a": { "oneOf": [{ "type": "boolean" }, { "type": "integer" }] },
            "b": { "$ref": "#/properties/a/oneOf/1" }
            """);

        Assert.Equal("long", spec.Members[1].Type);
    }

    [Fact]
    public void AnnotationsBesideAReferenceWin()
    {
        RequestSpec spec = Spec(
            """ "seed": { "$ref": "#/$defs/seed", "description": "Mine.", "default": 7 } """,
            """ "seed": { "type": "integer", "description": "Theirs.", "default": 1, "title": "Seed" } """);

        Assert.Equal("""{"properties":{"seed":{"type":"integer","title":"Seed","description":"Mine.","default":7}}}""", Flat(spec));
    }

    [Theory]
    [InlineData(""" "maximum": 5 """, """ "type": "integer", "minimum": 1 """, """{"type":"integer","minimum":1,"maximum":5}""")]
    [InlineData(
        """ "maximum": 5 """,
        """ "type": "integer", "maximum": 9 """,
        """{"maximum":5,"allOf":[{"type":"integer","maximum":9}]}""")]
    [InlineData(
        """ "maximum": 5, "allOf": [{ "minimum": 2 }] """,
        """ "maximum": 9 """,
        """{"maximum":5,"allOf":[{"maximum":9},{"minimum":2}]}""")]
    [InlineData(
        """ "additionalProperties": false """,
        """ "properties": { "a": {} } """,
        """{"additionalProperties":false,"allOf":[{"properties":{"a":{}}}]}""")]
    [InlineData(""" "items": true """, """ "prefixItems": [false] """, """{"items":true,"allOf":[{"prefixItems":[false]}]}""")]
    [InlineData(""" "minContains": 0 """, """ "contains": true """, """{"minContains":0,"allOf":[{"contains":true}]}""")]
    [InlineData(""" "then": false """, """ "if": true """, """{"then":false,"allOf":[{"if":true}]}""")]
    public void AssertionsBesideAReferenceHoldAsWell(string siblings, string target, string schema)
    {
        RequestSpec spec = Spec($$""" "a": { "$ref": "#/$defs/a", {{siblings}} } """, $$""" "a": { {{target}} } """);

        Assert.Equal($$$"""{"properties":{"a":{{{schema}}}}}""", Flat(spec));
    }

    [Fact]
    public void AReferenceToTrueOrFalseIsThatVerdict()
    {
        RequestSpec spec = Spec(
            """ "a": { "$ref": "#/$defs/never" }, "b": { "$ref": "#/$defs/never", "type": "string" } """,
            """ "never": false """);

        Assert.Equal("""{"properties":{"a":false,"b":{"type":"string","allOf":[false]}}}""", Flat(spec));
    }

    [Fact]
    public void ADefinitionUsedTwiceMakesOneType()
    {
        RequestSpec spec = Spec(
            """ "first": { "$ref": "#/$defs/mode" }, "second": { "$ref": "#/$defs/mode", "description": "Other." } """,
            """ "mode": { "enum": ["a", "b"] } """);

        Assert.Equal(["DemoMode", "DemoMode"], spec.Members.Select(member => member.Type));
        Assert.Equal("DemoMode", Assert.Single(spec.Types).Name);
    }

    [Fact]
    public void TheNameThatADefinitionAsksForIsThatOfItsTypeAlone()
    {
        RequestSpec spec = Spec(
            """ "first": { "$ref": "#/$defs/mode" }, "second": { "$ref": "#/$defs/mode", "x-csharp-name": "Other" } """,
            """ "mode": { "x-csharp-name": "Style", "enum": ["a", "b"] } """);

        Assert.Equal([("First", "Style"), ("Other", "Style")], spec.Members.Select(member => (member.Name, member.Type)));
    }

    [Fact]
    public void ADefinitionThatOnlyRefersToAnotherIsTheSameType()
    {
        RequestSpec spec = Spec(
            """ "a": { "$ref": "#/$defs/alias" }, "b": { "$ref": "#/$defs/mode" } """,
            """ "alias": { "$ref": "#/$defs/mode", "description": "Also." }, "mode": { "enum": ["a", "b"] } """);

        Assert.Equal("DemoMode", Assert.Single(spec.Types).Name);
        Assert.Equal(["DemoMode", "DemoMode"], spec.Members.Select(member => member.Type));
    }

    [Fact]
    public void ReferencesAreFollowedInsideRulesToo()
    {
        RequestSpec spec = Parsing.Spec("""
            {
              "properties": { "a": { "type": "string" } },
              "allOf": [{ "if": { "$ref": "#/$defs/hasA" }, "then": { "not": { "$ref": "#/$defs/hasA" } } }],
              "dependentSchemas": { "a": { "$ref": "#/$defs/hasA" } },
              "$defs": { "hasA": { "required": ["a"] } }
            }
            """);

        Assert.DoesNotContain("$ref", spec.Schema, StringComparison.Ordinal);
        Assert.Equal(3, spec.Schema.Split("\"required\":[\"a\"]").Length - 1);
    }

    private static RequestSpec Spec(string properties, string definitions = "") =>
        Parsing.Spec($$"""{"properties": {{{properties}}}, "$defs": { {{definitions}} } }""");

    /// <summary>The schema in one line.</summary>
    private static string Flat(RequestSpec spec) => string.Concat(spec.Schema.Split('\n').Select(line => line.Trim()));
}
