using System.Text.Json;
using ModelCards.Schemas;
using ModelCards.Writing;

namespace ModelCards.Requests.Members;

/// <summary>A member that holds one number, text, UUID, URI, switch, medium or untyped JSON value.</summary>
internal sealed class ScalarType(string expected, ScalarType.Reader reader, Slot initial = default) : MemberType
{
    private const int ShortNumber = 28;

    internal delegate bool Reader(JsonElement element, out Slot slot);

    internal override Slot Initial => initial;

    internal override string Expected => expected;

    internal override bool TryRead(JsonElement element, out Slot slot) => reader(element, out slot);

    internal static bool ReadBoolean(JsonElement element, out Slot slot)
    {
        slot = element.ValueKind is JsonValueKind.True or JsonValueKind.False ? Slot.Of(element.GetBoolean()) : default;
        return !slot.IsAbsent;
    }

    internal static bool ReadInt32(JsonElement element, out Slot slot) =>
        ReadInt64(element, out slot) && slot.Low is >= int.MinValue and <= int.MaxValue;

    internal static bool ReadInt64(JsonElement element, out Slot slot)
    {
        slot = default;
        if (element.ValueKind != JsonValueKind.Number)
            return false;
        slot = Slot.FromJson(element);
        if (slot.Kind == SlotKind.Integer)
            return true;
        // 28.0 and 2.8e1 are integers too.
        bool whole = TryGetExactly(element, out decimal number) && number == decimal.Truncate(number)
            && number is >= long.MinValue and <= long.MaxValue;
        slot = whole ? Slot.Of((long)number) : default;
        return whole;
    }

    internal static bool ReadDecimal(JsonElement element, out Slot slot)
    {
        slot = default;
        if (element.ValueKind != JsonValueKind.Number || !TryGetExactly(element, out decimal number))
            return false;
        slot = Slot.Of(number);
        return true;
    }

    /// <summary>A decimal has room for 28 digits: 1e-30 would be read as the 0 that it is not.</summary>
    private static bool TryGetExactly(JsonElement element, out decimal number)
    {
        if (!element.TryGetDecimal(out number))
            return false;
        string text = element.GetRawText();
        return (text.Length <= ShortNumber && !text.AsSpan().ContainsAny('e', 'E')) || ExactNumber.Parse(text).Equals(Instance.NumberOf(Slot.Of(number)));
    }

    internal static bool ReadDouble(JsonElement element, out Slot slot)
    {
        slot = default;
        if (element.ValueKind != JsonValueKind.Number || !element.TryGetDouble(out double number) || !double.IsFinite(number))
            return false;
        slot = Slot.Of(number);
        return true;
    }

    internal static bool ReadText(JsonElement element, out Slot slot)
    {
        slot = element.ValueKind == JsonValueKind.String ? Slot.Of(element.GetString()!) : default;
        return !slot.IsAbsent;
    }

    internal static bool ReadUuid(JsonElement element, out Slot slot)
    {
        slot = default;
        if (element.ValueKind != JsonValueKind.String || !Formats.IsUuid(element.GetString()!))
            return false;
        slot = Slot.Of(element.GetGuid());
        return true;
    }

    /// <summary>A text that would be sent in other letters is refused: what is read is what is judged.</summary>
    internal static bool ReadUri(JsonElement element, out Slot slot)
    {
        slot = default;
        if (element.ValueKind != JsonValueKind.String || !Uri.TryCreate(element.GetString(), UriKind.RelativeOrAbsolute, out Uri? uri)
            || UriText.Of(uri) != element.GetString())
            return false;
        slot = Slot.Of(uri);
        return true;
    }

    internal static bool ReadMedia(JsonElement element, out Slot slot)
    {
        slot = element.ValueKind == JsonValueKind.String ? new Slot(SlotKind.Media, MediaInput.FromText(element.GetString()!)) : default;
        return !slot.IsAbsent;
    }

    internal static bool ReadNull(JsonElement element, out Slot slot)
    {
        slot = element.ValueKind == JsonValueKind.Null ? new Slot(SlotKind.Null) : default;
        return !slot.IsAbsent;
    }

    internal static bool ReadJson(JsonElement element, out Slot slot)
    {
        slot = new Slot(SlotKind.Json, element.Clone());
        return true;
    }
}
