using System.Globalization;
using ModelCards.Requests;

namespace ModelCards.Schemas;

internal sealed partial class SchemaEvaluator
{
    private bool EvaluateString(Schema schema, in Slot value)
    {
        bool ok = true;
        if (value.Kind is SlotKind.Text or SlotKind.Media && Surrogates.AreBrokenIn(Instance.TextOf(value)))
            ok = Fail("type", value, $"{Here} holds half of a surrogate pair, which JSON text cannot carry.");
        if (!schema.HasStringRules || (schema.Format == "uuid" && IsUuid(value) && schema.Pattern is null && schema.MinLength == 0 && schema.MaxLength == int.MaxValue))
            return ok;
        string text = Instance.TextOf(value);
        ok &= HasLength(schema, text) || (!Silent && Fail(
            CodePoints(text) < schema.MinLength ? "minLength" : "maxLength",
            value,
            string.Create(CultureInfo.InvariantCulture, $"{Here} must have {Sentences.Count(schema.MinLength, schema.MaxLength, "character")}, but has {CodePoints(text)}.")));
        if (schema.Format is { } format)
            ok &= Formats.Accepts(format, text) || (!Silent && Fail("format", value, $"{Here} must be {Sentences.Format(format)}, but is {Instance.Show(value)}."));
        if (schema.Pattern is { } pattern)
            ok &= pattern.IsMatch(text) || (!Silent && Fail("pattern", value, $"{Here} must match {pattern.Source}, but is {Instance.Show(value)}."));
        return ok;
    }

    private static bool IsUuid(in Slot value) => value.Kind is SlotKind.Uuid or SlotKind.FreshUuid;

    /// <summary>Counts code points only where the number of UTF-16 units leaves a doubt.</summary>
    private static bool HasLength(Schema schema, string text)
    {
        if (text.Length <= schema.MaxLength && text.Length / 2 >= schema.MinLength)
            return true;
        int length = CodePoints(text);
        return length >= schema.MinLength && length <= schema.MaxLength;
    }

    private static int CodePoints(string text)
    {
        if (!Surrogates.AreIn(text))
            return text.Length;
        int pairs = 0;
        for (int i = 0; i + 1 < text.Length; i++)
        {
            if (char.IsSurrogatePair(text[i], text[i + 1]))
            {
                pairs++;
                i++;
            }
        }

        return text.Length - pairs;
    }
}
