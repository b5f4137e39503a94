using ModelCards.Emulator.Media;
using ModelCards.Emulator.Tasks;

namespace ModelCards.Emulator.Utilities;

/// <summary><c>imageUpload</c>, the older way to upload.</summary>
internal sealed class ImageUploadHandler(MediaShelf shelf, TaskMemory memory) : UtilityHandler("imageUpload", memory: memory)
{
    protected override IReadOnlyList<JsonItem> Answer(TaskFields fields, string taskUuid)
    {
        if (fields.Medium("image", shelf) is not { } medium)
            return [];
        return [Item(taskUuid, writer =>
        {
            writer.WriteString("imageUUID", medium.Uuid);
            writer.WriteString("imageURL", medium.Url);
        })];
    }
}
