using System.Globalization;
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

    public static JsonElement OfText(string text)
    {
        using JsonDocument document = JsonDocument.Parse($"\"{JsonEncodedText.Encode(text)}\"");
        return document.RootElement.Clone();
    }

    public static JsonElement Member(this JsonElement owner, string name)
    {
        try
        {
            return owner.ValueKind == JsonValueKind.Object && owner.TryGetProperty(name, out JsonElement value) ? value : default;
        }
        catch (InvalidOperationException)
        {
            // Another member has a name that is no Unicode text.
            return default;
        }
    }

    /// <summary>All members by name; none where the value is no object, or has a name that is no Unicode text.</summary>
    public static IReadOnlyDictionary<string, JsonElement> Members(this JsonElement value)
    {
        try
        {
            return value.ValueKind == JsonValueKind.Object ? Of(value) : None;
        }
        catch (InvalidOperationException)
        {
            return None;
        }
    }

    /// <summary>The items of an array; none where the value is no array.</summary>
    public static IEnumerable<JsonElement> Items(this JsonElement value) => value.ValueKind == JsonValueKind.Array ? value.EnumerateArray() : [];

    /// <summary>The objects of an array, as members by name; what is no object is left out.</summary>
    public static IEnumerable<IReadOnlyDictionary<string, JsonElement>> Objects(this JsonElement value) =>
        value.Items().Where(item => item.ValueKind == JsonValueKind.Object).Select(Members);

    /// <summary>The texts of an array; what is no text is left out.</summary>
    public static IReadOnlyList<string> Texts(this JsonElement value) => [.. value.Items().Select(item => item.Text()).OfType<string>()];

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

    public static Guid? Uuid(this IReadOnlyDictionary<string, JsonElement> members, string name) => members.Find(name).Uuid();

    public static Guid? Uuid(this JsonElement value) => Guid.TryParse(value.Text(), out Guid uuid) ? uuid : null;

    public static Uri? Url(this IReadOnlyDictionary<string, JsonElement> members, string name) => members.Find(name).Url();

    public static Uri? Url(this JsonElement value) => Uri.TryCreate(value.Text(), UriKind.Absolute, out Uri? url) ? url : null;

    public static decimal? Number(this IReadOnlyDictionary<string, JsonElement> members, string name) => members.Find(name).Number();

    public static decimal? Number(this JsonElement value) =>
        value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out decimal number) ? number : null;

    /// <summary>A whole number of at most 63 bits, in whatever spelling.</summary>
    public static long? Whole(this IReadOnlyDictionary<string, JsonElement> members, string name) =>
        members.Number(name) is { } number && number == decimal.Truncate(number) && number is >= long.MinValue and <= long.MaxValue ? (long)number : null;

    public static DateTimeOffset? Time(this IReadOnlyDictionary<string, JsonElement> members, string name) =>
        DateTimeOffset.TryParse(members.Text(name), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset time) ? time : null;

    public static bool? Flag(this IReadOnlyDictionary<string, JsonElement> members, string name) => members.Find(name).ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    };
}
