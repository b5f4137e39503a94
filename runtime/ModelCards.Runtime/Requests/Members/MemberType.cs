using System.ComponentModel;
using System.Text.Json;

namespace ModelCards.Requests.Members;

/// <summary>The value type of a generated member: how it starts and how it is read from JSON.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class MemberType
{
    private protected MemberType()
    {
    }

    /// <summary>The slot of a new object.</summary>
    internal virtual Slot Initial => default;

    /// <summary>Wire texts of a closed set, by ordinal.</summary>
    internal virtual EnumTexts? EnumTexts => null;

    /// <summary>Words for what is expected, for the error of a value that cannot be read.</summary>
    internal abstract string Expected { get; }

    /// <summary>Reads a JSON value; false when it is not of this type.</summary>
    internal abstract bool TryRead(JsonElement element, out Slot slot);

    /// <summary>Reads a JSON value or says what was expected instead.</summary>
    internal Slot Read(JsonElement element, string path)
    {
        bool isRead;
        Slot slot;
        try
        {
            isRead = TryRead(element, out slot);
        }
        catch (JsonException error)
        {
            string separator = error.Path is ['[', ..] ? "" : ".";
            throw new JsonException($"{path}{separator}{error.Message}", path + separator + error.Path, null, null, error);
        }

        return isRead ? slot : throw new JsonException($"{path} must be {Expected}, but is {Describe(element)}.", path, null, null);
    }

    private static string Describe(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "an array",
        _ => element.GetRawText() is { Length: > 60 } text ? string.Concat(text.AsSpan(0, 60), "...") : element.GetRawText(),
    };
}
