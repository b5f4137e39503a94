namespace ModelCards.Emulator.Journal.Hiding;

/// <summary>What a frame is about: the values of <c>taskType</c>, <c>taskUUID</c> and <c>code</c>, wherever they stand in it.</summary>
internal sealed class FrameFacts(SecretText secrets)
{
    private const int Most = 100;
    private const int Longest = 100;

    private readonly HashSet<string> _taskTypes = [];
    private readonly HashSet<Guid> _taskUuids = [];
    private readonly HashSet<string> _codes = [];

    public IReadOnlyCollection<string> TaskTypes => _taskTypes;

    public IReadOnlyCollection<Guid> TaskUuids => _taskUuids;

    public IReadOnlyCollection<string> Codes => _codes;

    public void Take(string name, string text)
    {
        if (text.Length > Longest || _taskTypes.Count + _taskUuids.Count + _codes.Count == Most)
            return;
        if (name == "taskUUID" && Guid.TryParse(text, out Guid uuid))
            _taskUuids.Add(uuid);
        // The name of a type or an error that holds anything else is none.
        else if (name is "taskType" or "code" && text.All(char.IsAsciiLetterOrDigit))
            (name == "code" ? _codes : _taskTypes).Add(secrets.Hide(text));
    }
}
