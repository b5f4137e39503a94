using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using ModelCards.Errors;
using ModelCards.Results;

namespace ModelCards.Transport;

/// <summary>Reads replies. The server is not trusted: any bytes give an envelope or a sentence about what is wrong with them.</summary>
/// <param name="maxDepth">How deep a reply may be nested.</param>
/// <param name="key">What is blanked out of errors, where there is a key that they may quote.</param>
/// <param name="takesBareItems">Whether an object without data is one item, as a webhook gets it.</param>
internal sealed class EnvelopeReader(int maxDepth, ApiKey? key, bool takesBareItems = false)
{
    private readonly JsonDocumentOptions _options = new() { MaxDepth = maxDepth };

    /// <summary>Reads an envelope, or says why the bytes are none.</summary>
    public bool TryRead(
        ReadOnlyMemory<byte> json,
        HttpStatusCode? status,
        [NotNullWhen(true)] out Envelope? envelope,
        [NotNullWhen(false)] out string? problem,
        TimeSpan? retryAfter = null)
    {
        if (json.Span.StartsWith(Encoding.UTF8.Preamble))
            json = json[Encoding.UTF8.Preamble.Length..];
        envelope = null;
        problem = Utf8.IsValid(json.Span) ? null : "is not UTF-8 text";
        if (problem is not null)
            return false;
        try
        {
            using JsonDocument document = JsonDocument.Parse(json, _options);
            var read = new Envelope { Status = status, RetryAfter = retryAfter };
            if (!ReadRoot(document.RootElement, read))
                problem = takesBareItems ? "is neither a result nor errors" : "has neither data nor errors";
            else
                envelope = read;
        }
        catch (JsonException error)
        {
            problem = $"is not JSON of at most {maxDepth} levels ({error.Message})";
        }
        catch (InvalidOperationException)
        {
            problem = "has member names that are not Unicode text";
        }

        return envelope is not null;
    }

    private bool ReadRoot(JsonElement root, Envelope envelope)
    {
        if (root.ValueKind == JsonValueKind.Array)
        {
            ReadItems(root, envelope);
            return true;
        }

        if (root.ValueKind != JsonValueKind.Object)
            return false;
        bool hasData = root.TryGetProperty("data", out JsonElement data);
        if (hasData)
            ReadItems(data, envelope);
        if (takesBareItems && !hasData)
        {
            ReadItem(root, envelope);
            return true;
        }

        return ReadErrors(root, envelope) || hasData;
    }

    private void ReadItems(JsonElement data, Envelope envelope)
    {
        if (data.ValueKind == JsonValueKind.Array)
        {
            foreach (JsonElement item in data.EnumerateArray())
                ReadItem(item, envelope);
        }
        else
        {
            // The reply to an upload has been documented with an object in the place of the array.
            ReadItem(data, envelope);
        }
    }

    private void ReadItem(JsonElement item, Envelope envelope)
    {
        if (item.ValueKind != JsonValueKind.Object)
            return;
        int errors = envelope.Errors.Count;
        ReadErrors(item, envelope);
        if (envelope.Errors.Count > errors)
            return;
        IReadOnlyDictionary<string, JsonElement> members = JsonMembers.Of(item);
        if (members.Text("status") == "error" || (members.Text("code") is not null && members.Text("message") is not null))
            ReadError(item, item, envelope);
        else
            envelope.Items.Add((members.Uuid("taskUUID"), members));
    }

    private bool ReadErrors(JsonElement owner, Envelope envelope)
    {
        bool found = false;
        foreach (string name in (ReadOnlySpan<string>)["errors", "error"])
        {
            if (!owner.TryGetProperty(name, out JsonElement errors))
                continue;
            found = true;
            switch (errors.ValueKind)
            {
                case JsonValueKind.Null or JsonValueKind.False:
                    break;
                case JsonValueKind.Array:
                    foreach (JsonElement error in errors.EnumerateArray())
                        ReadError(error, owner, envelope);
                    break;
                case JsonValueKind.True:
                    // An older form: { "error": true, "errorMessage": "..." }.
                    ReadError(owner, owner, envelope);
                    break;
                default:
                    ReadError(errors, owner, envelope);
                    break;
            }
        }

        return found;
    }

    private void ReadError(JsonElement error, JsonElement owner, Envelope envelope) =>
        envelope.Errors.Add(ServiceErrorReader.Read(Masked(error), owner, envelope.Status));

    // Errors end up in messages, and a server may well quote the key that it refuses.
    private JsonElement Masked(JsonElement error)
    {
        if (key is null)
            return error;
        string text = Plain(error);
        string safe = key.Mask(text);
        if (safe == text)
            return error;
        using JsonDocument masked = JsonDocument.Parse(safe, _options);
        return masked.RootElement.Clone();
    }

    // The text without escapes, behind which a key would hide.
    private static string Plain(JsonElement element)
    {
        string text = element.GetRawText();
        if (!text.Contains('\\', StringComparison.Ordinal))
            return text;
        try
        {
            var plain = new ArrayBufferWriter<byte>();
            using (var writer = new Utf8JsonWriter(plain, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
                element.WriteTo(writer);
            return Encoding.UTF8.GetString(plain.WrittenSpan);
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair stands in it, and no text can be made of that.
            return text;
        }
    }
}
