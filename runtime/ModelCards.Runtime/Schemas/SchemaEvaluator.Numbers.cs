using System.Globalization;
using ModelCards.Requests;

namespace ModelCards.Schemas;

internal sealed partial class SchemaEvaluator
{
    private bool EvaluateNumber(Schema schema, in Slot value)
    {
        if (value.Kind == SlotKind.Double && !double.IsFinite(value.Double))
            return !Silent && Fail("type", value, $"{Here} must be a finite number.");
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

    /// <summary>A bound set by another value holds only where that value is present and a number.</summary>
    private bool EvaluateRelative(RelativeBound bound, in Slot value)
    {
        Slot other = bound.Up < 0 ? _root : _path.Above(bound.Up);
        foreach (MemberTable step in bound.Down)
        {
            other = Instance.Normalise(other);
            if (other.IsAbsent || Instance.TypeOf(other) != SchemaTypes.Object || !Instance.TryGetMember(other, step, out other))
                return true;
        }

        other = Instance.Normalise(other);
        if (Instance.TypeOf(other) != SchemaTypes.Number)
            return true;
        int comparison = value.Kind == SlotKind.Integer && other.Kind == SlotKind.Integer
            ? value.Low.CompareTo(other.Low)
            : Instance.NumberOf(value).CompareTo(Instance.NumberOf(other));
        return bound.Holds(comparison) || (!Silent && Fail(bound.Keyword, value, string.Create(
            CultureInfo.InvariantCulture,
            $"{Here} must be {bound.Relation} {bound.OtherName} ({Instance.NumberText(other)}), but is {Instance.NumberText(value)}.")));
    }
}
