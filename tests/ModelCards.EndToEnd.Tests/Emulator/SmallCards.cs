using ModelCards.Cards;

namespace ModelCards.EndToEnd.Tests.Emulator;

/// <summary>Cards just large enough for what is tested, so that no card of the package has a say here.</summary>
internal static class SmallCards
{
    /// <summary>A card of one model, strict and with rules between parameters.</summary>
    public static ModelCard Strict { get; } = ModelCard.FromSchema(
        "small-model",
        """
        {
          "title": "Small Model",
          "type": "object",
          "properties": {
            "taskType": { "type": "string", "const": "imageInference" },
            "taskUUID": { "type": "string", "format": "uuid" },
            "model": { "type": "string", "const": "runware:1@1" },
            "positivePrompt": { "type": "string", "minLength": 2, "maxLength": 100 },
            "width": { "type": "integer", "minimum": 64, "maximum": 512, "multipleOf": 16 },
            "height": { "type": "integer", "minimum": 64, "maximum": 512, "multipleOf": 16 },
            "seed": { "type": "integer", "minimum": 0, "maximum": 9223372036854776000 },
            "numberResults": { "type": "integer", "minimum": 1, "maximum": 20 },
            "outputType": { "type": "string", "enum": ["URL", "base64Data", "dataURI"] },
            "outputFormat": { "type": "string", "enum": ["JPG", "PNG", "WEBP"] },
            "outputQuality": { "type": "integer", "minimum": 20, "maximum": 99 },
            "deliveryMethod": { "type": "string", "enum": ["sync", "async"] },
            "ttl": { "type": "integer", "minimum": 60 },
            "includeCost": { "type": "boolean" },
            "checkNSFW": { "type": "boolean" },
            "safety": { "type": "object", "properties": { "checkContent": { "type": "boolean" }, "mode": { "type": "string" } } },
            "layerDiffuse": { "type": "boolean" },
            "uploadEndpoint": { "type": "string" },
            "webhookURL": { "type": "string", "format": "uri" },
            "lora": {
              "type": "array",
              "minItems": 1,
              "items": {
                "type": "object",
                "properties": { "model": { "type": "string" }, "weight": { "type": "number", "minimum": -4, "maximum": 4 } },
                "required": ["model"],
                "additionalProperties": false
              }
            }
          },
          "required": ["taskType", "taskUUID", "model", "positivePrompt"],
          "additionalProperties": false,
          "dependentRequired": { "width": ["height"], "height": ["width"] },
          "x-constraints": [{ "operation": "area", "parameters": ["width", "height"], "maximum": 250000 }],
          "allOf": [
            {
              "description": "layerDiffuse needs outputFormat PNG or WEBP",
              "if": { "properties": { "layerDiffuse": { "const": true } }, "required": ["layerDiffuse"] },
              "then": { "properties": { "outputFormat": { "enum": ["PNG", "WEBP"] } }, "required": ["outputFormat"] }
            }
          ]
        }
        """u8);

    /// <summary>A card of any model that takes steps of 64.</summary>
    public static ModelCard Coarse { get; } = AnyModel("coarse", 64, "");

    /// <summary>A card of any model that takes steps of 8 and knows clipSkip.</summary>
    public static ModelCard Fine { get; } = AnyModel("fine", 8, "\"clipSkip\": { \"type\": \"integer\" },");

    /// <summary>A card that says nothing but the task type.</summary>
    public static ModelCard Open { get; } = ModelCard.FromSchema(
        "open", """{ "type": "object", "properties": { "taskType": { "type": "string", "const": "imageInference" } } }"""u8);

    private static ModelCard AnyModel(string slug, int step, string more) => ModelCard.FromSchema(
        slug,
        System.Text.Encoding.UTF8.GetBytes(
            $$"""
            {
              "type": "object",
              "properties": {
                "taskType": { "type": "string", "const": "imageInference" },
                "taskUUID": { "type": "string", "format": "uuid" },
                "model": { "type": "string" },
                "positivePrompt": { "type": "string" },
                {{more}}
                "width": { "type": "integer", "multipleOf": {{step}} },
                "height": { "type": "integer", "multipleOf": {{step}} }
              },
              "required": ["taskType", "taskUUID", "model"],
              "additionalProperties": false
            }
            """));
}
