using ModelCards.Generator.Specs;
using ModelCards.Generator.Tests.Harness;

namespace ModelCards.Generator.Tests.Parser;

/// <summary>Objects, lists of objects, and what the builder asks for.</summary>
public sealed class ObjectTests
{
    [Fact]
    public void AnObjectIsATypeNamedAfterItsOwnerAndItsParameter()
    {
        RequestSpec spec = Parsing.SpecOf("""
            "outpaint": {
              "type": "object",
              "properties": {
                "top": { "type": "integer" },
                "mode": { "enum": ["soft", "hard"] },
                "deep": { "type": "object", "properties": { "a": {} } }
              },
              "required": ["top"]
            }
            """);

        Assert.Equal(
            (MemberKind.Object, "DemoOutpaint", "Member.Object<DemoOutpaint>()"),
            (spec.Members[0].Kind, spec.Members[0].Type, spec.Members[0].Layout));
        Assert.Equal([new ArgumentSpec("long", "top")], spec.Members[0].Arguments);
        Assert.Equal(["DemoOutpaint", "DemoOutpaintMode", "DemoOutpaintDeep"], spec.Types.Select(type => type.Name));
    }

    [Fact]
    public void AListOfObjectsNamesOneOfThem()
    {
        RequestSpec spec = Parsing.SpecOf("""
            "loras": {
              "type": "array",
              "items": { "type": "object", "properties": { "model": { "type": "string" } }, "required": ["model"] }
            }
            """);

        MemberSpec member = spec.Members[0];
        Assert.Equal((MemberKind.ObjectList, "DemoLora", "Lora"), (member.Kind, member.Type, member.ItemName));
        Assert.Equal([new ArgumentSpec("string", "model")], member.Arguments);
    }

    [Fact]
    public void ItemsOfTwoListsAreNotConfused()
    {
        RequestSpec spec = Parsing.SpecOf("""
            "lora": { "type": "array", "items": { "type": "string" } },
            "loras": { "type": "array", "items": { "type": "string" } }
            """);

        Assert.Equal(["Lora", "Loras"], spec.Members.Select(member => member.ItemName));
    }

    [Fact]
    public void RequiredParametersAreMarkedButNotConstants()
    {
        RequestSpec spec = Parsing.Spec("""
            {
              "properties": { "taskType": { "const": "x" }, "prompt": { "type": "string" }, "steps": { "type": "integer" } },
              "required": ["steps", "taskType", "prompt"]
            }
            """);

        Assert.Equal(["prompt", "steps"], spec.Members.Where(member => member.IsRequired).Select(member => member.JsonName));
    }

    [Fact]
    public void AClosedListOfNamesWithOneSchemaForAllIsAnObject()
    {
        RequestSpec spec = Parsing.SpecOf("""
            "weights": { "type": "object", "propertyNames": { "enum": ["a", "b", "a"] }, "additionalProperties": { "type": "number" } }
            """);

        ObjectSpec type = Assert.IsType<ObjectSpec>(Assert.Single(spec.Types));
        Assert.Equal([("a", "double"), ("b", "double")], type.Members.Select(member => (member.JsonName, member.Type)));
    }

    [Fact]
    public void TypesThatWouldHaveTheNameOfAnotherAreNumbered()
    {
        RequestSpec spec = Parsing.SpecOf("""
            "request": { "type": "object", "properties": { "a": {} } },
            "mode": { "enum": ["a", "b"] },
            "modeMember": { "enum": ["a", "b"] },
            "lora": { "type": "object", "properties": { "a": {} } },
            "loraBuilder": { "enum": ["a", "b"] }
            """);

        Assert.Equal(
            ["DemoRequest_2", "DemoMode", "DemoModeMember_2", "DemoLora", "DemoLoraBuilder_2"],
            spec.Types.Select(type => type.Name));
    }

    [Fact]
    public void TypesDoNotTakeTheNamesThatGeneratedCodeSpeaksOf()
    {
        Result<RequestSpec> result = Parsing.Parse("""
            {
              "x-csharp-name": "Media",
              "properties": { "input": { "enum": ["a", "b"] } }
            }
            """);

        Assert.Equal("MediaInput_2", result.Value!.Types[0].Name);
    }

    [Fact]
    public void ParametersOfAMethodNeverShareAName()
    {
        RequestSpec spec = Parsing.Spec("""
            {
              "properties": {
                "a": { "type": "string" },
                "b": { "type": "string", "x-csharp-name": "a" },
                "nested": { "type": "object", "properties": { "configure": { "type": "string" } }, "required": ["configure"] }
              },
              "required": ["a", "b", "nested"]
            }
            """);

        Assert.Equal(["a", "a_2", "nested"], spec.Members.Select(member => member.ParameterName));
        Assert.Equal([new ArgumentSpec("string", "configureValue")], spec.Members[2].Arguments);
    }

    [Fact]
    public void DeepNestingOfWhatComesToNothingStaysCheap()
    {
        string schema = """{"type":"integer"}""";
        for (int i = 0; i < 28; i++)
            schema = $$"""{"anyOf":[{{schema}},{"type":"array"}]}""";

        Assert.Empty(Parsing.SpecOf($"\"deep\": {schema}").Types);
    }
}
