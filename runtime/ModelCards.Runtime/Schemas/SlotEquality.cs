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
                : Instance.IsFinite(left) && Instance.IsFinite(right) && Instance.NumberOf(left).Equals(Instance.NumberOf(right)),
            SchemaTypes.String => string.Equals(Instance.TextOf(left), Instance.TextOf(right), StringComparison.Ordinal),
            SchemaTypes.Array => Instance.ItemsOf(left).SequenceEqual(Instance.ItemsOf(right), SlotComparer.Instance),
            _ => HaveEqualMembers(left, right),
        };
    }

    /// <summary>A number that equal values share, whatever forms they come in.</summary>
    public static int HashOf(Slot value)
    {
        value = Instance.Normalise(value);
        return Instance.TypeOf(value) switch
        {
            SchemaTypes.Null => 0,
            SchemaTypes.Boolean => value.Boolean ? 1 : 2,
            SchemaTypes.Number => Instance.IsFinite(value) ? Instance.NumberOf(value).GetHashCode() : 3,
            SchemaTypes.String => Instance.TextOf(value).GetHashCode(StringComparison.Ordinal),
            SchemaTypes.Array => Instance.ItemsOf(value).Aggregate(4, (hash, item) => HashCode.Combine(hash, HashOf(item))),
            _ => Members(value).Aggregate(5, (hash, member) => hash ^ HashCode.Combine(member.Key, HashOf(member.Value))),
        };
    }

    private static bool HaveEqualMembers(Slot left, Slot right)
    {
        Dictionary<string, Slot> members = Members(left);
        Dictionary<string, Slot> others = Members(right);
        return members.Count == others.Count
            && members.All(member => others.TryGetValue(member.Key, out Slot other) && AreEqual(member.Value, other));
    }

    /// <summary>Of a name that JSON gives twice, the last one counts.</summary>
    private static Dictionary<string, Slot> Members(Slot value)
    {
        var members = new Dictionary<string, Slot>(StringComparer.Ordinal);
        foreach ((string name, Slot member) in Instance.MembersOf(value))
            members[name] = member;
        return members;
    }
}
