using ModelCards.Generator.Tests.Harness;

namespace ModelCards.Generator.Tests.Emit;

/// <summary>Small cards, each for one idea, and one that uses everything.</summary>
internal static class SnapshotCards
{
    public static IReadOnlyDictionary<string, (string Path, string Text)[]> All { get; } = new Dictionary<string, (string, string)[]>
    {
        ["Scalars"] = One("""
            {
              "title": "Scalars",
              "description": "One parameter of each plain type.",
              "properties": {
                "steps": { "type": "integer", "description": "Denoising steps.", "minimum": 1, "maximum": 50, "default": 28 },
                "seed": { "type": "integer", "description": "Start of the random numbers.", "minimum": 0, "maximum": 9223372036854776000 },
                "CFGScale": { "type": "number", "description": "Guidance.", "minimum": 0, "maximum": 30, "multipleOf": 0.01 },
                "gamma": { "type": "number", "exclusiveMinimum": 0 },
                "includeCost": { "type": "boolean", "default": false },
                "prompt": { "type": "string", "minLength": 2, "maxLength": 3000 },
                "webhookURL": { "type": "string", "format": "uri" },
                "session": { "type": "string", "format": "uuid" }
              }
            }
            """),
        ["Constants"] = One("""
            {
              "title": "Constants",
              "properties": {
                "taskType": { "type": "string", "const": "imageInference" },
                "taskUUID": { "type": "string", "format": "uuid" },
                "model": { "const": "runware:111@1" },
                "fast": { "const": true },
                "positivePrompt": { "type": "string" },
                "steps": { "type": "integer" }
              },
              "required": ["taskType", "taskUUID", "model", "positivePrompt", "steps"],
              "additionalProperties": false
            }
            """),
        ["ClosedSets"] = One("""
            {
              "properties": {
                "outputFormat": { "type": "string", "description": "File format.", "enum": ["JPG", "PNG", "WEBP"], "default": "JPG" },
                "deliveryMethod": {
                  "type": "string",
                  "oneOf": [
                    { "const": "sync", "description": "Waits for the result." },
                    { "const": "async", "description": "Comes back at once." }
                  ]
                },
                "upscaleFactor": { "type": "integer", "enum": [2, 4, -1] }
              },
              "required": ["outputFormat"]
            }
            """),
        ["NestedObjects"] = One("""
            {
              "properties": {
                "outpaint": {
                  "type": "object",
                  "description": "Wider borders.",
                  "properties": { "top": { "type": "integer", "minimum": 0, "maximum": 512 }, "blur": { "type": "integer" } },
                  "required": ["top"]
                },
                "safety": { "type": "object", "properties": { "checkContent": { "type": "boolean" } } }
              },
              "required": ["safety"]
            }
            """),
        ["Lists"] = One("""
            {
              "properties": {
                "tags": { "type": "array", "items": { "type": "string" }, "minItems": 1, "maxItems": 8 },
                "loras": {
                  "type": "array",
                  "items": {
                    "type": "object",
                    "description": "One LoRA.",
                    "properties": { "model": { "type": "string" }, "weight": { "type": "number", "multipleOf": 0.01 } },
                    "required": ["model"]
                  }
                }
              },
              "required": ["tags"]
            }
            """),
        ["Unions"] = One("""
            {
              "properties": {
                "hiresFix": {
                  "description": "true, or settings.",
                  "oneOf": [{ "type": "boolean", "const": true }, { "type": "object", "properties": { "steps": { "type": "integer" } } }]
                },
                "duration": {
                  "type": ["integer", "string"],
                  "oneOf": [{ "type": "integer", "minimum": 1, "maximum": 20 }, { "const": "auto" }]
                },
                "frame": { "oneOf": [{ "const": "last", "description": "The last frame." }, { "const": 0 }] },
                "tail": { "type": ["array", "null"], "items": { "type": "integer" } }
              }
            }
            """),
        ["MediaAndJson"] = One("""
            {
              "properties": {
                "seedImage": { "type": "string", "anyOf": [{ "format": "uuid" }, { "format": "uri" }, { "pattern": "^[a-zA-Z0-9+/=]+$" }] },
                "referenceImages": {
                  "type": "array",
                  "items": { "type": "string", "anyOf": [{ "format": "uuid" }, { "format": "uri" }] }
                },
                "boundingBoxes": { "type": ["array", "null"] },
                "old": { "type": "string", "deprecated": true }
              },
              "required": ["boundingBoxes"]
            }
            """),
        ["HostileTexts"] = One("""
            {
              "title": "*/ \"\"\" </summary> {0} \\",
              "description": "A\u2028B\u0000C\u0085D \" quoted \\u0022 <b>&amp;</b> `code`",
              "properties": {
                "a\"b": {
                  "type": "string",
                  "description": "</summary><summary>\nclass Evil {}",
                  "pattern": "^\"\"\"[a-z]\\d$",
                  "default": "\"\"\""
                },
                "mode": { "enum": ["\"\"\"", "*/", "\n", "\u2028", "😀", "{0}", "\\"], "x-csharp-name": "Mode" },
                "fixed": { "const": "\"; class Evil {} //" }
              }
            }
            """),
        ["Shared"] =
        [
            ("/project/schemas/common/sampling.schema.json", """
                {
                  "$defs": {
                    "scheduler": { "type": "string", "description": "Sampling method.", "enum": ["Euler", "DPM++ 2M Karras"] },
                    "lora": { "type": "object", "properties": { "model": { "type": "string" } }, "required": ["model"] }
                  }
                }
                """),
            (GeneratorHarness.DefaultPath, """
                {
                  "properties": {
                    "scheduler": { "$ref": "common/sampling.schema.json#/$defs/scheduler" },
                    "lora": { "type": "array", "items": { "$ref": "common/sampling.schema.json#/$defs/lora" } }
                  }
                }
                """),
        ],
        ["Everything"] = [
            ("/project/schemas/common/shared.schema.json", EverythingShared),
            ("/project/schemas/everything-at-once.schema.json", Everything)],
    };

