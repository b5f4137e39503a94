using System.Text.Json;
using ModelCards.Emulator.Errors;
using ModelCards.Emulator.Media;
using ModelCards.Emulator.Outgoing;

namespace ModelCards.Emulator.Tasks;

/// <summary>
/// Reads members of a task that its card has accepted. What the card allows and the emulator cannot do becomes an error:
/// nothing is ignored silently.
/// </summary>
internal sealed class TaskFields(JsonElement task, string taskType, string taskUuid)
{
    private readonly List<ServiceError> _errors = [];

    public IReadOnlyList<ServiceError> Errors => _errors;

    public string Text(string name, string otherwise)
    {
        if (!TryGet(name, out JsonElement value))
            return otherwise;
        if (value.ValueKind == JsonValueKind.String)
            return value.GetString()!;
        Fail(name, $"The emulator needs {name} to be a string.");
        return otherwise;
    }

    /// <summary>The texts of a list; none where it is absent.</summary>
    public string[] Texts(string name) => TryGet(name, out JsonElement value) && value.ValueKind == JsonValueKind.Array
        ? [.. value.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString()!)]
        : [];

    /// <summary>A text that must be there; null, and an error, when it is not.</summary>
    public string? RequiredText(string name)
    {
        int errors = _errors.Count;
        if (!TryGet(name, out _))
            Fail(ErrorCodes.MissingParameter, name, $"{name} is required.");
        string text = Text(name, "");
        return _errors.Count == errors ? text : null;
    }

    /// <summary>A medium that must be there, taken onto the shelf.</summary>
    public (Guid Uuid, string Url)? Medium(string name, MediaShelf shelf)
    {
        if (RequiredText(name) is not { } text)
            return null;
        (Guid, string)? medium = shelf.Take(text);
        if (medium is null)
            Fail(ErrorCodes.InvalidParameter, name, $"{name} must be a UUID, a URL, a data URI or base64, and not too large.");
        return medium;
    }

    /// <summary>A whole number in any spelling that JSON has for it.</summary>
    public Int128? Whole(string name, Int128 least, Int128 greatest)
    {
        if (!TryGet(name, out JsonElement value))
            return null;
        if (value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out decimal number) && decimal.IsInteger(number)
            && (Int128)number >= least && (Int128)number <= greatest)
            return (Int128)number;
        Fail(name, $"The emulator needs {name} to be an integer from {least} to {greatest}.");
        return null;
    }

    public bool Flag(params ReadOnlySpan<string> path) => Member(path) is { ValueKind: JsonValueKind.True };

    public string? NestedText(params ReadOnlySpan<string> path) =>
        Member(path) is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;

    public T Choice<T>(string name, T otherwise, params ReadOnlySpan<(string Text, T Value)> choices)
    {
        string? text = TryGet(name, out _) ? Text(name, "") : null;
        if (text is null)
            return otherwise;
        foreach ((string known, T value) in choices)
        {
            if (known == text)
                return value;
        }

        JsonElement[] possible = [.. choices.ToArray().Select(choice => JsonSerializer.SerializeToElement(choice.Text))];
        Fail(name, $"The emulator cannot do this {name}.", possible);
        return otherwise;
    }

    /// <summary>An address to call, which must be on this machine.</summary>
    public Uri? Address(string name)
    {
        if (!TryGet(name, out _))
            return null;
        if (Uri.TryCreate(Text(name, ""), UriKind.Absolute, out Uri? address) && LoopbackCaller.MayCall(address))
            return address;
        Fail(name, $"The emulator calls loopback addresses only: {name} must be an http or https URL of localhost, 127.0.0.1 or [::1].");
        return null;
    }

    public void Fail(string code, string name, string message, IReadOnlyList<JsonElement>? allowed = null) =>
        _errors.Add(new ServiceError(code, message)
        {
            Parameters = [name],
            TaskType = taskType,
            TaskUuid = taskUuid,
            Documentation = DocumentationLinks.Models,
            AllowedValues = allowed ?? [],
        });

    private JsonElement? Member(ReadOnlySpan<string> path)
    {
        JsonElement value = task;
        foreach (string name in path)
        {
            if (value.ValueKind != JsonValueKind.Object || !value.TryGetProperty(name, out value))
                return null;
        }

        return value;
    }

    private bool TryGet(string name, out JsonElement value) =>
        task.TryGetProperty(name, out value) && value.ValueKind != JsonValueKind.Null;

    private void Fail(string name, string message, IReadOnlyList<JsonElement>? allowed = null) =>
        Fail(ErrorCodes.InvalidParameter, name, message, allowed);
}
