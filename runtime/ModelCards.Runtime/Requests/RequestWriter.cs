using System.Globalization;
using System.Text.Json;
using ModelCards.Media;
using ModelCards.Requests.Members;

namespace ModelCards.Requests;

/// <summary>Writes requests as JSON.</summary>
internal readonly struct RequestWriter(Utf8JsonWriter writer, Guid taskUuid, MediaSplices? splices)
{
    public void Write(RequestObject value)
    {
        writer.WriteStartObject();
        Slot[] slots = value.Slots;
        JsonEncodedText[] names = value.Layout.EncodedNames;
        for (int i = 0; i < slots.Length; i++)
        {
            ref readonly Slot slot = ref slots[i];
            switch (slot.Kind)
            {
                case SlotKind.None:
                    break;
                case SlotKind.Integer:
                    writer.WriteNumber(names[i], slot.Low);
                    break;
                case SlotKind.Decimal:
                    writer.WriteNumber(names[i], slot.Decimal);
                    break;
                case SlotKind.Boolean:
                    writer.WriteBoolean(names[i], slot.Boolean);
                    break;
                case SlotKind.Text:
                    writer.WriteString(names[i], (string)slot.Reference!);
                    break;
                default:
                    writer.WritePropertyName(names[i]);
                    Write(in slot);
                    break;
            }
        }

        if (value.Extra is { } extra)
        {
            foreach ((string name, JsonElement element) in extra.Values)
            {
                writer.WritePropertyName(name);
                element.WriteTo(writer);
            }
        }

        writer.WriteEndObject();
    }

    private void Write(in Slot slot)
    {
        switch (slot.Kind)
        {
            case SlotKind.None or SlotKind.Null:
                writer.WriteNullValue();
                break;
            case SlotKind.Boolean:
                writer.WriteBooleanValue(slot.Boolean);
                break;
            case SlotKind.Integer:
                writer.WriteNumberValue(slot.Low);
                break;
            case SlotKind.Decimal:
                writer.WriteNumberValue(slot.Decimal);
                break;
            case SlotKind.Double:
                WriteDouble(slot.Double);
                break;
            case SlotKind.NumberText:
                writer.WriteRawValue((string)slot.Reference!);
                break;
            case SlotKind.Text:
                writer.WriteStringValue((string)slot.Reference!);
                break;
            case SlotKind.Uuid:
                writer.WriteStringValue(slot.Uuid);
                break;
            case SlotKind.FreshUuid:
                writer.WriteStringValue(taskUuid);
                break;
            case SlotKind.Uri:
                writer.WriteStringValue(UriText.Of((Uri)slot.Reference!));
                break;
            case SlotKind.Media:
                ((MediaInput)slot.Reference!).WriteTo(writer, splices);
                break;
            case SlotKind.Enum:
                WriteEnum((EnumTexts)slot.Reference!, slot.Low);
                break;
            case SlotKind.Object:
                Write((RequestObject)slot.Reference!);
                break;
            case SlotKind.Union:
                Write(((UnionValue)slot.Reference!).Value);
                break;
            case SlotKind.List:
                WriteList((RequestList)slot.Reference!);
                break;
            case SlotKind.Json:
                ((JsonElement)slot.Reference!).WriteTo(writer);
                break;
        }
    }

    private void WriteList(RequestList list)
    {
        writer.WriteStartArray();
        foreach (ref readonly Slot item in list.Slots.AsSpan())
            Write(in item);
        writer.WriteEndArray();
    }

    private void WriteEnum(EnumTexts texts, long ordinal)
    {
        if (texts.Numbers is { } numbers && texts.Defines(ordinal))
            writer.WriteNumberValue(numbers[ordinal]);
        else if (texts.Defines(ordinal))
            writer.WriteStringValue(texts.Encoded[ordinal]);
        else
            writer.WriteStringValue(ordinal.ToString(CultureInfo.InvariantCulture));
    }

    private void WriteDouble(double value)
    {
        // JSON has no such numbers; validation refuses them, and an unchecked request must not break the writer.
        if (double.IsFinite(value))
            writer.WriteNumberValue(value);
        else
            writer.WriteStringValue(value.ToString(CultureInfo.InvariantCulture));
    }
}
