using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using ModelCards.Media;
using ModelCards.Requests;
using ModelCards.Requests.Members;

namespace ModelCards.Writing;

/// <summary>Writes requests as JSON.</summary>
internal readonly struct RequestWriter(JsonBuffer buffer, Guid? taskUuid, JavaScriptEncoder encoder, MediaSplices? splices)
{
    public void Write(RequestObject value)
    {
        int start = buffer.Count;
        Slot[] slots = value.Slots;
        byte[][] prefixes = value.Layout.Prefixes;
        for (int i = 0; i < slots.Length; i++)
        {
            ref readonly Slot slot = ref slots[i];
            if (slot.Kind == SlotKind.None)
                continue;
            // Every prefix begins with a comma; the first one is then turned into the opening brace.
            buffer.Write(prefixes[i]);
            Write(in slot);
        }

        if (value.Extra is { } extra)
        {
            foreach ((string name, JsonElement element) in extra.Values)
            {
                buffer.Write((byte)',');
                buffer.WriteText(name, encoder);
                buffer.Write((byte)':');
                WriteJson(element);
            }
        }

        if (buffer.Count == start)
            buffer.Write((byte)'{');
        else
            buffer.Overwrite(start, (byte)'{');
        buffer.Write((byte)'}');
    }

    private void Write(in Slot slot)
    {
        switch (slot.Kind)
        {
            case SlotKind.Boolean:
                buffer.Write(slot.Boolean ? "true"u8 : "false"u8);
                break;
            case SlotKind.Integer:
                buffer.WriteInteger(slot.Low);
                break;
            case SlotKind.Decimal:
                buffer.WriteDecimal(slot.Decimal);
                break;
            case SlotKind.Double when double.IsFinite(slot.Double):
                buffer.WriteDouble(slot.Double);
                break;
            case SlotKind.Double:
                // JSON has no such numbers; validation refuses them, and an unchecked request must still be JSON.
                buffer.WriteText(slot.Double.ToString(CultureInfo.InvariantCulture), encoder);
                break;
            case SlotKind.NumberText:
                buffer.Write(Encoding.ASCII.GetBytes((string)slot.Reference!));
                break;
            case SlotKind.Text:
                buffer.WriteText((string)slot.Reference!, encoder);
                break;
            case SlotKind.Uuid:
                buffer.WriteUuid(slot.Uuid);
                break;
            case SlotKind.FreshUuid:
                buffer.WriteUuid(taskUuid ?? Guid.NewGuid());
                break;
            case SlotKind.Uri:
                buffer.WriteText(UriText.Of((Uri)slot.Reference!), encoder);
                break;
            case SlotKind.Media:
                ((MediaInput)slot.Reference!).WriteTo(buffer, encoder, splices);
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
                WriteJson((JsonElement)slot.Reference!);
                break;
            default:
                buffer.Write("null"u8);
                break;
        }
    }

    private void WriteList(RequestList list)
    {
        buffer.Write((byte)'[');
        for (int i = 0; i < list.Slots.Length; i++)
        {
            if (i > 0)
                buffer.Write((byte)',');
            Write(in list.Slots[i]);
        }

        buffer.Write((byte)']');
    }

    private void WriteEnum(EnumTexts texts, long ordinal)
    {
        if (texts.Defines(ordinal))
            buffer.Write(texts.Json[ordinal]);
        else
            buffer.WriteText(ordinal.ToString(CultureInfo.InvariantCulture), encoder);
    }

    private void WriteJson(JsonElement element) => buffer.Write(Encoding.UTF8.GetBytes(element.GetRawText()));
}
