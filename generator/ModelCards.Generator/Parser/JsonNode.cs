using ModelCards.Generator.Specs;

namespace ModelCards.Generator.Parser;

internal enum JsonKind
{
    Object,
    Array,
    Text,
    Number,
    True,
    False,
    Null,
}

/// <summary>A JSON value with its place in the file; numbers keep their text.</summary>
internal sealed class JsonNode(CardFile file, JsonKind kind, int start)
{
    public CardFile File => file;

    public JsonKind Kind => kind;

    /// <summary>Offset of the first byte in the UTF-8 text of the file.</summary>
    public int Start => start;

    public int End { get; set; }

    /// <summary>Value of a text, digits of a number.</summary>
    public string Text { get; init; } = "";

    /// <summary>The definition that a reference put here, if any; its types are made once.</summary>
    public Definition? Definition { get; set; }

    /// <summary>The reference in the file being read that brought this schema in from another file, if one did.</summary>
    public JsonNode? Origin { get; set; }

    public List<JsonMember> Members { get; } = [];

    public List<JsonNode> Items { get; } = [];

    public JsonNode? this[string name] => Members.Find(member => member.Name == name)?.Value;

    public bool IsObject => kind == JsonKind.Object;

    public string? TextOf(string name) => this[name] is { Kind: JsonKind.Text } node ? node.Text : null;

    public LocationInfo Locate() => file.Locate(start, End);
}

/// <summary>A member of an object with the place of its name.</summary>
internal sealed record JsonMember(string Name, int Start, int End, JsonNode Value);

/// <summary>An entry of <c>$defs</c>.</summary>
internal sealed record Definition(string Name, bool IsShared, JsonNode Node);
