using System.Text;
using System.Text.Json;
using Microsoft.CodeAnalysis;
using ModelCards.Generator.Diagnostics;

namespace ModelCards.Generator.Parser;

/// <summary>Turns the text of a file into positioned nodes. The only place that names <see cref="Utf8JsonReader"/>.</summary>
internal sealed class SchemaReader
{
    public const int MaxDepth = 64;
    public const int MaxValues = 100_000;
    public const int MaxDigits = 1000;

    private static readonly string[] DefinitionMembers = ["$schema", "$id", "$comment", "title", "description", "$defs"];

    private readonly CardFile _file;
    private readonly DiagnosticBag _diagnostics;
    private int _values;

    private SchemaReader(CardFile file, DiagnosticBag diagnostics) => (_file, _diagnostics) = (file, diagnostics);

    /// <summary>Reads a file; null when it cannot be read, which is then reported.</summary>
    public static JsonNode? Read(CardFile file, DiagnosticBag diagnostics)
    {
        if (file.Length > CardFile.MaxLength)
        {
            string limit = $"{file.Length} characters long; {CardFile.MaxLength} are the most that is read";
            diagnostics.Report(DiagnosticDescriptors.TooLarge, file.Locate(0, 0), limit);
            return null;
        }

        byte[] bytes = Encoding.UTF8.GetBytes(file.Text);
        try
        {
            var reader = new Utf8JsonReader(bytes, new JsonReaderOptions { MaxDepth = MaxDepth });
            reader.Read();
            JsonNode root = new SchemaReader(file, diagnostics).ReadValue(ref reader);
            reader.Read();
            return root;
        }
        catch (Refusal refusal)
        {
            diagnostics.Report(refusal.Descriptor, file.Locate(refusal.Start, refusal.End), refusal.Message);
        }
        catch (JsonException error)
        {
            int offset = OffsetOf(bytes, error.LineNumber ?? 0, error.BytePositionInLine ?? 0);
            if (error.Message.Contains("depth"))
                diagnostics.Report(DiagnosticDescriptors.TooLarge, file.Locate(offset, offset), $"nested deeper than {MaxDepth} levels");
            else
                diagnostics.Report(DiagnosticDescriptors.InvalidJson, file.Locate(offset, offset + 1), FirstSentence(error.Message));
        }

        return null;
    }

    /// <summary>Whether the root has $defs and nothing that makes a card. A broken file counts by what can be read of it.</summary>
    public static bool HasOnlyDefinitions(string text)
    {
        if (!text.Contains("\"$defs\""))
            return false;
        bool hasDefinitions = false;
        try
        {
            var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(text), new JsonReaderOptions { MaxDepth = MaxDepth });
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
                return false;
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                if (!IsDefinitionMember(ref reader))
                    return false;
                hasDefinitions |= reader.ValueTextEquals("$defs");
                reader.Skip();
            }
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            // Reported when the file is read as what it seems to be.
        }

        return hasDefinitions;
    }

    private static bool IsDefinitionMember(ref Utf8JsonReader reader)
    {
        foreach (string name in DefinitionMembers)
        {
            if (reader.ValueTextEquals(name))
                return true;
        }

        return false;
    }

    private JsonNode ReadValue(ref Utf8JsonReader reader)
    {
        int start = (int)reader.TokenStartIndex;
        if (++_values > MaxValues)
            throw new Refusal(DiagnosticDescriptors.TooLarge, $"made of more than {MaxValues} values", start, start);
        JsonNode node;
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                node = new JsonNode(_file, JsonKind.Object, start);
                ReadMembers(node, ref reader);
                break;
            case JsonTokenType.StartArray:
                node = new JsonNode(_file, JsonKind.Array, start);
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                    node.Items.Add(ReadValue(ref reader));
                break;
            case JsonTokenType.String:
                node = new JsonNode(_file, JsonKind.Text, start) { Text = GetText(ref reader) };
                break;
            case JsonTokenType.Number when reader.ValueSpan.Length > MaxDigits:
                string limit = $"too long in a number; {MaxDigits} characters are the most that is read";
                throw new Refusal(DiagnosticDescriptors.TooLarge, limit, start, (int)reader.BytesConsumed);
            case JsonTokenType.Number:
                node = new JsonNode(_file, JsonKind.Number, start) { Text = Encoding.ASCII.GetString(reader.ValueSpan.ToArray()) };
                break;
            default:
                node = new JsonNode(_file, KindOf(reader.TokenType), start);
                break;
        }

        node.End = (int)reader.BytesConsumed;
        return node;
    }

    private static JsonKind KindOf(JsonTokenType word) => word switch
    {
        JsonTokenType.True => JsonKind.True,
        JsonTokenType.False => JsonKind.False,
        _ => JsonKind.Null,
    };

    private void ReadMembers(JsonNode node, ref Utf8JsonReader reader)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            int start = (int)reader.TokenStartIndex;
            // The token of a name ends behind its closing quote; the colon is not part of it.
            int end = start + reader.ValueSpan.Length + 2;
            string name = GetText(ref reader);
            if (!names.Add(name))
                _diagnostics.Report(DiagnosticDescriptors.DuplicateProperty, _file.Locate(start, end), name);
            reader.Read();
            node.Members.Add(new JsonMember(name, start, end, ReadValue(ref reader)));
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
            // JSON allows half of a surrogate pair, written as an escape; text does not.
            int start = (int)reader.TokenStartIndex;
            int end = start + reader.ValueSpan.Length + 2;
            throw new Refusal(DiagnosticDescriptors.InvalidJson, "a string holds half of a surrogate pair", start, end);
        }
    }

    private static int OffsetOf(byte[] bytes, long line, long position)
    {
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

    /// <summary>Ends the reading of a file that is valid JSON and still no text for us.</summary>
    private sealed class Refusal(DiagnosticDescriptor descriptor, string message, int start, int end) : Exception(message)
    {
        public DiagnosticDescriptor Descriptor => descriptor;

        public int Start => start;

        public int End => end;
    }
}
