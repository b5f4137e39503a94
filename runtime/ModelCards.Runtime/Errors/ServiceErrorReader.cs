using System.Net;
using System.Text.Json;
using ModelCards.Results;

namespace ModelCards.Errors;

/// <summary>Reads one error in any of the forms that the service has been seen to send.</summary>
internal static class ServiceErrorReader
{
    /// <param name="error">The error itself: an object, or a text.</param>
    /// <param name="around">The object that the error stands in, which may name the task in its place.</param>
    /// <param name="status">HTTP status of the reply, which tells the kind of an error without a known code.</param>
    public static ServiceError Read(JsonElement error, JsonElement around, HttpStatusCode? status)
    {
        IReadOnlyDictionary<string, JsonElement> members = error.ValueKind == JsonValueKind.Object
            ? JsonMembers.Of(error)
            : new Dictionary<string, JsonElement> { ["message"] = error.Clone() };
        string message = members.Text("message") ?? members.Text("errorMessage") ?? (error.ValueKind == JsonValueKind.Object ? "" : error.GetRawText());
        return new ServiceError(members.Text("code") ?? "", message, status)
        {
            Parameters = Texts(members.Find("parameter")),
            Type = members.Text("type"),
            TaskType = members.Text("taskType") ?? around.Member("taskType").Text(),
            TaskUuid = members.Uuid("taskUUID") ?? around.Member("taskUUID").Uuid(),
            Documentation = members.Url("documentation"),
            AllowedValues = members.Find("allowedValues") is { ValueKind: JsonValueKind.Array } allowed ? [.. allowed.EnumerateArray()] : [],
            Members = members,
        };
    }

    private static string[] Texts(JsonElement value) => value.ValueKind == JsonValueKind.Array
        ? [.. value.EnumerateArray().Select(item => item.Text()).OfType<string>()]
        : value.Text() is { } text ? [text] : [];
}
