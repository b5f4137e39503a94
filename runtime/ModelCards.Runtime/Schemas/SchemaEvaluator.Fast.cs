using ModelCards.Requests;
using ModelCards.Requests.Members;

namespace ModelCards.Schemas;

internal sealed partial class SchemaEvaluator
{
    private enum Verdict
    {
        /// <summary>The full evaluation has to tell.</summary>
        Unknown,
        Accepts,
        Refuses,
    }

    /// <summary>
    /// The verdict on the usual value of a plain parameter, without a look at where it stands. Bounds set by other values
    /// are left to the caller.
    /// </summary>
    private static Verdict Glance(Schema schema, in Slot slot)
    {
        if (slot.Kind == SlotKind.Media)
            return ((MediaInput)slot.Reference!).AcceptedBy == schema ? Verdict.Accepts : Verdict.Unknown;
        if (!schema.IsPlain)
            return Verdict.Unknown;
        switch (slot.Kind)
        {
            case SlotKind.Integer when Takes(schema, SchemaTypes.Integer | SchemaTypes.Number) && schema.Allowed is null:
                return schema.Range is null ? Verdict.Accepts
                    : schema.Range.IntegersAreFast ? Of(schema.Range.SurelyAccepts(slot.Low))
                    : Verdict.Unknown;
            case SlotKind.Decimal when Takes(schema, SchemaTypes.Number) && schema.Allowed is null:
                return schema.Range is null || schema.Range.SurelyAccepts(slot.Decimal) ? Verdict.Accepts : Verdict.Unknown;
            case SlotKind.Boolean when Takes(schema, SchemaTypes.Boolean):
                return schema.Allowed is null ? Verdict.Accepts : Of(schema.Allowed.Allows(slot.Boolean));
            case SlotKind.Text when Takes(schema, SchemaTypes.String):
                return GlanceAtText(schema, (string)slot.Reference!);
            case SlotKind.Enum when Takes(schema, SchemaTypes.String) && !schema.HasStringRules && schema.Allowed is { } set:
                return slot.Reference is EnumTexts { Numbers: null } texts ? Of(set.Allows(texts, slot.Low)) : Verdict.Unknown;
            case SlotKind.Uuid or SlotKind.FreshUuid when Takes(schema, SchemaTypes.String):
                bool isFree = schema.Allowed is null && schema.Pattern is null && schema.MinLength <= 36 && schema.MaxLength >= 36;
                return isFree && schema.Format is (null or "uuid") ? Verdict.Accepts : Verdict.Unknown;
            case SlotKind.Uri when Takes(schema, SchemaTypes.String):
                bool hasFormatOnly = schema.Allowed is null && schema.Pattern is null && schema.MinLength == 0 && schema.MaxLength == int.MaxValue;
                return hasFormatOnly && (schema.Format is null || (schema.Format == "uri" && slot.Low == 1)) ? Verdict.Accepts : Verdict.Unknown;
            default:
                return Verdict.Unknown;
        }
    }

    private static Verdict Of(bool accepts) => accepts ? Verdict.Accepts : Verdict.Refuses;

    private static bool Takes(Schema schema, SchemaTypes types) => schema.Types == SchemaTypes.Any || (schema.Types & types) != 0;

    private static Verdict GlanceAtText(Schema schema, string text)
    {
        if (schema.Allowed is { } allowed)
            return schema.HasStringRules ? Verdict.Unknown : Of(ReferenceEquals(allowed.OnlyText, text) || allowed.ContainsText(text));
        // Half a surrogate pair and doubtful lengths are for the full evaluation.
        bool isSure = schema.Format is null && text.Length <= schema.MaxLength && text.Length >= (long)schema.MinLength * 2
            && !Surrogates.AreIn(text)
            && (schema.Pattern is null || schema.Pattern.IsMatch(text));
        return isSure ? Verdict.Accepts : Verdict.Unknown;
    }
}
