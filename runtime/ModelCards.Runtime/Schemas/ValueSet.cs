using System.Text.Json;
using ModelCards.Requests;
using ModelCards.Requests.Members;

namespace ModelCards.Schemas;

/// <summary>The values that <c>enum</c> or <c>const</c> allows.</summary>
internal sealed class ValueSet
{
    private readonly HashSet<string> _texts = new(StringComparer.Ordinal);
    private readonly List<Slot> _others = [];
    private Ordinals? _ordinals;

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

    public bool Allows(bool value)
    {
        foreach (Slot other in _others)
        {
            if (other.Kind == SlotKind.Boolean && other.Boolean == value)
                return true;
        }

        return false;
    }

    /// <summary>Whether a value of a generated enum is allowed. A set meets one enum as a rule, so one answer is kept.</summary>
    public bool Allows(EnumTexts texts, long ordinal)
    {
        Ordinals? known = _ordinals;
        if (known is null || known.Texts != texts)
            _ordinals = known = new Ordinals(texts, this);
        return texts.Defines(ordinal) && known.Allowed[ordinal];
    }

    public IEnumerable<string> Texts => Values.Select(value => value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText());

    private sealed class Ordinals(EnumTexts texts, ValueSet set)
    {
        public EnumTexts Texts => texts;

        public bool[] Allowed { get; } = Array.ConvertAll(
            texts.Values,
            value => value.Kind == SlotKind.Text ? set.ContainsText((string)value.Reference!) : set.Contains(value));
    }
}
