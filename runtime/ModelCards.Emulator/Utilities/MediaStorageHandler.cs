using ModelCards.Emulator.Errors;
using ModelCards.Emulator.Media;
using ModelCards.Emulator.Tasks;

namespace ModelCards.Emulator.Utilities;

/// <summary><c>mediaStorage</c>: uploads and deletes media.</summary>
internal sealed class MediaStorageHandler(MediaShelf shelf, TaskMemory memory) : UtilityHandler("mediaStorage", memory: memory)
{
    protected override IReadOnlyList<JsonItem> Answer(TaskFields fields, string taskUuid)
    {
        string operation = fields.RequiredText("operation") is { } text ? fields.Choice("operation", text, ("upload", "upload"), ("delete", "delete")) : "";
        if (fields.Errors.Count > 0)
            return [];
        if (operation == "upload")
        {
            return fields.Medium("media", shelf) is not { } medium ? [] : [Item(taskUuid, writer =>
            {
                writer.WriteString("operation", operation);
                writer.WriteString("mediaUUID", medium.Uuid);
                writer.WriteString("mediaURL", medium.Url);
            })];
        }

        string name = fields.RequiredText("media") ?? "";
        if (Guid.TryParse(name, out Guid uuid) && shelf.Delete(uuid))
        {
            return [Item(taskUuid, writer =>
            {
                writer.WriteString("operation", operation);
                writer.WriteString("mediaUUID", uuid);
            })];
        }

        fields.Fail(ErrorCodes.InvalidParameter, "media", "There is no such medium to delete.");
        return [];
    }
}
