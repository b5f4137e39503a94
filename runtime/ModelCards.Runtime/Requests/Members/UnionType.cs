using System.Text.Json;

namespace ModelCards.Requests.Members;

/// <summary>A member that holds a value of one of several types.</summary>
internal sealed class UnionType<T>(MemberType[] branches) : MemberType
    where T : UnionValue, IUnionValue<T>
{
    internal override string Expected => string.Join(" or ", branches.Select(branch => branch.Expected));

    internal override bool TryRead(JsonElement element, out Slot slot)
    {
        foreach (MemberType branch in branches)
        {
            if (branch.TryRead(element, out Slot inner))
            {
                T union = T.New();
                union.Value = inner;
                slot = new Slot(SlotKind.Union, union);
                return true;
            }
        }

        slot = default;
        return false;
    }
}
