using ModelCards.Emulator.Tasks;

namespace ModelCards.Emulator.Utilities;

/// <summary><c>promptEnhance</c>: adds words that many prompts end with; no AI model thinks of them.</summary>
internal sealed class PromptEnhanceHandler() : UtilityHandler("promptEnhance")
{
    private static readonly string[] Words = ["soft light", "fine detail", "calm mood", "wide angle", "rich colours"];

    protected override IReadOnlyList<JsonItem> Answer(TaskFields fields, string taskUuid)
    {
        string prompt = fields.RequiredText("prompt") ?? "";
        int length = (int)(fields.Whole("promptMaxLength", 5, 400) ?? 380);
        int versions = (int)(fields.Whole("promptVersions", 1, 5) ?? 1);
        return [.. Enumerable.Range(0, versions).Select(version =>
        {
            string text = $"{prompt}, {Words[version]}";
            return Item(taskUuid, writer => writer.WriteString("text", text.Length > length ? text[..length] : text));
        })];
    }
}
