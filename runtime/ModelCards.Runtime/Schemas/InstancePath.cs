using System.Globalization;
using System.Text;
using ModelCards.Requests;

namespace ModelCards.Schemas;

/// <summary>Where in a request the value stands that is being judged, and the containers above it.</summary>
internal sealed class InstancePath
{
    private Slot[] _containers = new Slot[16];
    private string?[] _names = new string?[16];
    private int[] _indexes = new int[16];

    public int Depth { get; private set; }

    private int _deepest;

    public void Enter(in Slot container, string? name, int index)
    {
        if (Depth == _names.Length)
        {
            Array.Resize(ref _containers, Depth * 2);
            Array.Resize(ref _names, Depth * 2);
            Array.Resize(ref _indexes, Depth * 2);
        }

        (_containers[Depth], _names[Depth], _indexes[Depth]) = (container, name, index);
        Depth++;
        _deepest = Math.Max(_deepest, Depth);
    }

    public void Leave() => Depth--;

    /// <summary>Forgets the request, so that a cached path keeps nothing alive.</summary>
    public void Clear()
    {
        Array.Clear(_containers, 0, _deepest);
        _deepest = Depth = 0;
    }

    /// <summary>The container that many levels above the value; default where there is none.</summary>
    public Slot Above(int levels) => levels >= 1 && levels <= Depth ? _containers[Depth - levels] : default;

    public Slot Root => Depth > 0 ? _containers[0] : default;

    public string Pointer(string? member = null)
    {
        var text = new StringBuilder();
        for (int i = 0; i < Depth; i++)
            text.Append('/').Append(_names[i] is { } name ? Escape(name) : _indexes[i].ToString(CultureInfo.InvariantCulture));
        return (member is null ? text : text.Append('/').Append(Escape(member))).ToString();
    }

    public string Parameter(string? member = null)
    {
        var text = new StringBuilder();
        for (int i = 0; i < Depth; i++)
        {
            if (_names[i] is { } name)
                text.Append(text.Length == 0 ? "" : ".").Append(name);
            else
                text.Append(CultureInfo.InvariantCulture, $"[{_indexes[i]}]");
        }

        return (member is null ? text : text.Append(text.Length == 0 ? "" : ".").Append(member)).ToString();
    }

    private static string Escape(string name) => name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);
}
