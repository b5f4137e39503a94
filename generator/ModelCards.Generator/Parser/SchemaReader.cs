using System.Text;
using System.Text.Json;
using ModelCards.Generator.Diagnostics;

namespace ModelCards.Generator.Parser;

/// <summary>Turns the text of a file into positioned nodes. The only place that names <see cref="Utf8JsonReader"/>.</summary>
internal static class SchemaReader
{
    public const int MaxDepth = 64;
    public const int MaxBytes = 4 * 1024 * 1024;

    private static readonly string[] DefinitionMembers = ["$schema", "$id", "$comment", "title", "description", "$defs"];

    /// <summary>Reads a file; null when it cannot be read, which is then reported.</summary>
    public static JsonNode? Read(CardFile file, DiagnosticBag diagnostics)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(file.Text);
        if (bytes.Length > MaxBytes)
        {
            diagnostics.Report(DiagnosticDescriptors.TooLarge, file.Locate(0, 0), $"{bytes.Length} bytes long; {MaxBytes} are the most that is read");
            return null;
        }

        try
        {
            var reader = new Utf8JsonReader(bytes, new JsonReaderOptions { MaxDepth = MaxDepth });
            reader.Read();
            JsonNode root = ReadValue(file, ref reader, diagnostics);
            reader.Read();
            return root;
        }
        catch (JsonException error)
        {
            int offset = OffsetOf(bytes, error.LineNumber ?? 0, error.BytePositionInLine ?? 0);
            bool tooDeep = error.Message.Contains("depth");
            if (tooDeep)
                diagnostics.Report(DiagnosticDescriptors.TooLarge, file.Locate(offset, offset), $"nested deeper than {MaxDepth} levels");
            else
                diagnostics.Report(DiagnosticDescriptors.InvalidJson, file.Locate(offset, Math.Min(offset + 1, bytes.Length)), FirstSentence(error.Message));
            return null;
        }
    }

    /// <summary>Whether the root has $defs and nothing that makes a card.</summary>
    public static bool HasOnlyDefinitions(string text)
    {
        try
        {
            var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(text), new JsonReaderOptions { MaxDepth = MaxDepth });
            bool hasDefinitions = false;
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
                return false;
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                string name = reader.GetString()!;
                hasDefinitions |= name == "$defs";
                if (Array.IndexOf(DefinitionMembers, name) < 0)
                    return false;
                reader.Skip();
            }

            return hasDefinitions;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static JsonNode ReadValue(CardFile file, ref Utf8JsonReader reader, DiagnosticBag diagnostics)
    {
        int start = (int)reader.TokenStartIndex;
        JsonNode node;
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                node = new JsonNode(file, JsonKind.Object, start);
                ReadMembers(node, ref reader, diagnostics);
                break;
            case JsonTokenType.StartArray:
                node = new JsonNode(file, JsonKind.Array, start);
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                    node.Items.Add(ReadValue(file, ref reader, diagnostics));
                break;
            case JsonTokenType.String:
                node = new JsonNode(file, JsonKind.Text, start) { Text = GetText(ref reader) };
                break;
            case JsonTokenType.Number:
                node = new JsonNode(file, JsonKind.Number, start) { Text = Encoding.ASCII.GetString(reader.ValueSpan.ToArray()) };
                break;
            default:
                node = new JsonNode(file, reader.TokenType == JsonTokenType.True ? JsonKind.True : reader.TokenType == JsonTokenType.False ? JsonKind.False : JsonKind.Null, start);
                break;
        }

        node.End = (int)reader.BytesConsumed;
        return node;
    }

    private static void ReadMembers(JsonNode node, ref Utf8JsonReader reader, DiagnosticBag diagnostics)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            int start = (int)reader.TokenStartIndex;
            // The token of a name ends behind its closing quote; the colon is not part of it.
            int end = start + reader.ValueSpan.Length + 2;
            string name = GetText(ref reader);
            if (!names.Add(name))
                diagnostics.Report(DiagnosticDescriptors.DuplicateProperty, node.File.Locate(start, end), name);
            reader.Read();
            node.Members.Add(new JsonMember(name, start, end, ReadValue(node.File, ref reader, diagnostics)));
        }
    }

    private static string GetText(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair, written as an escape: JSON allows it, text does not.
            throw new JsonException("A string holds half of a surrogate pair.", null, LineOf(reader), 0);
        }
    }

    // A negative line carries the offset of the token, which is all that is known here.
    private static long LineOf(Utf8JsonReader reader) => reader.TokenStartIndex < 0 ? 0 : -reader.TokenStartIndex - 1;

    private static int OffsetOf(byte[] bytes, long line, long position)
    {
        if (line < 0)
            return (int)(-line - 1);
        int offset = 0;
        for (long i = 0; i < line && offset < bytes.Length; i++)
            offset = Array.IndexOf(bytes, (byte)'\n', offset) + 1;
        return (int)Math.Min(offset + position, bytes.Length);
    }

    private static string FirstSentence(string message)
    {
        int end = message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return (end < 0 ? message : message.Substring(0, end)).TrimEnd('.');
    }
}
