using System.Text;

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
    private readonly Queue<Key> _shown = new();
    private readonly Key[] _configured = [.. (configured ?? []).Where(key => key.Length >= Shortest).Select(Key.Of)];
    private volatile Key[] _keys = [.. (configured ?? []).Where(key => key.Length >= Shortest).Select(Key.Of)];

    public int Longest => _keys.Length == 0 ? 0 : _keys.Max(key => key.Text.Length);

    /// <summary>Remembers a key; true when it is new. Of those that were only shown, the oldest are forgotten.</summary>
    public bool Learn(string? key)
    {
        if (key is null || key.Length < Shortest || IsKnown(key))
            return false;
        lock (_lock)
        {
            if (IsKnown(key))
                return false;
            _shown.Enqueue(Key.Of(key));
            if (_shown.Count > MostShown)
                _shown.Dequeue();
            // The longest first: one key may be the beginning of another.
            _keys = [.. _configured.Concat(_shown).OrderByDescending(known => known.Text.Length)];
            return true;
        }
    }

    /// <summary>Remembers what an Authorization header holds, whatever its scheme.</summary>
    public void LearnHeader(string header)
    {
        Learn(header.Trim());
        Learn(header[(header.IndexOf(' ') + 1)..].Trim());
    }

    public bool AreIn(ReadOnlySpan<byte> text)
    {
        foreach (Key key in _keys)
        {
            if (text.IndexOf(key.Bytes) >= 0)
                return true;
        }

        return false;
    }

    /// <summary>The text with every known key masked.</summary>
    public string Hide(string text)
    {
        foreach (Key key in _keys)
            text = text.Replace(key.Text, Mask, StringComparison.Ordinal);
        return text;
    }

    private bool IsKnown(string key) => Array.Exists(_keys, known => known.Text == key);

    private sealed record Key(string Text, byte[] Bytes)
    {
        public static Key Of(string text) => new(text, Encoding.UTF8.GetBytes(text));
    }
}
