using ModelCards.Requests;

namespace ModelCards.Schemas;

/// <summary>Equality of JSON values: 1 equals 1.0, members have no order.</summary>
internal static class SlotEquality
{
    public static bool AreEqual(Slot left, Slot right)
    {
        left = Instance.Normalise(left);
        right = Instance.Normalise(right);
        SchemaTypes type = Instance.TypeOf(left);
        if (type != Instance.TypeOf(right))
            return false;
        return type switch
        {
            SchemaTypes.Null => true,
            SchemaTypes.Boolean => left.Boolean == right.Boolean,
            SchemaTypes.Number => left.Kind == SlotKind.Integer && right.Kind == SlotKind.Integer
                ? left.Low == right.Low
                : Instance.NumberOf(left).CompareTo(Instance.NumberOf(right)) == 0,
            SchemaTypes.String => string.Equals(Instance.TextOf(left), Instance.TextOf(right), StringComparison.Ordinal),
            SchemaTypes.Array => Instance.ItemsOf(left).SequenceEqual(Instance.ItemsOf(right), Comparer.Instance),
            _ => HaveEqualMembers(left, right),
        };
    }

    private static bool HaveEqualMembers(Slot left, Slot right)
    {
        Dictionary<string, Slot> members = Instance.MembersOf(right).ToDictionary(member => member.Name, member => member.Value);
        int count = 0;
        foreach ((string name, Slot value) in Instance.MembersOf(left))
        {
            count++;
            if (!members.TryGetValue(name, out Slot other) || !AreEqual(value, other))
                return false;
        }

        return count == members.Count;
    }

    private sealed class Comparer : IEqualityComparer<Slot>
    {
        public static readonly Comparer Instance = new();

        public bool Equals(Slot x, Slot y) => AreEqual(x, y);

        public int GetHashCode(Slot obj) => 0;
    }
}
