using System.Text.Json;
using ModelCards.Cards;
using ModelCards.Emulator.Tasks;

namespace ModelCards.Emulator.Utilities;

/// <summary><c>modelSearch</c> among the cards of the emulator.</summary>
internal sealed class ModelSearchHandler(EmulatorOptions options) : UtilityHandler("modelSearch")
{
    protected override IReadOnlyList<ResultItem> Answer(TaskFields fields, string taskUuid)
    {
        string search = fields.Text("search", "");
        int limit = (int)(fields.Whole("limit", 1, 100) ?? 20);
        int offset = (int)(fields.Whole("offset", 0, int.MaxValue) ?? 0);
        ModelCard[] found = [.. options.Cards.Where(card => card.Air is not null && (Has(card.Name, search) || Has(card.Air, search)))];
        return [Item(taskUuid, writer =>
        {
            writer.WriteNumber("totalResults", found.Length);
            writer.WriteStartArray("results");
            foreach (ModelCard card in found.Skip(offset).Take(limit))
                Write(writer, card);
            writer.WriteEndArray();
        })];
    }

    private static bool Has(string text, string search) => text.Contains(search, StringComparison.OrdinalIgnoreCase);

    private static void Write(Utf8JsonWriter writer, ModelCard card)
    {
        writer.WriteStartObject();
        writer.WriteString("air", card.Air);
        writer.WriteString("name", card.Name);
        writer.WriteString("category", "checkpoint");
        writer.WriteNull("architecture");
        writer.WriteStartArray("capabilities");
        writer.WriteStringValue(card.TaskType);
        writer.WriteEndArray();
        writer.WriteString("source", "featured");
        writer.WriteNull("heroImage");
        writer.WriteBoolean("private", false);
        writer.WriteEndObject();
    }
}
