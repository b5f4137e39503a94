using System.Text.Json;

namespace ModelCards.Emulator.Errors;

/// <summary>One element of <c>errors</c>.</summary>
internal sealed record ServiceError(string Code, string Message)
{
    /// <summary>Dotted names without indexes, as the documentation writes them. Several make <c>parameter</c> an array.</summary>
    public IReadOnlyList<string> Parameters { get; init; } = [];

    public string? Type { get; init; }

    public string? TaskType { get; init; }

    public string? TaskUuid { get; init; }

    public string? Documentation { get; init; }

    public IReadOnlyList<JsonElement> AllowedValues { get; init; } = [];

    public void WriteTo(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("code", Code);
        writer.WriteString("message", Message);
        WriteParameters(writer);
        WriteText(writer, "type", Type);
        WriteText(writer, "taskType", TaskType);
        WriteText(writer, "taskUUID", TaskUuid);
        WriteText(writer, "documentation", Documentation);
        if (AllowedValues.Count > 0)
        {
            writer.WriteStartArray("allowedValues");
            foreach (JsonElement value in AllowedValues)
                value.WriteTo(writer);
            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }

    private void WriteParameters(Utf8JsonWriter writer)
    {
        if (Parameters.Count == 1)
            writer.WriteString("parameter", Parameters[0]);
        if (Parameters.Count < 2)
            return;
        writer.WriteStartArray("parameter");
        foreach (string parameter in Parameters)
            writer.WriteStringValue(parameter);
        writer.WriteEndArray();
    }

    private static void WriteText(Utf8JsonWriter writer, string name, string? value)
    {
        if (value is not null)
            writer.WriteString(name, value);
    }
}
