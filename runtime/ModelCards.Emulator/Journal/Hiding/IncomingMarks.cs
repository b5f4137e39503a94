using System.Text.Json;

namespace ModelCards.Emulator.Journal.Hiding;

/// <summary>
/// What is to be replaced in a frame from a client. In a task that authenticates everything is masked that it need not have: the name of the
/// key may be misspelt.
/// </summary>
internal sealed class IncomingMarks(SecretText secrets) : FrameMarks(secrets)
{
    private readonly HashSet<int> _authentications = [];
    private readonly List<string> _shownKeys = [];
    private int _element;
    private int _elementDepth = -1;

    /// <summary>The keys that stand where keys belong.</summary>
    public IReadOnlyList<string> ShownKeys => _shownKeys;

    protected override void TakeKey(string key) => _shownKeys.Add(key);

    // The outermost objects are the tasks; 0 stands for what is in none.
    private int Element => _elementDepth < 0 ? 0 : _element;

    protected override void TakeStructure(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.StartObject && _elementDepth < 0)
            (_element, _elementDepth) = (_element + 1, reader.CurrentDepth);
        else if (reader.TokenType == JsonTokenType.EndObject && reader.CurrentDepth == _elementDepth)
            _elementDepth = -1;
    }

    protected override void TakeText(ref Utf8JsonReader reader, string text)
    {
        if (text.Equals("authentication", StringComparison.OrdinalIgnoreCase))
            _authentications.Add(Element);
        else if (!(reader.TokenType == JsonTokenType.PropertyName ? IsKnownName(text) : Name == "connectionSessionUUID" && Guid.TryParse(text, out _)))
            Add(ref reader, null, Element);

        base.TakeText(ref reader, text);
    }

    private static bool IsKnownName(string name) => name is "taskType" or "connectionSessionUUID" || SecretNames.Has(name);

    protected override string? ReplacementOf(Mark mark) =>
        mark.Replacement is null && _authentications.Contains(mark.Element) ? Mask : mark.Replacement;
}
