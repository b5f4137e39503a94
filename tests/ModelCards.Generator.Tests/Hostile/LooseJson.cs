using System.Text;
using System.Text.Json;

namespace ModelCards.Generator.Tests.Hostile;

/// <summary>JSON that can be spoilt in every way: names may repeat, strings and numbers are kept as they are written.</summary>
internal sealed class LooseJson
{
    private readonly char _open;
    private readonly string _text;

    private LooseJson(char open, string text) => (_open, _text) = (open, text);

    /// <summary>Members or items; names are quoted, and empty in an array.</summary>
    public List<(string Name, LooseJson Value)> Entries { get; private init; } = [];

    public bool IsObject => _open == '{';

    public bool IsArray => _open == '[';

    public bool IsText => _text.StartsWith('"');

    public static LooseJson Scalar(string written) => new('\0', written);

    public static LooseJson Object(params (string Name, LooseJson Value)[] members) => new('{', "") { Entries = [.. members] };

    public static LooseJson Array(params LooseJson[] items) => new('[', "") { Entries = [.. items.Select(item => ("", item))] };

    public static LooseJson Parse(string json)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        return Of(document.RootElement);
    }

    public static string Quote(string text) => JsonSerializer.Serialize(text);

    public LooseJson Copy() => new(_open, _text) { Entries = [.. Entries.Select(entry => (entry.Name, entry.Value.Copy()))] };

    /// <summary>This and all values inside that hold something, each with the name of the member that it is.</summary>
    public IEnumerable<(string Name, LooseJson Value)> Containers(string name = "") =>
        Entries.Count == 0 ? [] : Entries.SelectMany(entry => entry.Value.Containers(entry.Name)).Prepend((name, this));

    public override string ToString()
    {
        var text = new StringBuilder();
        Write(text);
        return text.ToString();
    }

    private static LooseJson Of(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => Object([.. value.EnumerateObject().Select(member => (Quote(member.Name), Of(member.Value)))]),
        JsonValueKind.Array => Array([.. value.EnumerateArray().Select(Of)]),
        _ => Scalar(value.GetRawText()),
    };

    private void Write(StringBuilder text)
    {
        if (_open == '\0')
        {
            text.Append(_text);
            return;
        }

        text.Append(_open);
        for (int i = 0; i < Entries.Count; i++)
        {
            if (i > 0)
                text.Append(',');
            if (IsObject)
                text.Append(Entries[i].Name).Append(':');
            Entries[i].Value.Write(text);
        }

        text.Append(IsObject ? '}' : ']');
    }
}
