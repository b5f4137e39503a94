using ModelCards.Cards;

namespace ModelCards.Runtime.Tests.Harness;

/// <summary>A card that has a parameter of every kind, and rules between them.</summary>
internal static class StudioCard
{
    public static ModelCard Card { get; } = ModelCard.FromSchema(
        "studio",
        """
        {
          "title": "Studio [dev]",
          "description": "Makes pictures for tests.",
          "type": "object",
          "required": ["taskType", "taskUUID", "model", "positivePrompt"],
          "properties": {
            "taskType": { "type": "string", "const": "imageInference" },
            "taskUUID": { "type": "string", "format": "uuid" },
            "model": { "type": "string", "const": "runware:1@1" },
            "positivePrompt": { "type": "string", "minLength": 2, "maxLength": 40, "description": "What to draw." },
            "width": { "type": "integer", "minimum": 128, "maximum": 2048, "multipleOf": 16, "default": 512, "title": "Width" },
            "height": { "type": "integer", "minimum": 128, "maximum": 2048, "multipleOf": 16 },
            "seed": { "type": "integer", "minimum": 0, "maximum": 9223372036854776000 },
            "CFGScale": { "type": "number", "minimum": 0, "maximum": 30, "multipleOf": 0.01, "default": 3.5 },
            "strength": { "type": "number", "minimum": 0, "exclusiveMaximum": 1 },
            "includeCost": { "type": "boolean" },
            "outputFormat": { "type": "string", "enum": ["JPG", "PNG", "WEBP"], "default": "JPG" },
            "creativity": { "type": "integer", "enum": [-1, 0, 10], "deprecated": true },
            "webhookURL": { "type": "string", "format": "uri" },
            "parentUUID": { "type": "string", "format": "uuid" },
            "seedImage": {
              "type": "string",
              "anyOf": [{ "format": "uuid" }, { "format": "uri" }, { "pattern": "^data:image/(png|jpeg|webp|gif);base64," }, { "pattern": "^[a-zA-Z0-9+/=]+$" }]
            },
            "steps": { "type": "integer", "minimum": 1, "maximum": 100 },
            "startStep": { "type": "integer", "minimum": 0, "x-exclusiveMaximum": "1/steps" },
            "lora": {
              "type": "array",
              "maxItems": 3,
              "items": {
                "type": "object",
                "properties": {
                  "model": { "type": "string", "pattern": "^[a-z]+:\\d+@\\d+$" },
                  "weight": { "type": "number", "minimum": -4, "maximum": 4, "multipleOf": 0.01 },
                  "endStep": { "type": "integer", "x-maximum": "/steps" }
                },
                "required": ["model"],
                "additionalProperties": false
              }
            },
            "tags": { "type": "array", "minItems": 1, "items": { "type": "string", "maxLength": 8 }, "uniqueItems": true },
            "hiresFix": {
              "oneOf": [
                { "type": "boolean", "const": true },
                { "type": "object", "properties": { "steps": { "type": "integer", "minimum": 1 }, "hiresFix": { "type": "boolean" } }, "additionalProperties": false }
              ]
            },
            "duration": { "oneOf": [{ "type": "integer", "enum": [6, 8, 10] }, { "type": "string", "enum": ["auto", "shortest"] }] },
            "settings": {}
          },
          "additionalProperties": false,
          "dependentRequired": { "width": ["height"], "height": ["width"] },
          "x-constraints": [{ "operation": "area", "parameters": ["width", "height"], "maximum": 2097152 }],
          "allOf": [
            { "not": { "required": ["lora", "tags"] } },
            { "if": { "properties": { "outputFormat": { "const": "PNG" } }, "required": ["outputFormat"] }, "then": { "properties": { "strength": { "maximum": 0.5 } } } }
          ]
        }
        """u8);
}
