using System.Globalization;
using System.Text.Json;
using ModelCards.Emulator.Errors;
using ModelCards.Emulator.Tasks;
using ModelCards.Utilities;

namespace ModelCards.Emulator.Utilities;

/// <summary><c>accountManagement</c>: an organization that pays nothing, and what its tasks come to. Every request counts for one key.</summary>
internal sealed class AccountManagementHandler(TaskRunner runner, TaskLog log, TimeProvider clock)
    : UtilityHandler("accountManagement", AccountManagementRequest.Card)
{
    private const int MostDays = 30;
    private const string KeyName = "emulator-key";

    protected override IReadOnlyList<JsonItem> Answer(TaskFields fields, string taskUuid)
    {
        string operation = fields.Text("operation", "");
        if (operation == "getDetails")
            return [Item(taskUuid, writer => WriteDetails(writer, operation))];
        DateOnly today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        DateOnly last = Day(fields, "endDate") ?? today;
        DateOnly first = Day(fields, "startDate") ?? last.AddDays(-MostDays);
        if (last < first || last.DayNumber - first.DayNumber > MostDays)
            fields.Fail(ErrorCodes.InvalidParameter, "endDate", $"endDate must be from startDate to {MostDays} days after it.");
        string[] models = fields.Texts("models");
        ReceivedTask[] tasks = [.. log.ToList().Where(task =>
            task.TaskType == ImageTask.TaskType
            && DayOf(task) is var day && day >= first && day <= last
            && (models.Length == 0 || models.Contains(ModelOf(task))))];
        string[] groups = fields.Texts("groupBy");
        return [Item(taskUuid, writer => WriteUsage(writer, operation, tasks, groups.Length > 0 ? groups : ["date"]))];
    }

    private void WriteDetails(Utf8JsonWriter writer, string operation)
    {
        writer.WriteString("operation", operation);
        writer.WriteString("organizationName", "ModelCards emulator");
        writer.WriteString("organizationUUID", Guid.Empty);
        writer.WriteStartObject("balance");
        writer.WriteNumber("amount", 0);
        writer.WriteNumber("freeBalance", 0);
        writer.WriteString("currency", "USD");
        writer.WriteEndObject();
        writer.WriteStartArray("team");
        writer.WriteStartObject();
        writer.WriteString("name", "Emulator");
        writer.WriteString("email", "emulator@localhost");
        writer.WriteStartArray("roles");
        writer.WriteStringValue("Owner");
        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.WriteEndArray();
        writer.WriteStartArray("apiKeys");
        writer.WriteStartObject();
        writer.WriteString("apiKey", KeyName);
        writer.WriteString("name", "Any key");
        writer.WriteBoolean("enabled", true);
        writer.WriteString("createdAt", "2026-01-01T00:00:00Z");
        writer.WriteNull("lastUsedAt");
        writer.WriteNumber("requests", runner.Started);
        writer.WriteEndObject();
        writer.WriteEndArray();
        writer.WriteStartObject("usage");
        foreach (string time in (ReadOnlySpan<string>)["today", "last7Days", "last30Days", "total"])
        {
            writer.WriteStartObject(time);
            writer.WriteNumber("credits", 0);
            writer.WriteNumber("requests", runner.Started);
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }

    private static void WriteUsage(Utf8JsonWriter writer, string operation, ReceivedTask[] tasks, string[] groups)
    {
        writer.WriteString("operation", operation);
        writer.WriteStartObject("usage");
        foreach ((string group, string name, string member, Func<ReceivedTask, string> keyOf) in Groupings)
        {
            if (!groups.Contains(group))
                continue;
            writer.WriteStartObject(name);
            writer.WriteStartArray("data");
            foreach (IGrouping<string, ReceivedTask> line in tasks.GroupBy(keyOf).OrderBy(line => line.Key, StringComparer.Ordinal))
            {
                writer.WriteStartObject();
                writer.WriteString(member, line.Key);
                WriteFigures(writer, operation, line.Count());
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteStartObject("meta");
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }

    private static readonly (string Group, string Name, string Member, Func<ReceivedTask, string> KeyOf)[] Groupings =
    [
        ("date", "timeseries", "date", task => DayOf(task).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        ("model", "model", "model", ModelOf),
        ("apiKey", "apiKey", "apiKey", _ => KeyName),
    ];

    // Nothing is paid, measured or wrong here.
    private static void WriteFigures(Utf8JsonWriter writer, string operation, int count)
    {
        writer.WriteNumber("count", count);
        foreach (string name in operation switch
        {
            "getUsageActivity" => (ReadOnlySpan<string>)["spend"],
            "getUsageErrors" => ["clientErrors", "serverErrors"],
            _ => [],
        })
            writer.WriteNumber(name, 0);
        if (operation == "getUsagePerformance")
        {
            foreach (string name in (ReadOnlySpan<string>)["avgInferenceTime", "p90InferenceTime", "p99InferenceTime"])
                writer.WriteNull(name);
        }
    }

    private static DateOnly? Day(TaskFields fields, string name)
    {
        string text = fields.Text(name, "");
        if (text.Length == 0)
            return null;
        if (DateOnly.TryParseExact(text.AsSpan(0, Math.Min(10, text.Length)), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day))
            return day;
        fields.Fail(ErrorCodes.InvalidParameter, name, $"{name} must be a day of the calendar.");
        return null;
    }

    private static DateOnly DayOf(ReceivedTask task) => DateOnly.FromDateTime(task.ReceivedAt.UtcDateTime);

    private static string ModelOf(ReceivedTask task) => TaskIdentity.Echo(task.Json, "model") ?? "";
}
