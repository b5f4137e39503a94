using System.Text.Json;

namespace ModelCards.Requests.Members;

/// <summary>A member that holds a list.</summary>
internal sealed class ListType<T>(MemberType item) : MemberType
{
    internal override EnumTexts? EnumTexts => item.EnumTexts;

    internal override string Expected => $"an array whose items are each {item.Expected}";

    internal override bool TryRead(JsonElement element, out Slot slot)
    {
        slot = default;
        if (element.ValueKind != JsonValueKind.Array)
            return false;
        var slots = new Slot[element.GetArrayLength()];
        int index = 0;
        foreach (JsonElement value in element.EnumerateArray())
        {
            slots[index] = item.Read(value, $"[{index}]");
            index++;
        }

        slot = new Slot(SlotKind.List, new RequestList<T>(slots));
        return true;
    }
}
