using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace ModelCards.Results;

/// <summary>The members of one item of a reply, in memory of their own. They are looked up in its text, and listed only when somebody asks for all.</summary>
/// <param name="item">An object.</param>
internal sealed class ItemMembers(JsonElement item) : IReadOnlyDictionary<string, JsonElement>
{
    private readonly JsonElement _item = item.Clone();
    private IReadOnlyDictionary<string, JsonElement>? _all;

    public int Count => All.Count;

    public IEnumerable<string> Keys => All.Keys;

    public IEnumerable<JsonElement> Values => All.Values;

    public JsonElement this[string key] => All[key];

    public bool ContainsKey(string key) => TryGetValue(key, out _);

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out JsonElement value) => _item.TryGetProperty(key, out value);

    /// <summary>Whether there is no member but some of these; stops at the first other one.</summary>
    public bool HasOnly(ReadOnlySpan<string> names)
    {
        foreach (JsonProperty member in _item.EnumerateObject())
        {
            bool isKnown = false;
            foreach (string name in names)
                isKnown |= member.NameEquals(name);
            if (!isKnown)
                return false;
        }

        return true;
    }

    public IEnumerator<KeyValuePair<string, JsonElement>> GetEnumerator() => All.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    // Two who ask for it at the same time get the same.
    private IReadOnlyDictionary<string, JsonElement> All => _all ??= JsonMembers.Of(_item);
}
