using System.Globalization;
using ModelCards.Requests;

namespace ModelCards.Schemas;

internal sealed partial class SchemaEvaluator
{
    private bool EvaluateNumber(Schema schema, in Slot value)
    {
        bool ok = schema.Range is not { } range || IsInRange(range, value);
        foreach (RelativeBound bound in schema.RelativeBounds)
            ok &= EvaluateRelative(bound, value);
        return ok;
    }

    private bool IsInRange(NumberRange range, in Slot value)
    {
        bool sure = value.Kind switch
        {
            SlotKind.Integer => range.SurelyAccepts(value.Low),
            SlotKind.Decimal => range.SurelyAccepts(value.Decimal),
            SlotKind.Double => range.SurelyAccepts(value.Double),
            _ => false,
        };
        return sure || EvaluateExactly(range, value);
    }

    private bool EvaluateExactly(NumberRange range, in Slot value)
    {
        ExactNumber number = Instance.NumberOf(value);
        bool low = (range.Minimum is null || number.CompareTo(range.Minimum.Exact) >= 0)
            || (!Silent && Fail("minimum", value, Sentences.Below(Here, range, value)));
        low &= (range.ExclusiveMinimum is null || number.CompareTo(range.ExclusiveMinimum.Exact) > 0)
            || (!Silent && Fail("exclusiveMinimum", value, Sentences.Below(Here, range, value)));
        bool high = (range.Maximum is null || number.CompareTo(range.Maximum.Exact) <= 0)
            || (!Silent && Fail("maximum", value, Sentences.Above(Here, range, value)));
        high &= (range.ExclusiveMaximum is null || number.CompareTo(range.ExclusiveMaximum.Exact) < 0)
            || (!Silent && Fail("exclusiveMaximum", value, Sentences.Above(Here, range, value)));
        bool step = (range.Step is null || number.IsMultipleOf(range.Step.Exact))
            || (!Silent && Fail("multipleOf", value, Sentences.OffStep(Here, range, value)));
        return low && high && step;
    }

    /// <summary>The bounds of a member that has not been entered: the object it is in is given.</summary>
    private bool HoldSilently(Schema schema, in Slot value, in Slot container)
    {
        if (Instance.TypeOf(value) != SchemaTypes.Number)
            return true;
        foreach (RelativeBound bound in schema.RelativeBounds)
        {
            Slot start = bound.Up < 0 ? _root : bound.Up == 1 ? container : _path.Above(bound.Up - 1);
            if (Compare(bound, start, value, out _) is { } comparison && !bound.Holds(comparison))
                return false;
        }

        return true;
    }

    private bool EvaluateRelative(RelativeBound bound, in Slot value)
    {
        Slot start = bound.Up < 0 ? _root : _path.Above(bound.Up);
        return Compare(bound, start, value, out Slot other) is not { } comparison || bound.Holds(comparison)
            || (!Silent && Fail(bound.Keyword, value, string.Create(
                CultureInfo.InvariantCulture,
                $"{Here} must be {bound.Relation} {bound.OtherName} ({Instance.NumberText(other)}), but is {Instance.NumberText(value)}.")));
    }

    /// <summary>Compares a number with the one that bounds it; null where that one is absent or no number, and nothing is bounded.</summary>
    private static int? Compare(RelativeBound bound, Slot start, in Slot value, out Slot other)
    {
        other = start;
        foreach (MemberTable step in bound.Down)
        {
            if (other.Kind != SlotKind.Object)
                other = Instance.Normalise(other);
            if (other.IsAbsent || Instance.TypeOf(other) != SchemaTypes.Object || !Instance.TryGetMember(other, step, out other))
                return null;
        }

        if (other.Kind != SlotKind.Integer)
            other = Instance.Normalise(other);
        if (Instance.TypeOf(other) != SchemaTypes.Number || !Instance.IsFinite(other))
            return null;
        return value.Kind == SlotKind.Integer && other.Kind == SlotKind.Integer
            ? value.Low.CompareTo(other.Low)
            : Instance.NumberOf(value).CompareTo(Instance.NumberOf(other));
    }
}
