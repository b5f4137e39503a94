using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ModelCards.Emulator.Journal.Hiding;

/// <summary>Notes, token by token, what of a frame is to be replaced.</summary>
internal class FrameMarks(SecretText secrets)
{
    protected const string Mask = $"\"{KnownKeys.Mask}\"";

    private readonly List<Mark> _marks = [];

    public FrameFacts Facts { get; } = new(secrets);

    /// <summary>The name of the member that is being read.</summary>
    protected string Name { get; private set; } = "";

    /// <summary>Reads on, by a token or by all that has to be masked as one; false at the end.</summary>
    public bool Take(ref Utf8JsonReader reader)
    {
        if (!reader.Read())
            return false;
        switch (reader.TokenType)
        {
            case JsonTokenType.PropertyName:
                Name = LooseText.Read(reader.ValueSpan);
                TakeText(ref reader, Name);
                return !SecretNames.Has(Name) || TakeSecret(ref reader);
            case JsonTokenType.String or JsonTokenType.Number:
                string text = LooseText.Read(reader.ValueSpan);
                TakeText(ref reader, text);
                if (reader.TokenType == JsonTokenType.String)
                    Facts.Take(Name, text);
                return true;
            default:
                TakeStructure(ref reader);
                return true;
        }
    }

    /// <summary>The text as it may be shown.</summary>
    public string Apply(ReadOnlySpan<byte> text)
    {
        var result = new StringBuilder(text.Length);
        int done = 0;
        foreach (Mark mark in _marks)
        {
            if (ReplacementOf(mark) is not { } replacement || mark.Start < done || mark.End > text.Length)
                continue;
            result.Append(Encoding.UTF8.GetString(text[done..mark.Start])).Append(replacement);
            done = mark.End;
        }

        return result.Append(Encoding.UTF8.GetString(text[done..])).ToString();
    }

    /// <summary>An object or array begins or ends, or there is a value without text.</summary>
    protected virtual void TakeStructure(ref Utf8JsonReader reader)
    {
    }

    /// <summary>A string that stands where a key belongs.</summary>
    protected virtual void TakeKey(string key)
    {
    }

    /// <summary>A name, a string or a number, where there is something to hide in it.</summary>
    protected virtual void TakeText(ref Utf8JsonReader reader, string text)
    {
        string hidden = secrets.Hide(text);
        if (hidden != text)
            Add(ref reader, $"\"{JsonEncodedText.Encode(Encoding.UTF8.GetBytes(hidden), JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"", 0);
    }

    protected virtual string? ReplacementOf(Mark mark) => mark.Replacement;

    /// <summary>Marks the token.</summary>
    protected void Add(ref Utf8JsonReader reader, string? replacement, int element)
    {
        int start = (int)reader.TokenStartIndex;
        int quotes = reader.TokenType == JsonTokenType.Number ? 0 : 2;
        _marks.Add(new Mark(start, start + reader.ValueSpan.Length + quotes, replacement, element));
    }

    private bool TakeSecret(ref Utf8JsonReader reader)
    {
        if (!reader.Read())
            return false;
        int start = (int)reader.TokenStartIndex;
        int depth = reader.CurrentDepth;
        do
        {
            if (reader.TokenType == JsonTokenType.String)
                TakeKey(LooseText.Read(reader.ValueSpan));
            if (reader.TokenType is not (JsonTokenType.StartObject or JsonTokenType.StartArray) && reader.CurrentDepth == depth)
                break;
        }
        while (reader.Read());
        if (reader.CurrentDepth > depth || reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
            return false;
        _marks.Add(new Mark(start, (int)reader.BytesConsumed, Mask, 0));
        return true;
    }

    /// <summary>A part of the frame, and what stands in its place: null when that depends on the task that it is in.</summary>
    protected readonly record struct Mark(int Start, int End, string? Replacement, int Element);
}
