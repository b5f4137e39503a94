using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ModelCards.Requests.Members;

/// <summary>The wire values of a closed set, by ordinal of the generated enum.</summary>
internal sealed class EnumTexts
{
    private readonly Dictionary<string, int> _ordinals = new(StringComparer.Ordinal);
    private readonly string[] _texts;

    public EnumTexts(Type type, string[] texts)
    {
        Type = type;
        _texts = texts;
        Json = Array.ConvertAll(texts, text => Encoding.UTF8.GetBytes($"\"{JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\""));
        for (int i = 0; i < texts.Length; i++)
            _ordinals.Add(texts[i], i);
    }

    public EnumTexts(Type type, long[] numbers)
        : this(type, Array.ConvertAll(numbers, number => number.ToString(System.Globalization.CultureInfo.InvariantCulture)))
    {
        Numbers = numbers;
        Json = Array.ConvertAll(_texts, Encoding.UTF8.GetBytes);
    }

    /// <summary>The generated enum.</summary>
    public Type Type { get; }

    /// <summary>The values where the set is one of integers, else null.</summary>
    public long[]? Numbers { get; }

    /// <summary>The values as JSON.</summary>
    public byte[][] Json { get; }

    public bool TryGetOrdinal(string text, out int ordinal) => _ordinals.TryGetValue(text, out ordinal);

    /// <summary>Every value on the wire.</summary>
    public Slot[] Values => [.. Enumerable.Range(0, _texts.Length).Select(ordinal => Value(ordinal))];

    public bool Defines(long ordinal) => (ulong)ordinal < (ulong)_texts.Length;

    /// <summary>The value on the wire; an undefined enum value gives its number, which no closed set holds.</summary>
    public Slot Value(long ordinal)
    {
        if (!Defines(ordinal))
            return Slot.Of(ordinal.ToString(System.Globalization.CultureInfo.InvariantCulture));
        return Numbers is null ? Slot.Of(_texts[ordinal]) : Slot.Of(Numbers[ordinal]);
    }

    public override string ToString() => string.Join(", ", _texts);
}
