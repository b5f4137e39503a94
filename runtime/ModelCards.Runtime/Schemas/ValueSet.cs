using System.Text.Json;
using ModelCards.Requests;
using ModelCards.Requests.Members;

namespace ModelCards.Schemas;

/// <summary>The values that <c>enum</c> or <c>const</c> allows.</summary>
internal sealed class ValueSet
{
    private readonly HashSet<string> _texts = new(StringComparer.Ordinal);
    private readonly List<Slot> _others = [];
    private EnumTexts? _acceptedWhole;

    public ValueSet(bool isConst, IEnumerable<JsonElement> values)
    {
        IsConst = isConst;
        foreach (JsonElement value in values)
        {
            Values.Add(value);
            if (value.ValueKind == JsonValueKind.String)
                _texts.Add(value.GetString()!);
            else
                _others.Add(Slot.FromJson(value));
        }

        if (Values is [{ ValueKind: JsonValueKind.String } only])
            OnlyText = string.Intern(only.GetString()!);
    }

    public bool IsConst { get; }

    public List<JsonElement> Values { get; } = [];

    /// <summary>The text, where the set is one text; constants of generated types are this very instance as a rule.</summary>
    public string? OnlyText { get; private set; }

    public bool ContainsText(string text) => _texts.Contains(text);

    public bool Contains(in Slot value)
    {
        foreach (Slot other in _others)
        {
            if (SlotEquality.AreEqual(other, value))
                return true;
        }

        return false;
    }

    /// <summary>Whether every value of a generated enum is allowed; true for the enum that was made from this set.</summary>
    public bool ContainsAll(EnumTexts texts)
    {
        if (_acceptedWhole == texts)
            return true;
        for (int i = 0; texts.Defines(i); i++)
        {
            Slot value = texts.Value(i);
            if (value.Kind == SlotKind.Text ? !ContainsText((string)value.Reference!) : !Contains(value))
                return false;
        }

        _acceptedWhole = texts;
        return true;
    }

    public IEnumerable<string> Texts => Values.Select(value => value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText());
}
