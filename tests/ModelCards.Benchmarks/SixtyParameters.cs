using System.Globalization;
using System.Text.Json.Nodes;

namespace ModelCards.Benchmarks;

/// <summary>A card of sixty parameters of the kinds that real cards have, with nested objects, enums and rules.</summary>
internal static class SixtyParameters
{
    public const int Count = 60;

    public static string Card(int number)
    {
        var properties = new JsonObject
        {
            ["taskType"] = new JsonObject { ["type"] = "string", ["const"] = "imageInference" },
            ["taskUUID"] = new JsonObject { ["type"] = "string", ["format"] = "uuid" },
            ["model"] = new JsonObject { ["type"] = "string", ["const"] = $"runware:{number.ToString(CultureInfo.InvariantCulture)}@1" },
            ["positivePrompt"] = new JsonObject { ["type"] = "string", ["minLength"] = 2, ["maxLength"] = 3000 },
            ["scheduler"] = new JsonObject { ["type"] = "string", ["enum"] = new JsonArray([.. Enumerable.Range(0, 75).Select(i => (JsonNode)$"Scheduler {i.ToString(CultureInfo.InvariantCulture)}")]) },
        };
        // Five nested objects of eight members (45 parameters), ten plain ones, and the five above.
        for (int i = 0; i < 5; i++)
            properties[$"group{i.ToString(CultureInfo.InvariantCulture)}"] = Group();
        for (int i = 0; i < 10; i++)
            properties[$"plain{i.ToString(CultureInfo.InvariantCulture)}"] = Parameter(i);
        foreach ((_, JsonNode? property) in properties)
            property!["description"] ??= "What the parameter does, in one sentence of the usual length.";
        return new JsonObject
        {
            ["title"] = $"Card {number.ToString(CultureInfo.InvariantCulture)}",
            ["type"] = "object",
            ["properties"] = properties,
            ["required"] = new JsonArray("taskType", "taskUUID", "model", "positivePrompt"),
            ["additionalProperties"] = false,
        }.ToJsonString();
    }

    private static JsonObject Group()
    {
        var members = new JsonObject();
        for (int i = 0; i < 8; i++)
            members[$"member{i.ToString(CultureInfo.InvariantCulture)}"] = Parameter(i);
        return new JsonObject
        {
            ["type"] = "object",
            ["properties"] = members,
            ["additionalProperties"] = false,
            ["allOf"] = new JsonArray(new JsonObject { ["not"] = new JsonObject { ["required"] = new JsonArray("member0", "member1") } }),
        };
    }

    private static JsonObject Parameter(int kind) => (kind % 5) switch
    {
        0 => new JsonObject { ["type"] = "integer", ["minimum"] = 0, ["maximum"] = 2048, ["multipleOf"] = 8, ["description"] = "A whole number in steps." },
        1 => new JsonObject { ["type"] = "number", ["minimum"] = 0, ["maximum"] = 30, ["multipleOf"] = 0.01, ["default"] = 1, ["description"] = "A number in steps." },
        2 => new JsonObject { ["type"] = "boolean", ["default"] = false, ["description"] = "A switch." },
        3 => new JsonObject { ["type"] = "string", ["enum"] = new JsonArray("low", "medium", "high"), ["description"] = "A choice." },
        _ => new JsonObject { ["type"] = "string", ["minLength"] = 2, ["maxLength"] = 300, ["description"] = "A text." },
    };
}
