using System.Globalization;
using ModelCards.Requests;

namespace ModelCards.Schemas;

internal sealed partial class SchemaEvaluator
{
    private bool EvaluateArray(Schema schema, in Slot value)
    {
        int count = Instance.CountOf(value);
        bool ok = (count >= schema.MinItems && count <= schema.MaxItems)
            || (!Silent && Fail(
                count < schema.MinItems ? "minItems" : "maxItems",
                value,
                string.Create(CultureInfo.InvariantCulture, $"{Here} must have {Sentences.Count(schema.MinItems, schema.MaxItems, "item")}, but has {count}.")));
        if (!ok && Silent)
            return false;
        if (schema.Items is not null || schema.PrefixItems.Length > 0)
            ok &= EvaluateItems(schema, value);
        if (schema.Contains is { } contains)
            ok &= EvaluateContains(schema, contains, value);
        if (schema.UniqueItems)
            ok &= HasUniqueItems(value) || (!Silent && Fail("uniqueItems", value, $"{Here} must not hold the same item twice."));
        return ok;
    }

    private bool EvaluateItems(Schema schema, in Slot array)
    {
        bool ok = true;
        if (array.Kind == SlotKind.List)
        {
            Slot[] items = ((RequestList)array.Reference!).Slots;
            for (int i = 0; i < items.Length && (ok || !Silent); i++)
                ok &= EvaluateItem(schema, array, items[i], i);
            return ok;
        }

        int index = 0;
        foreach (Slot item in Instance.ItemsOf(array))
        {
            ok &= EvaluateItem(schema, array, item, index++);
            if (!ok && Silent)
                return false;
        }

        return ok;
    }

    private bool EvaluateItem(Schema schema, in Slot array, in Slot item, int index)
    {
        Schema? itemSchema = index < schema.PrefixItems.Length ? schema.PrefixItems[index] : schema.Items;
        if (itemSchema is null || (itemSchema.RelativeBounds.Length == 0 && Glance(itemSchema, in item) == Verdict.Accepts))
            return true;
        _path.Enter(array, null, index);
        bool ok = Evaluate(itemSchema, item);
        _path.Leave();
        return ok;
    }

    private bool EvaluateContains(Schema schema, Schema contains, in Slot array)
    {
        int matches = 0;
        int index = 0;
        foreach (Slot item in Instance.ItemsOf(array))
        {
            _path.Enter(array, null, index++);
            matches += Matches(contains, item) ? 1 : 0;
            _path.Leave();
        }

        return (matches >= schema.MinContains && matches <= schema.MaxContains)
            || (!Silent && Fail("contains", array, Sentences.Contains(
                contains,
                Here,
                Sentences.Count(schema.MinContains, schema.MaxContains, "item"),
                matches.ToString(CultureInfo.InvariantCulture))));
    }

    private static bool HasUniqueItems(in Slot array)
    {
        var seen = new HashSet<Slot>(SlotComparer.Instance);
        return Instance.ItemsOf(array).All(seen.Add);
    }
}
