using ModelCards.Emulator.Tasks;

namespace ModelCards.Emulator.Utilities;

/// <summary><c>accountManagement</c> with <c>getDetails</c>: an organisation that owns nothing and pays nothing.</summary>
internal sealed class AccountManagementHandler(TaskRunner runner) : UtilityHandler("accountManagement")
{
    protected override IReadOnlyList<ResultItem> Answer(TaskFields fields, string taskUuid)
    {
        if (fields.RequiredText("operation") is { } operation)
            fields.Choice("operation", operation, ("getDetails", "getDetails"));
        long tasks = runner.Started;
        return [Item(taskUuid, writer =>
        {
            writer.WriteString("operation", "getDetails");
            writer.WriteString("organizationName", "ModelCards emulator");
            writer.WriteString("organizationUUID", Guid.Empty);
            writer.WriteStartObject("balance");
            writer.WriteNumber("amount", 0);
            writer.WriteString("currency", "USD");
            writer.WriteEndObject();
            writer.WriteStartObject("usage");
            writer.WriteStartObject("today");
            writer.WriteNumber("credits", 0);
            writer.WriteNumber("requests", tasks);
            writer.WriteEndObject();
            writer.WriteEndObject();
        })];
    }
}
