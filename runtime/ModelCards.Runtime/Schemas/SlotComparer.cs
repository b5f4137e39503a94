using ModelCards.Requests;

namespace ModelCards.Schemas;

/// <summary>Equality of JSON values, for collections.</summary>
internal sealed class SlotComparer : IEqualityComparer<Slot>
{
    public static readonly SlotComparer Instance = new();

    public bool Equals(Slot x, Slot y) => SlotEquality.AreEqual(x, y);

    public int GetHashCode(Slot obj) => SlotEquality.HashOf(obj);
}