    private const string EverythingShared = """
        {
          "title": "Shared",
          "description": "What cards share.",
          "$defs": {
            "scheduler": { "type": "string", "description": "Sampling method.", "enum": ["Euler", "Euler a"] },
            "image": {
              "type": "string",
              "description": "An image.",
              "anyOf": [{ "format": "uuid" }, { "format": "uri" }, { "pattern": "^[a-zA-Z0-9+/=]+$" }]
            },
            "size": { "description": "A side in pixels.", "oneOf": [{ "type": "integer" }, { "const": "auto" }] }
          }
        }
        """;

    private const string Everything = """
        {
          "$schema": "https://json-schema.org/draft/2020-12/schema",
          "$id": "https://example.com/everything.json",
          "title": "Everything",
          "description": "A card with **every** keyword that is understood. [Read full documentation](https://example.com#x)",
          "x-csharp-name": "Everything",
          "type": "object",
          "properties": {
            "taskType": { "type": "string", "const": "imageInference" },
            "taskUUID": { "type": "string", "format": "uuid" },
            "model": { "type": "string", "pattern": "^[a-z]+:\\d+@\\d+$", "examples": ["runware:111@1"] },
            "steps": { "type": "integer", "minimum": 1, "maximum": 50, "default": 28 },
            "startStep": { "type": "integer", "minimum": 0, "maximum": 49, "x-exclusiveMaximum": "/steps" },
            "strength": { "type": "number", "exclusiveMinimum": 0, "exclusiveMaximum": 1, "multipleOf": 0.05 },
            "scheduler": { "$ref": "common/shared.schema.json#/$defs/scheduler", "default": "Euler" },
            "width": { "$ref": "common/shared.schema.json#/$defs/size" },
            "height": { "$ref": "common/shared.schema.json#/$defs/size" },
            "inputs": {
              "type": "object",
              "title": "Inputs",
              "properties": {
                "images": {
                  "type": "array",
                  "items": { "$ref": "common/shared.schema.json#/$defs/image" },
                  "minItems": 1, "maxItems": 4, "uniqueItems": true
                },
                "frames": {
                  "type": "array",
                  "items": {
                    "anyOf": [
                      { "type": "string" },
                      { "type": "object", "properties": { "image": { "type": "string" } }, "required": ["image"] }
                    ]
                  },
                  "contains": { "type": "string" }, "minContains": 1, "maxContains": 2
                }
              },
              "required": ["images"],
              "minProperties": 1,
              "maxProperties": 2,
              "dependentSchemas": { "frames": { "required": ["images"] } }
            },
            "color": { "type": "array", "prefixItems": [{ "type": "integer" }, { "type": "integer" }], "items": false },
            "weights": { "type": "object", "propertyNames": { "enum": ["face", "style"] }, "additionalProperties": { "type": "number" } },
            "old": { "type": "boolean", "deprecated": true, "readOnly": false, "$comment": "gone" },
            "style": { "$ref": "#/$defs/style" }
          },
          "required": ["taskType", "taskUUID", "model", "inputs"],
          "additionalProperties": false,
          "x-constraints": [{ "operation": "area", "parameters": ["width", "height"], "maximum": 1048576 }],
          "dependentRequired": { "width": ["height"], "height": ["width"] },
          "allOf": [
            { "description": "old and style exclude each other", "not": { "required": ["old", "style"] } },
            { "if": { "required": ["startStep"] }, "then": { "required": ["steps"] }, "else": true }
          ],
          "$defs": { "style": { "type": "string", "enum": ["soft", "hard"] } }
        }
        """;

    private static (string, string)[] One(string text) => [(GeneratorHarness.DefaultPath, text)];
}
