using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace ModelCards.Results;

/// <summary>
/// The members of one item of a reply. They are looked up in the reply itself while it is dispatched; what becomes a result takes
/// its own text along, which is read when it is first asked for.
/// </summary>
internal sealed class ItemMembers : IReadOnlyDictionary<string, JsonElement>
{
    private readonly JsonElement _item;
    private readonly byte[]? _text;
    private IReadOnlyDictionary<string, JsonElement>? _all;

    /// <param name="item">An object, which may not outlive its document.</param>
    public ItemMembers(JsonElement item) => _item = item;

    private ItemMembers(byte[] text) => _text = text;

    public int Count => All.Count;

    public IEnumerable<string> Keys => All.Keys;

    public IEnumerable<JsonElement> Values => All.Values;

    public JsonElement this[string key] => All[key];

    /// <summary>The same in memory of its own, whatever becomes of the reply.</summary>
    public ItemMembers Own() => _text is null && _all is null ? new ItemMembers(TextOf(_item)) : this;

    public bool ContainsKey(string key) => TryGetValue(key, out _);

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out JsonElement value) =>
        _all is null && _text is null ? _item.TryGetProperty(key, out value) : All.TryGetValue(key, out value);

    public IEnumerator<KeyValuePair<string, JsonElement>> GetEnumerator() => All.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    // Two who read it at the same time get the same.
    private IReadOnlyDictionary<string, JsonElement> All => _all ??= JsonMembers.Of(_text is null ? _item : Parse(_text));

    // It was judged with the reply that it came in.
    private static JsonElement Parse(byte[] text)
    {
        var reader = new Utf8JsonReader(text, new JsonReaderOptions { MaxDepth = int.MaxValue });
        return JsonElement.ParseValue(ref reader);
    }

    private static byte[] TextOf(JsonElement item) =>
#if NET9_0_OR_GREATER
        System.Runtime.InteropServices.JsonMarshal.GetRawUtf8Value(item).ToArray();
#else
        System.Text.Encoding.UTF8.GetBytes(item.GetRawText());
#endif
}
