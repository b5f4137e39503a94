using System.Text.Json;
using ModelCards.Schemas;

namespace ModelCards.Cards;

/// <summary>Finds the sizes that a card lists: alternatives that each fix a width and a height.</summary>
internal static class SizeTable
{
    /// <summary>Each size once, in card order; those that hold only under a condition are among them.</summary>
    public static IReadOnlyList<CardSize> Of(Schema schema) => [.. Find(schema).Distinct()];

    private static IEnumerable<CardSize> Find(Schema schema)
    {
        foreach (Schema[] alternatives in (Schema[][])[schema.OneOf, schema.AnyOf])
        {
            CardSize?[] sizes = Array.ConvertAll(alternatives, SizeOf);
            if (sizes.Length > 0 && Array.TrueForAll(sizes, size => size is not null))
            {
                foreach (CardSize? size in sizes)
                    yield return size!;
            }
        }

        Schema?[] parts = [.. schema.AllOf, .. schema.AnyOf, .. schema.OneOf, schema.Then, schema.Else, .. schema.DependentSchemas.Select(rule => rule.Schema)];
        foreach (CardSize size in parts.OfType<Schema>().SelectMany(Find))
            yield return size;
    }

    private static CardSize? SizeOf(Schema alternative) =>
        Side(alternative, "width") is { } width && Side(alternative, "height") is { } height
            ? new CardSize(alternative.Title, width, height)
            : null;

    private static int? Side(Schema alternative, string name) =>
        alternative.Properties is { } properties && properties.TryGet(name, out Schema? side)
        && side!.Allowed is { IsConst: true, Values: [{ ValueKind: JsonValueKind.Number } value] } && value.TryGetInt32(out int pixels)
            ? pixels
            : null;
}
