using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ModelCards.Requests;

/// <summary>Lets <see cref="JsonSerializer"/> read and write a generated request, also in AOT.</summary>
/// <typeparam name="TRequest">The generated request.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ModelRequestConverter<TRequest> : JsonConverter<TRequest>
    where TRequest : ModelRequest, IRequestObject<TRequest>
{
    /// <inheritdoc />
    public override TRequest Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using JsonDocument document = JsonDocument.ParseValue(ref reader);
        return document.RootElement.ValueKind == JsonValueKind.Object
            ? RequestReader.Read<TRequest>(document.RootElement)
            : throw new JsonException($"A {typeof(TRequest).Name} is a JSON object, but this is {document.RootElement.ValueKind}.");
    }

    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer, TRequest value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(value);
        value.WriteTo(writer);
    }
}
