using System.Text.Json;

namespace ModelCards.Requests.Members;

/// <summary>A member that holds a nested object.</summary>
internal sealed class ObjectType<T> : MemberType
    where T : RequestObject, IRequestObject<T>
{
    internal static readonly ObjectType<T> Instance = new();

    internal override string Expected => "an object";

    internal override bool TryRead(JsonElement element, out Slot slot)
    {
        slot = default;
        if (element.ValueKind != JsonValueKind.Object)
            return false;
        slot = new Slot(SlotKind.Object, RequestReader.Read<T>(element));
        return true;
    }
}
