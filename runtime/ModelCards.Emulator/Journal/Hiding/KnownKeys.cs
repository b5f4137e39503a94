namespace ModelCards.Emulator.Journal.Hiding;

/// <summary>The API keys that the emulator was started with, and those that were shown to it, to be hidden wherever they stand.</summary>
internal sealed class KnownKeys(IReadOnlyCollection<string>? configured)
{
    /// <summary>What stands in the place of something hidden.</summary>
    public const string Mask = "•••";

    // Of a shorter key the place where it belongs is hidden; elsewhere it would be found in half of all words.
    private const int Shortest = 4;
    private const int MostShown = 100;

    private readonly Lock _lock = new();
    private readonly Queue<string> _shown = new();
    private readonly string[] _configured = [.. (configured ?? []).Where(key => key.Length >= Shortest)];
    private volatile string[] _keys = Ordered((configured ?? []).Where(key => key.Length >= Shortest));

    public int Longest => _keys.Length == 0 ? 0 : _keys.Max(key => key.Length);

    /// <summary>Remembers a key; true when it is new. Of those that were only shown, the oldest are forgotten.</summary>
    public bool Learn(string? key)
    {
        if (key is null || key.Length < Shortest || IsKnown(key))
            return false;
        lock (_lock)
        {
            if (IsKnown(key))
                return false;
            _shown.Enqueue(key);
            if (_shown.Count > MostShown)
                _shown.Dequeue();
            _keys = Ordered(_configured.Concat(_shown));
            return true;
        }
    }

    /// <summary>The text with every known key masked.</summary>
    public string Hide(string text)
    {
        foreach (string key in _keys)
            text = text.Replace(key, Mask, StringComparison.Ordinal);
        return text;
    }

    // The longest first: one key may be the beginning of another.
    private static string[] Ordered(IEnumerable<string> keys) => [.. keys.OrderByDescending(key => key.Length)];

    private bool IsKnown(string key) => Array.IndexOf(_keys, key) >= 0;
}
