using System.Buffers;
using System.Text.Json;

namespace ModelCards.Benchmarks;

/// <summary>
/// What a careful programmer writes by hand for one kind of task at a time: the same JSON with a fresh task UUID, and a reply that is
/// parsed and held to that UUID. Its buffer and writer are used again. No validation, retries, time-outs, logs or results of a type.
/// </summary>
internal sealed class BareMessage : IDisposable
{
    public const string Key = "k";
    public const string Prompt = "a lighthouse";

    private readonly ArrayBufferWriter<byte> _buffer = new(1024);
    private readonly Utf8JsonWriter _writer;
    private Guid _uuid;

    public BareMessage() => _writer = new Utf8JsonWriter(_buffer);

    public ReadOnlyMemory<byte> Write()
    {
        _uuid = Guid.NewGuid();
        _buffer.ResetWrittenCount();
        _writer.Reset(_buffer);
        _writer.WriteStartArray();
        _writer.WriteStartObject();
        _writer.WriteString("taskType"u8, "imageInference"u8);
        _writer.WriteString("taskUUID"u8, _uuid);
        _writer.WriteString("model"u8, "runware:111@1"u8);
        _writer.WriteString("positivePrompt"u8, Prompt);
        _writer.WriteNumber("width"u8, 512);
        _writer.WriteNumber("height"u8, 512);
        _writer.WriteEndObject();
        _writer.WriteEndArray();
        _writer.Flush();
        return _buffer.WrittenMemory;
    }

    /// <summary>The URL of the picture that was asked for.</summary>
    public string Read(ReadOnlyMemory<byte> reply)
    {
        using JsonDocument document = JsonDocument.Parse(reply);
        JsonElement item = document.RootElement.GetProperty("data"u8)[0];
        if (item.GetProperty("taskUUID"u8).GetGuid() != _uuid)
            throw new InvalidOperationException("The reply is to another task.");
        return item.GetProperty("imageURL"u8).GetString()!;
    }

    public void Dispose() => _writer.Dispose();
}
