using System.Text.Json;
using ModelCards.Emulator.Errors;
using ModelCards.Emulator.Journal.Hiding;

namespace ModelCards.Emulator.Incoming;

/// <summary>Decides whether an API key is let in. No key leaves this class but to be hidden elsewhere.</summary>
internal sealed class KeyCheck(IReadOnlyCollection<string>? accepted, KnownKeys known)
{
    private const string TaskType = "authentication";
    private const string Scheme = "Bearer ";

    public static bool IsAuthentication(JsonElement task) =>
        task.TryGetProperty("taskType", out JsonElement type) && type.ValueKind == JsonValueKind.String && type.ValueEquals(TaskType);

    /// <summary>What is wrong with an Authorization header; null when nothing is.</summary>
    public ServiceError? CheckHeader(string header)
    {
        bool isBearer = header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase);
        // Of another scheme it is no less a secret.
        known.Learn(isBearer ? null : header[(header.IndexOf(' ', StringComparison.Ordinal) + 1)..].Trim());
        return Check(isBearer ? header[Scheme.Length..].Trim() : null);
    }

    /// <summary>What is wrong with an authentication task; null when nothing is.</summary>
    public ServiceError? CheckTask(JsonElement task) =>
        Check(task.TryGetProperty("apiKey", out JsonElement key) && key.ValueKind == JsonValueKind.String ? key.GetString() : null);

    public static ServiceError Missing() =>
        Error(
            ErrorCodes.MissingAuthentication,
            "There is no API key: send it as Authorization: Bearer, or in an authentication task that comes first.");

    public static ServiceError NotAlone() =>
        Error(ErrorCodes.InvalidRequest, "Over a WebSocket nothing may come with the authentication, nor before it is answered.");

    private ServiceError? Check(string? key)
    {
        known.Learn(key);
        if (string.IsNullOrWhiteSpace(key))
            return Missing();
        return accepted is null || accepted.Contains(key)
            ? null
            : Error(ErrorCodes.InvalidApiKey, "Invalid API key: it is none of those that this emulator was started with.");
    }

    private static ServiceError Error(string code, string message) =>
        new(code, message) { Parameters = ["apiKey"], Type = "string", TaskType = TaskType };
}
