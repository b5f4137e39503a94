using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using ModelCards.Results;

namespace ModelCards.TextStreaming;

/// <summary>Puts a text together from its chunks, for whoever looks at it on whatever thread.</summary>
internal sealed class TextParts(Guid taskUuid, string taskType)
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly object _lock = new();
    private readonly StringBuilder _text = new();
    private readonly StringBuilder _reasoning = new();
    private JsonElement _usage;
    private JsonElement _cost;
    private string? _finishReason;

    public bool HasFinishReason
    {
        get
        {
            lock (_lock)
                return _finishReason is not null;
        }
    }

    /// <summary>How many characters of the text have come.</summary>
    public int Length
    {
        get
        {
            lock (_lock)
                return _text.Length;
        }
    }

    public void Add(TextChunk chunk)
    {
        lock (_lock)
        {
            _text.Append(chunk.Text);
            _reasoning.Append(chunk.Reasoning);
            // Later reasons are about the stream, not about the text: the first one counts.
            _finishReason ??= chunk.FinishReason?.Text;
            if (chunk.Usage is not null)
                _usage = chunk.Members.Find("usage");
            if (chunk.Cost is not null)
                _cost = chunk.Members.Find("cost");
        }
    }

    /// <summary>All that has come, in the form of a result that came as a whole.</summary>
    public TextInferenceResult ToResult()
    {
        var json = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(json, Options))
        {
            lock (_lock)
                WriteTo(writer);
        }

        using JsonDocument document = JsonDocument.Parse(json.WrittenMemory);
        return new TextInferenceResult(JsonMembers.Of(document.RootElement));
    }

    private void WriteTo(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("taskType", taskType);
        writer.WriteString("taskUUID", taskUuid);
        writer.WriteString("text", _text.ToString());
        if (_reasoning.Length > 0)
            writer.WriteString("reasoningContent", _reasoning.ToString());
        if (_finishReason is not null)
            writer.WriteString("finishReason", _finishReason);
        Write(writer, "usage", _usage);
        Write(writer, "cost", _cost);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, string name, JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Undefined)
            return;
        writer.WritePropertyName(name);
        value.WriteTo(writer);
    }
}
