namespace ModelCards.Generator.Tests.Analyzers;

/// <summary>A card with one of everything that analyzers can judge, for the snippets to speak of.</summary>
internal static class StudioCard
{
    public const string Path = "/project/schemas/studio.schema.json";

    public const string Text = """
        {
          "title": "Studio",
          "type": "object",
          "properties": {
            "taskType": { "const": "imageInference" },
            "taskUUID": { "type": "string", "format": "uuid" },
            "model": { "type": "string", "pattern": "^[a-zA-Z0-9._-]+(:[a-zA-Z0-9._/@-]+)?$" },
            "prompt": { "type": "string", "minLength": 2, "maxLength": 12 },
            "width": { "type": "integer", "minimum": 128, "maximum": 2048, "multipleOf": 16 },
            "height": { "type": "integer", "minimum": 128, "maximum": 2048, "multipleOf": 16 },
            "steps": { "type": "integer", "minimum": 1, "maximum": 50 },
            "startStep": { "type": "integer", "minimum": 0, "maximum": 100 },
            "endStep": { "type": "integer", "minimum": 0, "maximum": 100, "x-exclusiveMinimum": "1/startStep", "x-maximum": "/steps" },
            "startPercent": { "type": "integer", "minimum": 0, "maximum": 99 },
            "seed": { "type": "integer", "minimum": 0, "maximum": 9223372036854776000 },
            "CFGScale": { "type": "number", "minimum": 0, "maximum": 20, "multipleOf": 0.01 },
            "tint": { "type": "number", "exclusiveMinimum": 0, "exclusiveMaximum": 1, "multipleOf": 0.05 },
            "gamma": { "type": "number", "exclusiveMinimum": 0 },
            "precise": { "type": "number", "multipleOf": 0.0000000000000000001, "maximum": 0.1234567890123456789 },
            "colour": { "type": "string", "pattern": "^#([A-Fa-f0-9]{6}|[A-Fa-f0-9]{3})$" },
            "code": { "type": "string", "pattern": "^(a|aa)+b$" },
            "session": { "type": "string", "format": "uuid" },
            "webhookURL": { "type": "string", "format": "uri" },
            "seedImage": { "type": "string", "anyOf": [{ "format": "uuid" }, { "format": "uri" }] },
            "maskImage": { "type": "string", "anyOf": [{ "format": "uuid" }, { "format": "uri" }] },
            "format": { "type": "string", "enum": ["JPG", "PNG", "WEBP"] },
            "quality": { "type": "integer", "minimum": 20, "maximum": 99 },
            "transparent": { "type": "boolean" },
            "factor": { "type": "integer", "enum": [2, 4] },
            "tags": { "type": "array", "items": { "type": "string" }, "minItems": 1, "maxItems": 3 },
            "styles": { "type": "array", "items": { "enum": ["soft", "sharp"] }, "maxItems": 2 },
            "duration": { "oneOf": [{ "type": "integer", "minimum": 1, "maximum": 20 }, { "const": "auto" }] },
            "fix": { "oneOf": [{ "const": true }, { "type": "object", "properties": { "strength": { "type": "integer", "maximum": 5 } } }] },
            "tileWidth": { "type": "integer" },
            "tileHeight": { "type": "integer" },
            "loras": {
              "type": "array",
              "items": {
                "type": "object",
                "properties": {
                  "model": { "type": "string", "minLength": 3 },
                  "weight": { "type": "number", "minimum": -4, "maximum": 4, "multipleOf": 0.01 },
                  "start": { "type": "integer", "x-maximum": "/steps" },
                  "startPercent": { "type": "integer", "minimum": 0, "maximum": 99 }
                },
                "required": ["model"],
                "allOf": [{ "not": { "required": ["start", "startPercent"] } }]
              },
              "maxItems": 2
            },
            "edit": {
              "type": "object",
              "properties": {
                "kind": { "enum": ["portrait", "local"] },
                "masks": { "type": "array", "items": { "type": "string" }, "minItems": 1 }
              },
              "allOf": [{
                "if": { "properties": { "kind": { "const": "local" } }, "required": ["kind"] },
                "then": { "required": ["masks"] },
                "else": { "not": { "required": ["masks"] } }
              }]
            },
            "options": { "type": "object", "properties": { "layers": { "type": "boolean" }, "cache": { "type": "boolean" } } },
            "old": { "type": "integer", "deprecated": true }
          },
          "required": ["taskType", "taskUUID", "prompt"],
          "additionalProperties": false,
          "dependentRequired": { "width": ["height"], "height": ["width"], "maskImage": ["seedImage"] },
          "allOf": [
            { "not": { "required": ["startStep", "startPercent"] } },
            { "if": { "required": ["quality"] }, "then": { "properties": { "format": { "enum": ["JPG", "WEBP"] } } } },
            {
              "if": { "properties": { "transparent": { "const": true } }, "required": ["transparent"] },
              "then": { "properties": { "format": { "enum": ["PNG", "WEBP"] } }, "required": ["format"] }
            },
            {
              "if": { "properties": { "options": { "properties": { "layers": { "const": true } }, "required": ["layers"] } }, "required": ["options"] },
              "then": { "properties": { "steps": { "maximum": 30 } } }
            },
            { "if": { "required": ["edit"] }, "then": { "properties": { "tags": { "maxItems": 1 } } } },
            {
              "if": { "anyOf": [{ "required": ["tileWidth"] }, { "required": ["tileHeight"] }] },
              "then": {
                "oneOf": [
                  { "title": "Square", "properties": { "tileWidth": { "const": 512 }, "tileHeight": { "const": 512 } } },
                  { "title": "Wide", "properties": { "tileWidth": { "const": 1024 }, "tileHeight": { "const": 512 } } }
                ]
              }
            },
            { "not": { "anyOf": [{ "properties": { "options": { "properties": { "layers": { "const": true }, "cache": { "const": true } }, "required": ["layers", "cache"] } }, "required": ["options"] }] } }
          ]
        }
        """;

    /// <summary>A card that is nothing without one of two parameters.</summary>
    public const string SourcePath = "/project/schemas/source.schema.json";

    public const string SourceText = """
        {
          "title": "Source",
          "properties": {
            "taskType": { "const": "imageInference" },
            "taskUUID": { "type": "string", "format": "uuid" },
            "text": { "type": "string" },
            "image": { "type": "string", "format": "uri" },
            "size": { "type": "integer" }
          },
          "required": ["taskType", "taskUUID", "size"],
          "oneOf": [{ "required": ["text"] }, { "required": ["image"] }]
        }
        """;
}
