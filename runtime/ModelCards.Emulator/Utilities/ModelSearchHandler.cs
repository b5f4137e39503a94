using ModelCards.Emulator.Tasks;
using ModelCards.Utilities;

namespace ModelCards.Emulator.Utilities;

/// <summary><c>modelSearch</c> among the cards of the emulator and the models that were uploaded.</summary>
internal sealed class ModelSearchHandler(EmulatorOptions options, ModelShelf shelf) : UtilityHandler("modelSearch", ModelSearchRequest.Card)
{
    protected override IReadOnlyList<JsonItem> Answer(TaskFields fields, string taskUuid)
    {
        int limit = (int)(fields.Whole("limit", 1, 100) ?? 20);
        int offset = (int)(fields.Whole("offset", 0, int.MaxValue) ?? 0);
        IEnumerable<ListedModel> all = options.Cards.Where(card => card.Air is not null).Select(ListedModel.Of).Concat(shelf.Ready);
        ListedModel[] found = [.. Sort(all.Where(model => Fits(model, fields)), fields.Text("sort", ""))];
        return [Item(taskUuid, writer =>
        {
            writer.WriteNumber("totalResults", found.Length);
            writer.WriteStartArray("results");
            foreach (ListedModel model in found.Skip(offset).Take(limit))
                model.WriteTo(writer);
            writer.WriteEndArray();
        })];
    }

    private static bool Fits(ListedModel model, TaskFields fields) =>
        model.Has(fields.Text("search", ""))
        && IsOrIsOpen(model.Source, fields.Text("source", ""))
        && IsOrIsOpen(model.Category, fields.Text("category", ""))
        && IsOrIsOpen(model.Architecture, fields.Text("architecture", ""))
        && fields.Texts("capabilities").All(model.Capabilities.Contains)
        && fields.Text("visibility", "") switch
        {
            "public" => !model.IsPrivate,
            "private" => model.IsPrivate,
            "owned" => model.IsOwned,
            // Nobody can mark a model here.
            "favorite" => false,
            _ => true,
        };

    private static bool IsOrIsOpen(string? value, string wanted) => wanted.Length == 0 || value == wanted;

    // No model is used more than another: by popularity they stand in the order of the cards.
    private static IEnumerable<ListedModel> Sort(IEnumerable<ListedModel> models, string order) => order switch
    {
        "name" => models.OrderBy(model => model.Name, StringComparer.OrdinalIgnoreCase),
        "-name" => models.OrderByDescending(model => model.Name, StringComparer.OrdinalIgnoreCase),
        "addedUnixTimestamp" or "updatedDateUnixTimestamp" => models.OrderBy(model => model.AddedAt),
        "-addedUnixTimestamp" or "-updatedDateUnixTimestamp" => models.OrderByDescending(model => model.AddedAt),
        _ => models,
    };
}
