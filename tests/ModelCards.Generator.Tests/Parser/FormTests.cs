using ModelCards.Generator.Specs;
using ModelCards.Generator.Tests.Harness;

namespace ModelCards.Generator.Tests.Parser;

/// <summary>The three forms that a card may have, told apart by what is in them.</summary>
public sealed class FormTests
{
    [Fact]
    public void ASchemaOfOneTaskIsACard()
    {
        RequestSpec spec = Parsing.Spec("""{"title":"Small One","properties":{"steps":{"type":"integer"}}}""");

        Assert.Equal("Demo", spec.Name);
        Assert.Equal("steps", Assert.Single(spec.Members).JsonName);
        Assert.Equal(["<summary>A request to Small One.</summary>"], spec.Docs);
    }

    [Fact]
    public void AnOpenApiDocumentHoldsTheTaskInItsRequestBody()
    {
        RequestSpec spec = Parsing.Spec("""
            {
              "openapi": "3.1.0",
              "info": { "title": "Runware API - Clarity", "summary": "Image upscaler", "description": "Enlarges images." },
              "components": {
                "schemas": {
                  "AuthenticationTask": { "type": "object", "properties": { "apiKey": { "type": "string" } } },
                  "RequestBody": {
                    "type": "array",
                    "items": {
                      "$id": "https://schemas.runware.ai/clarity.json",
                      "type": "object",
                      "properties": { "taskType": { "type": "string", "const": "upscale" } },
                      "additionalProperties": false
                    }
                  }
                }
              }
            }
            """);

        Assert.Equal("taskType", Assert.Single(spec.Members).JsonName);
        Assert.Equal(["<summary>A request to Clarity. Enlarges images.</summary>"], spec.Docs);
        Assert.Equal("MediaResult", spec.ResultType);
    }

    [Theory]
    [InlineData("""{"type":"integer","nullable":true,"minimum":1}""", """{"type":["integer","null"],"minimum":1}""")]
    [InlineData("""{"nullable":true,"type":["string","null"]}""", """{"type":["string","null"]}""")]
    [InlineData("""{"type":"integer","nullable":false}""", """{"type":"integer"}""")]
    [InlineData("""{"nullable":true,"minimum":1}""", """{"minimum":1}""")]
    public void NullableAddsNullToTheType(string schema, string embedded) =>
        Assert.Equal($$$"""{"properties":{"value":{{{embedded}}}}}""", Parsing.SpecOf($"\"value\": {schema}").Schema.Replace("\n", "", StringComparison.Ordinal).Replace("  ", "", StringComparison.Ordinal));

    [Fact]
    public void AResolveDocumentHoldsTheTaskInItsRequestSchema()
    {
        RequestSpec spec = Parsing.Spec("""
            {
              "requestSchema": { "title": "Flux", "properties": { "taskType": { "const": "imageInference" } } },
              "responseSchema": { "patternProperties": { "x": {} } },
              "documentation": "https://runware.ai/docs"
            }
            """);

        Assert.Equal("taskType", Assert.Single(spec.Members).JsonName);
        Assert.Equal(["<summary>A request to Flux.</summary>"], spec.Docs);
        Assert.Equal("ImageInferenceResult", spec.ResultType);
    }

    [Fact]
    public void TheNameComesFromTheFileAndCanBeOverridden()
    {
        Assert.Equal("Demo", Parsing.SpecOf("\"a\":{}").Name);
        Assert.Equal("Other", Parsing.Spec("""{"x-csharp-name":"Other","properties":{"a":{}}}""").Name);
        Assert.Equal("Other", Parsing.Spec("""{"x-csharp-name":"Other","requestSchema":{"properties":{"a":{}}}}""").Name);
        Assert.Equal("Inner", Parsing.Spec("""{"requestSchema":{"x-csharp-name":"Inner","properties":{"a":{}}}}""").Name);
    }

    [Theory]
    [InlineData("[]", "(1,1)-(1,2) CARD0002: This is not a model card: the file must hold a JSON object")]
    [InlineData("\"text\"", "(1,1)-(1,2) CARD0002: This is not a model card: the file must hold a JSON object")]
    [InlineData(
        "{}",
        "(1,1)-(1,2) CARD0002: This is not a model card: it has none of properties (a task object), openapi (Runware's document of a "
            + "model), requestSchema (a resolve document) or $defs alone (shared definitions)")]
    [InlineData("""{"properties":{}}""", "(1,1)-(1,2) CARD0002: This is not a model card: the task declares no properties")]
    [InlineData(
        """{"type":"array","properties":{"a":{}}}""",
        "(1,1)-(1,2) CARD0002: This is not a model card: a task is an object, and its type says otherwise")]
    [InlineData(
        """{"requestSchema":null}""",
        "(1,18)-(1,19) CARD0002: This is not a model card: requestSchema must be the schema of a task object")]
    [InlineData("""{"openapi":"3.1.0"}""", "(1,1)-(1,2) CARD0002: This is not a model card: "
        + "an OpenAPI document holds the task at components.schemas.RequestBody.items, and 'components' is missing here")]
    [InlineData(
        """{"openapi":"3.1.0","components":{"schemas":{"ErrorResponse":{}}}}""",
        "(1,44)-(1,45) CARD0002: This is not a model card: "
            + "an OpenAPI document holds the task at components.schemas.RequestBody.items, and 'RequestBody' is missing here")]
    [InlineData(
        """{"openapi":"3.1.0","components":{"schemas":{"RequestBody":{"items":true}}}}""",
        "(1,68)-(1,69) CARD0002: This is not a model card: "
            + "components.schemas.RequestBody.items must be the schema of a task object")]
    [InlineData(
        """{"openapi":"3.1.0","components":{"schemas":{"RequestBody":{"items":{"type":"object"}}}}}""",
        "(1,68)-(1,69) CARD0002: This is not a model card: the task declares no properties")]
    public void AnyOtherDocumentIsRefusedAndToldWhy(string document, string reason)
    {
        Assert.Equal(["demo.schema.json" + reason], Parsing.Reasons(document));
        Assert.Empty(GeneratorHarness.Run(document).Sources);
    }

    [Fact]
    public void FilesWithAnotherExtensionAreNotLookedAt()
    {
        GeneratorRun run = GeneratorHarness.Run(("/project/schemas/demo.json", "{"), ("/project/appsettings.json", "[]"));

        Assert.Empty(run.Diagnostics);
        Assert.Empty(run.Sources);
    }
}
