using System.Text.Json;

namespace ModelCards.Results;

/// <summary>Reads members that a server sent: whatever is not as expected is absent, never an exception.</summary>
internal static class JsonMembers
{
    public static readonly IReadOnlyDictionary<string, JsonElement> None = new Dictionary<string, JsonElement>();

    /// <summary>All members by name, in memory of their own.</summary>
    /// <exception cref="InvalidOperationException">A name is no Unicode text.</exception>
    public static IReadOnlyDictionary<string, JsonElement> Of(JsonElement element)
    {
        var members = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (JsonProperty member in element.Clone().EnumerateObject())
            members[member.Name] = member.Value;
        return members;
    }

    /// <summary>The same members, in memory that outlives the reply.</summary>
    public static IReadOnlyDictionary<string, JsonElement> Own(this IReadOnlyDictionary<string, JsonElement> members) =>
        members is ItemMembers item ? item.Own() : members;

    public static JsonElement Member(this JsonElement owner, string name) => owner.TryGetProperty(name, out JsonElement value) ? value : default;

    public static JsonElement Find(this IReadOnlyDictionary<string, JsonElement> members, string name) =>
        members.TryGetValue(name, out JsonElement value) ? value : default;

    public static string? Text(this IReadOnlyDictionary<string, JsonElement> members, string name) => Text(members.Find(name));

    public static string? Text(this JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.String)
            return null;
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair, written as an escape.
            return null;
        }
    }

    public static byte[]? Base64(this IReadOnlyDictionary<string, JsonElement> members, string name)
    {
        try
        {
            return members.Find(name) is { ValueKind: JsonValueKind.String } value && value.TryGetBytesFromBase64(out byte[]? bytes) ? bytes : null;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    public static Guid? Uuid(this IReadOnlyDictionary<string, JsonElement> members, string name) => members.Find(name).Uuid();

    public static Guid? Uuid(this JsonElement value) =>
        IsPlainUuid(value, out Guid uuid) || Guid.TryParse(value.Text(), out uuid) ? uuid : null;

    public static Uri? Url(this IReadOnlyDictionary<string, JsonElement> members, string name) =>
        Uri.TryCreate(members.Text(name), UriKind.Absolute, out Uri? url) ? url : null;

    public static decimal? Number(this IReadOnlyDictionary<string, JsonElement> members, string name) =>
        members.Find(name) is { ValueKind: JsonValueKind.Number } value && value.TryGetDecimal(out decimal number) ? number : null;

    // The usual form, which takes no text.
    private static bool IsPlainUuid(JsonElement value, out Guid uuid)
    {
        uuid = default;
        try
        {
            return value.ValueKind == JsonValueKind.String && value.TryGetGuid(out uuid);
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair, written as an escape.
            return false;
        }
    }
}
