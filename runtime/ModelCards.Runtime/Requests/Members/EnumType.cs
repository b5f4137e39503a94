using System.Text.Json;

namespace ModelCards.Requests.Members;

/// <summary>A member that holds one of a closed set of values.</summary>
internal sealed class EnumType<T>(EnumTexts texts) : MemberType
    where T : struct, Enum
{
    internal override EnumTexts EnumTexts => texts;

    internal override string Expected => $"one of {texts}";

    internal override bool TryRead(JsonElement element, out Slot slot)
    {
        slot = default;
        string? text = element.ValueKind switch
        {
            JsonValueKind.String when texts.Numbers is null => element.GetString(),
            JsonValueKind.Number when texts.Numbers is not null && ScalarType.ReadInt64(element, out Slot number) =>
                number.Low.ToString(System.Globalization.CultureInfo.InvariantCulture),
            _ => null,
        };
        if (text is null || !texts.TryGetOrdinal(text, out int ordinal))
            return false;
        slot = new Slot(SlotKind.Enum, texts, ordinal);
        return true;
    }
}
