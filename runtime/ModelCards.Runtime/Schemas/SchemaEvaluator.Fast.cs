using ModelCards.Requests;
using ModelCards.Requests.Members;

namespace ModelCards.Schemas;

internal sealed partial class SchemaEvaluator
{
    /// <summary>
    /// True for the usual valid value of a plain parameter, without a look at where it stands. False says nothing:
    /// the full evaluation decides.
    /// </summary>
    internal static bool SurelyAccepts(Schema schema, in Slot slot)
    {
        if (slot.Kind == SlotKind.Media)
            return ((MediaInput)slot.Reference!).AcceptedBy == schema;
        if (!schema.IsPlain)
            return false;
        switch (slot.Kind)
        {
            case SlotKind.Integer:
                return Takes(schema, SchemaTypes.Integer | SchemaTypes.Number) && schema.Allowed is null
                    && (schema.Range is not { } integers || integers.SurelyAccepts(slot.Low));
            case SlotKind.Decimal:
                return Takes(schema, SchemaTypes.Number) && schema.Allowed is null
                    && (schema.Range is not { } decimals || decimals.SurelyAccepts(slot.Decimal));
            case SlotKind.Boolean:
                return Takes(schema, SchemaTypes.Boolean) && schema.Allowed is null;
            case SlotKind.Text:
                return Takes(schema, SchemaTypes.String) && SurelyAcceptsText(schema, (string)slot.Reference!);
            case SlotKind.Enum:
                return Takes(schema, SchemaTypes.String) && !schema.HasStringRules && schema.Allowed is { } set
                    && slot.Reference is EnumTexts { Numbers: null } texts && texts.Defines(slot.Low) && set.ContainsAll(texts);
            case SlotKind.Uuid or SlotKind.FreshUuid:
                return Takes(schema, SchemaTypes.String) && schema.Allowed is null && schema.Pattern is null
                    && schema.MinLength <= 36 && schema.MaxLength >= 36 && schema.Format is (null or "uuid");
            case SlotKind.Uri:
                return Takes(schema, SchemaTypes.String) && schema.Allowed is null && schema.Pattern is null
                    && schema.MinLength == 0 && schema.MaxLength == int.MaxValue && (schema.Format is null || (schema.Format == "uri" && slot.Low == 1));
            default:
                return false;
        }
    }

    private static bool Takes(Schema schema, SchemaTypes types) => schema.Types == SchemaTypes.Any || (schema.Types & types) != 0;

    private static bool SurelyAcceptsText(Schema schema, string text)
    {
        if (schema.Allowed is { } allowed)
            return !schema.HasStringRules && (ReferenceEquals(allowed.OnlyText, text) || allowed.ContainsText(text));
        // Half a surrogate pair and doubtful lengths are for the full evaluation.
        return schema.Format is null && text.Length <= schema.MaxLength && text.Length >= (long)schema.MinLength * 2
            && text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF') < 0
            && (schema.Pattern is null || schema.Pattern.IsMatch(text));
    }
}
